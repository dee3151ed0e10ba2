package org.wegweis.tracking.store;

import java.util.Map;
import java.util.UUID;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Draft;
import org.wegweis.kernel.record.Hash;

/**
 * An event that has no position yet.
 *
 * @param vault personal values by name, to be kept beside the record
 * @param content SHA-256(nonce ‖ what was submitted), to know a repetition by
 */
record Unplaced(Draft draft, Map<String, Commitment> vault, Hash content) {

    /** @param submitted what was said, in canonical bytes */
    static Unplaced of(Draft draft, Map<String, Commitment> vault, byte[] submitted) {
        return new Unplaced(draft, vault, StoredRecord.contentDigest(draft.nonce(), submitted));
    }

    /** The statement that caused it. */
    UUID id() {
        return draft.id();
    }

    UUID subject() {
        return draft.subject();
    }

    /** Its place among the subject's records. */
    long version() {
        return draft.version();
    }
}
