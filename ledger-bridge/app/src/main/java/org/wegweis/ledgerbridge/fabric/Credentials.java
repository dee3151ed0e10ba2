package org.wegweis.ledgerbridge.fabric;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.hyperledger.fabric.client.identity.Identities;

/** As whom this bridge submits. */
record Credentials(String mspId, X509Certificate certificate, PrivateKey key) {

    /** @throws IllegalArgumentException if one of the two is none; says which, never what it holds */
    static Credentials parse(String mspId, String certificate, String key) {
        try {
            return new Credentials(mspId, Identities.readX509Certificate(certificate), Identities.readPrivateKey(key));
        } catch (CertificateException _) {
            throw new IllegalArgumentException("this bridge's certificate is none (PEM)");
        } catch (InvalidKeyException _) {
            throw new IllegalArgumentException("this bridge's key is none (PEM, PKCS #8)");
        }
    }

    Instant endsAt() {
        return certificate.getNotAfter().toInstant();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return mspId + ", " + certificate.getSubjectX500Principal();
    }
}
