package org.wegweis.tracking.statement;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wegweis.door.Problem;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.StatementId;

/**
 * A statement as it came in, by phone or by ERP system.
 *
 * @param type of the event that it wants to cause
 * @param id made here where the sender gave none
 * @param subject the consignment, certificate… that it is about; made here where the sender gave none
 * @param happenedAt ours where the sender gave none
 * @param data the event's data, with personal values in clear under {@code personal}
 * @param pointer where {@code data} stands in what the sender sent, as a JSON pointer
 * @param jws the signed statement, if it was signed
 */
public record Submitted(
        String type,
        Optional<StatementId> id,
        Optional<UUID> subject,
        Optional<Instant> happenedAt,
        Actor by,
        Json.Obj data,
        String pointer,
        Optional<String> jws) {

    /**
     * From the body of a request, where {@code id} and {@code happenedAt} stand beside the data.
     *
     * @param key the request's {@code Idempotency-Key}, which names the statement if the body does not
     */
    public static Submitted of(String type, Json.Obj body, Optional<UUID> subject, @Nullable String key, Actor by) {
        var fields = Fields.of(body);
        return new Submitted(
                type,
                fields.optionalParsed("id", StatementId::parse)
                        .or(() -> Optional.ofNullable(key).map(Submitted::idempotencyKey)),
                subject,
                fields.optionalParsed("happenedAt", Submitted::instant),
                by,
                without(body, "id", "happenedAt"),
                "",
                Optional.empty());
    }

    /** What nobody stated but what follows, for the operator. */
    public static Submitted byItself(String type, UUID subject, Optional<Instant> at, Actor operator, Json.Obj data) {
        return new Submitted(type, Optional.empty(), Optional.of(subject), at, operator, data, "", Optional.empty());
    }

    /** The same without these members. */
    public static Json.Obj without(Json.Obj body, String... names) {
        var less = new LinkedHashMap<>(body.members());
        less.keySet().removeAll(List.of(names));
        return new Json.Obj(less);
    }

    private static StatementId idempotencyKey(String key) {
        return Problem.parsed("Idempotency-Key", key, StatementId::parse);
    }

    /** @throws IllegalArgumentException if it is no time (RFC 3339 in UTC) */
    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a time such as 2026-11-23T08:15:00Z", e);
        }
    }

    /** What makes two submissions the same, in canonical bytes: all that the sender said, nothing that we added. */
    byte[] content() {
        return Json.Obj.of()
                .with("type", type)
                .with(Events.kind(type), subject.map(UUID::toString))
                .with("happenedAt", happenedAt.map(Instant::toString))
                .with("organisation", by.organisation().toString())
                .with("key", by.key().map(Object::toString))
                .with("data", data)
                .canonicalBytes();
    }
}
