package org.wegweis.kernel.consignment;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one consignment; made by whoever opens it. A UUIDv7. */
public record ConsignmentId(UUID value) {
    public ConsignmentId {
        Uuid7.require(value);
    }

    public static ConsignmentId parse(String text) {
        return new ConsignmentId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
