package org.wegweis.tracking.store;

import java.util.Arrays;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * A record as it lies in the store.
 *
 * @param bytes exactly as they were written
 * @param content SHA-256(nonce ‖ what was submitted)
 */
public record StoredRecord(byte[] bytes, Hash content) {

    public EventRecord parsed() {
        return EventRecord.parse(bytes);
    }

    /** Whether this record came from the same submission. */
    public boolean sameContent(byte[] submitted) {
        return contentDigest(parsed().nonce(), submitted).equals(content);
    }

    static Hash contentDigest(Hash nonce, byte[] submitted) {
        return Hash.sha256(nonce.bytes(), submitted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRecord stored && Arrays.equals(bytes, stored.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
