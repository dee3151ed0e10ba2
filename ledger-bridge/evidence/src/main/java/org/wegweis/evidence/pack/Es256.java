package org.wegweis.evidence.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.conscrypt.Conscrypt;
import org.wegweis.kernel.record.Hash;

/**
 * Checks ES256 signatures: ECDSA with P-256 and SHA-256, the two numbers of 32 bytes each after one another (RFC 7518 §3.4).
 * Its own code is the strictness only, so every provider gives the same answers: exactly 64 bytes, both numbers from 1 to
 * below the order of the curve. Either of the two signatures that ECDSA allows for one (high or low s) is one.
 */
final class Es256 {
    private static final int LENGTH = 64;

    private final Provider provider;
    private final ECParameterSpec p256;

    Es256(Provider provider) {
        this.provider = provider;
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            this.p256 = parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform does not know P-256", e);
        }
    }

    /** BoringSSL where its library for this machine loads, ten times as fast as the platform; else the platform. */
    static Es256 fastest() {
        return new Es256(
                Conscrypt.isAvailable()
                        ? Conscrypt.newProviderBuilder()
                                .provideTrustManager(false)
                                .build()
                        : platform());
    }

    /** What comes with Java. */
    static Provider platform() {
        return Security.getProvider("SunEC");
    }

    boolean holds(DeviceKey key, byte[] signature, byte[] message) {
        if (signature.length != LENGTH) return false;
        var r = new BigInteger(1, Arrays.copyOfRange(signature, 0, Hash.LENGTH));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, Hash.LENGTH, LENGTH));
        if (!isInRange(r) || !isInRange(s)) return false;
        try {
            var check = Signature.getInstance("SHA256withECDSA", provider);
            check.initVerify(publicKey(key));
            check.update(message);
            return check.verify(der(r, s));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // a point beside the curve
            return false;
        }
    }

    private boolean isInRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(p256.getOrder()) < 0;
    }

    private PublicKey publicKey(DeviceKey key) throws GeneralSecurityException {
        var point = new ECPoint(
                new BigInteger(1, key.x().bytes()), new BigInteger(1, key.y().bytes()));
        return KeyFactory.getInstance("EC", provider).generatePublic(new ECPublicKeySpec(point, p256));
    }

    private static byte[] der(BigInteger r, BigInteger s) {
        try {
            return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
