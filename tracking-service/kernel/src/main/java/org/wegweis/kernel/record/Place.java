package org.wegweis.kernel.record;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a record stands: in the whole store and in its subject's chain. All that the log asks of a record.
 *
 * @param subject what it is about, UUIDv7
 * @param version place among the subject's records
 * @param position place in the whole store
 * @param previous SHA-256 of the subject's record before it; empty at version 0 and only there
 */
public record Place(UUID subject, long version, long position, Optional<Hash> previous) {

    /**
     * Reads it from a record's bytes. Takes what {@link EventRecord#parse} takes and refuses what that refuses, but
     * builds nothing of what it does not give, which is some twenty times as fast for records as we write them.
     *
     * @throws IllegalArgumentException unless the bytes are a record's
     */
    public static Place of(byte[] record) {
        return new PlaceReader(record).read().orElseGet(() -> {
            var parsed = EventRecord.parse(record);
            return new Place(parsed.subject(), parsed.version(), parsed.position(), parsed.previous());
        });
    }
}
