package org.wegweis.tracking.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * An event that has no position yet.
 *
 * @param id the statement that caused it
 * @param version its place among the subject's records
 * @param vault personal values by name, to be kept beside the record
 * @param content what was submitted, to know a repetition by
 */
record Unplaced(
        UUID id,
        String type,
        UUID subject,
        long version,
        Instant happenedAt,
        Actor actor,
        Optional<Hash> statement,
        Json.Obj data,
        Map<String, Commitment> vault,
        byte[] content) {

    EventRecord place(long position, Optional<Hash> previous, Instant recordedAt, Hash nonce) {
        return new EventRecord(
                id, type, subject, version, position, previous, happenedAt, recordedAt, actor, statement, nonce, data);
    }
}
