package org.wegweis.kernel.certificate;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one certificate from its declaration on, before it has a number. A UUIDv7. */
public record CertificateId(UUID value) {
    public CertificateId {
        Uuid7.require(value);
    }

    public static CertificateId parse(String text) {
        return new CertificateId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
