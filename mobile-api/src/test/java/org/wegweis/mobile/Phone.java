package org.wegweis.mobile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.wegweis.kernel.json.Json;

/** A driver's phone: a key, and statements signed with it. */
final class Phone {
    final ECKey key;

    Phone() {
        try {
            key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    Json.Obj header() {
        return Json.Obj.of()
                .with("alg", "ES256")
                .with("typ", "wegweis-statement+jws")
                .with("kid", thumbprint());
    }

    String sign(Json.Obj payload) {
        return sign(header(), payload.canonical(), "SHA256withECDSAinP1363Format");
    }

    String sign(Json.Obj header, String payload, String algorithm) {
        String signed = encoded(header.canonicalBytes()) + "." + encoded(payload.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key.toECPrivateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
