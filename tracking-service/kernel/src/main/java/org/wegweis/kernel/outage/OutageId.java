package org.wegweis.kernel.outage;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one outage. A UUIDv7. */
public record OutageId(UUID value) {
    public OutageId {
        Uuid7.require(value);
    }

    public static OutageId parse(String text) {
        return new OutageId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
