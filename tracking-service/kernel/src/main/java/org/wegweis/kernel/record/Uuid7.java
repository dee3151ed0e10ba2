package org.wegweis.kernel.record;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 7 (RFC 9562 §5.7): their first 48 bits are a millisecond. Neither secret nor proof of order. */
public final class Uuid7 {
    private Uuid7() {}

    public static UUID next(InstantSource clock, RandomGenerator random) {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        return new UUID(high, 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    }

    /**
     * Reads the lower-case form of 36 characters.
     *
     * @throws IllegalArgumentException for any other spelling, version or variant
     */
    public static UUID parse(String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("needs a UUID of version 7, not: " + text, e);
        }
        if (!id.toString().equals(text)) throw new IllegalArgumentException("needs a UUID in lower case, not: " + text);
        return require(id);
    }

    /** The id itself if it is of version 7 (RFC 9562). */
    public static UUID require(UUID id) {
        if (id.version() != 7 || id.variant() != 2) {
            throw new IllegalArgumentException("needs a UUID of version 7, not: " + id);
        }
        return id;
    }
}
