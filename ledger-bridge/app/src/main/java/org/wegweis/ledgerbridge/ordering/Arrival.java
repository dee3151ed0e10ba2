package org.wegweis.ledgerbridge.ordering;

import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Place;

/**
 * What the log needs to know of a record, and where in the topic it was.
 *
 * @param hash the log entry: SHA-256 of the record's bytes
 */
record Arrival(
        int partition, long offset, long position, UUID subject, long version, Optional<Hash> previous, Hash hash) {

    /** @throws Broken unless the bytes are a record's */
    static Arrival of(int partition, long offset, byte[] bytes) {
        try {
            var place = Place.of(bytes);
            return new Arrival(
                    partition,
                    offset,
                    place.position(),
                    place.subject(),
                    place.version(),
                    place.previous(),
                    EventRecord.entry(bytes));
        } catch (IllegalArgumentException e) {
            throw new Broken("not a record: partition " + partition + ", offset " + offset, e);
        }
    }
}
