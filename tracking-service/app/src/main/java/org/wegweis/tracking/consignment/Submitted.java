package org.wegweis.tracking.consignment;

import java.time.Instant;
import java.util.Optional;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.StatementId;

/**
 * A statement as it came in, by phone or by ERP system.
 *
 * @param type of the event that it wants to cause
 * @param id made here where the sender gave none
 * @param consignment made here where the sender gave none
 * @param happenedAt ours where the sender gave none
 * @param data the event's data, with personal values in clear under {@code personal}
 * @param pointer where {@code data} stands in what the sender sent, as a JSON pointer
 * @param jws the signed statement, if it was signed
 */
record Submitted(
        String type,
        Optional<StatementId> id,
        Optional<ConsignmentId> consignment,
        Optional<Instant> happenedAt,
        Actor by,
        Json.Obj data,
        String pointer,
        Optional<String> jws) {

    /** What makes two submissions the same, in canonical bytes: all that the sender said, nothing that we added. */
    byte[] content() {
        return Json.Obj.of()
                .with("type", type)
                .with("consignment", consignment.map(ConsignmentId::toString))
                .with("happenedAt", happenedAt.map(Instant::toString))
                .with("organisation", by.organisation().toString())
                .with("key", by.key().map(Object::toString))
                .with("data", data)
                .canonicalBytes();
    }
}
