package org.wegweis.kernel.certificate;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** What uses a certificate: a consignment, or one transfer note of a collective load. A UUIDv7. */
public record LoadId(Kind kind, UUID value) {
    /** What kind of load it names. */
    public enum Kind {
        CONSIGNMENT,
        TRANSFER_NOTE
    }

    public LoadId {
        Uuid7.require(value);
    }

    public static LoadId consignment(UUID value) {
        return new LoadId(Kind.CONSIGNMENT, value);
    }

    public static LoadId transferNote(UUID value) {
        return new LoadId(Kind.TRANSFER_NOTE, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
