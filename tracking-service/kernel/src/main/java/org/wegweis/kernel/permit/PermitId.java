package org.wegweis.kernel.permit;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one paper from its filing on. A UUIDv7. */
public record PermitId(UUID value) {
    public PermitId {
        Uuid7.require(value);
    }

    public static PermitId parse(String text) {
        return new PermitId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
