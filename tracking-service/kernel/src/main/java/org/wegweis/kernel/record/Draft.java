package org.wegweis.kernel.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.json.CanonicalObject;
import org.wegweis.kernel.json.Json;

/**
 * A record that has no place yet. Whoever brings it encodes it as far as that goes: in canonical order all that the place
 * tells stands together, so that the one thread that gives places only fills a gap.
 */
public final class Draft {
    private final UUID id;
    private final String type;
    private final UUID subject;
    private final long version;
    private final Instant happenedAt;
    private final Actor actor;
    private final Optional<Hash> statement;
    private final Hash nonce;
    private final Json.Obj data;
    /** Up to the gap, without the comma; and from it on, with one. */
    private final byte[] before;

    private final byte[] after;

    /** The parameters are those of {@link EventRecord}. */
    public Draft(
            UUID id,
            String type,
            UUID subject,
            long version,
            Instant happenedAt,
            Actor actor,
            Optional<Hash> statement,
            Hash nonce,
            Json.Obj data) {
        this.id = Uuid7.require(id);
        this.type = type;
        this.subject = Uuid7.require(subject);
        this.version = version;
        this.happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        this.actor = actor;
        this.statement = statement;
        this.nonce = nonce;
        this.data = data;
        this.before = bytes(new CanonicalObject()
                .with(
                        "actor",
                        Json.Obj.of()
                                .with("organisation", actor.organisation().toString())
                                .with("role", actor.role().text())
                                .with("key", actor.key().map(Hash::toString)))
                .with("data", data)
                .with("happenedAt", this.happenedAt.toString())
                .with("id", id.toString())
                .with("nonce", nonce.toString())
                .text());
        String rest = new CanonicalObject()
                .with("statement", statement.map(Hash::toString))
                .with("subject", subject.toString())
                .with("type", type)
                .with("version", version)
                .text();
        this.after = bytes("," + rest.substring(1) + "}");
    }

    public UUID id() {
        return id;
    }

    public UUID subject() {
        return subject;
    }

    public long version() {
        return version;
    }

    public Hash nonce() {
        return nonce;
    }

    /** The record at that place; see {@link EventRecord}. */
    public EventRecord at(long position, Optional<Hash> previous, Instant recordedAt) {
        return new EventRecord(
                id, type, subject, version, position, previous, happenedAt, recordedAt, actor, statement, nonce, data);
    }

    /** The bytes of the record at that place: canonical JSON (RFC 8785). */
    public byte[] encode(long position, Optional<Hash> previous, Instant recordedAt) {
        byte[] place = bytes(new CanonicalObject()
                .with("position", position)
                .with("previous", previous.map(Hash::toString))
                .with("recordedAt", recordedAt.truncatedTo(ChronoUnit.MILLIS).toString())
                .text());
        place[0] = ',';
        return ByteBuffer.allocate(before.length + place.length + after.length)
                .put(before)
                .put(place)
                .put(after)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
