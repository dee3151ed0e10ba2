package org.wegweis.kernel.stock;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/**
 * Names a lot (Charge) within its stock: the id of the consignment or transfer note that brought it, or one that whoever
 * treats or counts has made. A UUIDv7.
 */
public record LotId(UUID value) {
    public LotId {
        Uuid7.require(value);
    }

    public static LotId parse(String text) {
        return new LotId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
