package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** A member of an organisation, who has signed something. */
record Signer(Msp msp, X509Certificate certificate) {

    /**
     * Requires a signature (ECDSA, SHA-256) over the parts, one after the other. As in Fabric, only the one of each two
     * twin signatures that has the lower s.
     */
    void requireSigned(ByteString signature, ByteString... parts) {
        if (!hasSigned(signature, parts)) {
            throw new WrongProof(
                    "eine Unterschrift von " + msp.id() + " ist falsch", "a signature of " + msp.id() + " is wrong");
        }
    }

    private boolean hasSigned(ByteString signature, ByteString... parts) {
        if (!(certificate.getPublicKey() instanceof ECPublicKey key) || !isLow(signature.toByteArray(), key)) {
            return false;
        }
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            for (var part : parts) check.update(part.asReadOnlyByteBuffer());
            return check.verify(signature.toByteArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static boolean isLow(byte[] signature, ECPublicKey key) {
        try {
            var numbers = ASN1Sequence.getInstance(signature);
            if (numbers.size() != 2) return false;
            BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
            boolean one = Arrays.equals(new DERSequence(numbers.toArray()).getEncoded(ASN1Encoding.DER), signature);
            return one && s.compareTo(key.getParams().getOrder().shiftRight(1)) <= 0;
        } catch (IllegalArgumentException | IOException _) {
            return false;
        }
    }
}
