package org.wegweis.evidence.fabric;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.conscrypt.Conscrypt;

/**
 * ECDSA with SHA-256 as Fabric wants it: DER, and of a signature's two twins the one with the lower s. The curves are those
 * of NIST that every Java platform has.
 */
final class Signatures {
    /** BoringSSL where its library loads, else the platform; both give the same answers. */
    private static final Provider FASTEST = Conscrypt.isAvailable()
            ? Conscrypt.newProviderBuilder().provideTrustManager(false).build()
            : Security.getProvider("SunEC");

    private Signatures() {}

    /**
     * A key that can check.
     *
     * @param encoded {@code SubjectPublicKeyInfo}, DER
     */
    static ECPublicKey key(byte[] encoded) {
        try {
            PublicKey key = KeyFactory.getInstance("EC", FASTEST).generatePublic(new X509EncodedKeySpec(encoded));
            if (key instanceof ECPublicKey ec) return ec;
        } catch (GeneralSecurityException | RuntimeException _) {
            // refused below
        }
        throw new Broken("ein anderer Schlüssel als ECDSA", "a key of another kind than ECDSA");
    }

    static boolean holds(ECPublicKey key, byte[] signature, byte[]... message) {
        if (!isCanonical(signature, key.getParams().getOrder())) return false;
        try {
            var check = Signature.getInstance("SHA256withECDSA", FASTEST);
            check.initVerify(key);
            for (byte[] part : message) check.update(part);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }

    private static boolean isCanonical(byte[] signature, BigInteger order) {
        try {
            var numbers = ASN1Sequence.getInstance(signature);
            if (numbers.size() != 2 || !Arrays.equals(numbers.getEncoded(ASN1Encoding.DER), signature)) return false;
            var r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
            var s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
            return r.signum() > 0 && r.compareTo(order) < 0 && s.signum() > 0 && s.compareTo(order.shiftRight(1)) <= 0;
        } catch (IOException | RuntimeException _) {
            // whatever hostile bytes provoke in a parser
            return false;
        }
    }
}
