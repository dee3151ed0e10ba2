package org.wegweis.evidence.time;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Of an ECDSA signature (r, s) the same key verifies the twin (r, n − s) too, and anybody can make it. */
public final class Ecdsa {
    private Ecdsa() {}

    /**
     * The one of both twins whose s is not above n / 2; a signature of another kind as it is.
     *
     * @param signature DER of r and s (RFC 3279 §2.2.3)
     * @param key that made it
     * @throws IllegalArgumentException if it is none of that key's kind
     */
    public static ASN1OctetString low(ASN1OctetString signature, SubjectPublicKeyInfo key) {
        try {
            if (!(PublicKeyFactory.createKey(key) instanceof ECPublicKeyParameters ec)) return signature;
            var numbers = ASN1Sequence.getInstance(signature.getOctets());
            if (numbers.size() != 2) throw new IllegalArgumentException("not an ECDSA signature");
            BigInteger n = ec.getParameters().getN();
            BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue();
            var pair = new ASN1EncodableVector();
            pair.add(ASN1Integer.getInstance(numbers.getObjectAt(0)));
            pair.add(new ASN1Integer(s.compareTo(n.shiftRight(1)) > 0 ? n.subtract(s) : s));
            return new DEROctetString(new DERSequence(pair).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalArgumentException("not an ECDSA signature", e);
        }
    }
}
