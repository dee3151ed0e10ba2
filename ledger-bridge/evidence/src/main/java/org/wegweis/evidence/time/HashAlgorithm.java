package org.wegweis.evidence.time;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The hash functions that are spoken here. Whether one is strong at some time {@link Algorithms} says. */
public enum HashAlgorithm {
    SHA_256(NISTObjectIdentifiers.id_sha256.getId(), 32, "http://www.w3.org/2001/04/xmlenc#sha256"),
    SHA_384(NISTObjectIdentifiers.id_sha384.getId(), 48, "http://www.w3.org/2001/04/xmldsig-more#sha384"),
    SHA_512(NISTObjectIdentifiers.id_sha512.getId(), 64, "http://www.w3.org/2001/04/xmlenc#sha512");

    private final String oid;
    private final int length;
    private final String uri;

    HashAlgorithm(String oid, int length, String uri) {
        this.oid = oid;
        this.length = length;
        this.uri = uri;
    }

    /** Whatever parameters the identifier has. */
    public static Optional<HashAlgorithm> of(AlgorithmIdentifier identifier) {
        return Arrays.stream(values())
                .filter(one -> one.oid.equals(identifier.getAlgorithm().getId()))
                .findFirst();
    }

    /** As Java and {@link Algorithms} call it, for example {@code SHA-256}. */
    public String text() {
        return name().replace('_', '-');
    }

    /** Bytes of a value. */
    public int length() {
        return length;
    }

    /** As XML signatures call it (RFC 6931). */
    public String uri() {
        return uri;
    }

    /** Without parameters, which is the one form that RFC 5754 §2 wants to be written. */
    public AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
    }

    /** Over the parts, one after the other. */
    public byte[] hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(text());
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + text(), e);
        }
    }
}
