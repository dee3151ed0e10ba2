package org.wegweis.e2e;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;

/** A simulated phone: a P-256 key of its own, and statements signed with it (RFC 7515, ES256). */
public final class Phone {
    private final KeyPair keys;

    private Phone(KeyPair keys) {
        this.keys = keys;
    }

    public static Phone fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Phone(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has P-256", e);
        }
    }

    /** A phone that was kept: two lines, PKCS #8 and X.509, base64. */
    public static Phone parse(String kept) {
        try {
            var lines = kept.lines().map(Base64.getDecoder()::decode).toList();
            var factory = KeyFactory.getInstance("EC");
            return new Phone(new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(lines.get(1))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(lines.get(0)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no phone", e);
        }
    }

    /** What {@link #parse} reads. */
    public String kept() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\n"
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n";
    }

    public Json.Obj jwk() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return Json.Obj.of()
                .with("kty", "EC")
                .with("crv", "P-256")
                .with("x", encoded(bytes(point.getAffineX())))
                .with("y", encoded(bytes(point.getAffineY())));
    }

    /** RFC 7638: SHA-256 of the key's required members in canonical order. */
    public String thumbprint() {
        return Hash.sha256(jwk().canonicalBytes()).toString();
    }

    /** Enrols at mobile-api; to do so again changes nothing. */
    public void enrol(WegweisClient client, Person who, String name) {
        client.post(
                        client.doors().mobileApi(),
                        "/api/devices",
                        who,
                        Json.Obj.of().with("name", name).with("key", jwk()))
                .require(200, 201);
    }

    /** A compact JWS. */
    public String sign(Json.Obj payload) {
        var header =
                Json.Obj.of().with("alg", "ES256").with("kid", thumbprint()).with("typ", "wegweis-statement+jws");
        String signed = encoded(header.canonicalBytes()) + "." + encoded(payload.canonicalBytes());
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has ES256", e);
        }
    }

    /** Sends statements in one batch; one result each, in order. */
    public List<Json> send(WegweisClient client, Person who, List<Json.Obj> payloads) {
        var batch = new Json.Arr(payloads.stream()
                .<Json>map(payload -> new Json.Text(sign(payload)))
                .toList());
        var answer = client.post(client.doors().mobileApi(), "/api/statements", who, batch)
                .require(200);
        return ((Json.Arr) answer.json()).items();
    }

    private static byte[] bytes(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] wide = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, wide, 32 - length, length);
        return wide;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
