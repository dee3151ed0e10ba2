package org.wegweis.kernel.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.OrganisationId;

/**
 * One event in its envelope. {@link #encode()} is called once, when the record store gives the event its place; from
 * then on the bytes are the record and nobody makes them anew.
 *
 * @param id the statement that caused the event, UUIDv7
 * @param type for example {@code consignment.picked-up.v1}
 * @param subject what the event is about, UUIDv7
 * @param version place among the subject's records: 0, 1, 2… without gaps
 * @param position place in the whole store: 0, 1, 2… without gaps; also the log index
 * @param previous SHA-256 of the subject's record before this one; empty at version 0 and only there
 * @param happenedAt the clock of whoever stated it, whole milliseconds
 * @param recordedAt the record store's clock, whole milliseconds
 * @param statement salted digest of the signed statement, if it was signed
 * @param nonce 32 random bytes, so that the hash of a record tells nothing about it
 * @param data the event itself
 */
public record EventRecord(
        UUID id,
        String type,
        UUID subject,
        long version,
        long position,
        Optional<Hash> previous,
        Instant happenedAt,
        Instant recordedAt,
        Actor actor,
        Optional<Hash> statement,
        Hash nonce,
        Json.Obj data) {

    public EventRecord {
        Uuid7.require(id);
        Uuid7.require(subject);
        if (version < 0 || position < version) {
            throw new IllegalArgumentException("no such place: version " + version + ", position " + position);
        }
        if (previous.isPresent() == (version == 0)) {
            throw new IllegalArgumentException("the first record has no previous one, every later one has");
        }
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The record's bytes: canonical JSON (RFC 8785). */
    public byte[] encode() {
        return new Draft(id, type, subject, version, happenedAt, actor, statement, nonce, data)
                .encode(position, previous, recordedAt);
    }

    /**
     * Reads a record's bytes.
     *
     * @throws IllegalArgumentException unless they are exactly what {@link #encode()} writes
     */
    public static EventRecord parse(byte[] record) {
        var fields = Fields.of(Json.parse(record));
        var actor = fields.object("actor");
        var parsed = new EventRecord(
                fields.parsed("id", Uuid7::parse),
                fields.text("type"),
                fields.parsed("subject", Uuid7::parse),
                fields.integer("version"),
                fields.integer("position"),
                fields.optionalParsed("previous", Hash::parse),
                fields.parsed("happenedAt", EventRecord::instant),
                fields.parsed("recordedAt", EventRecord::instant),
                new Actor(
                        actor.parsed("organisation", OrganisationId::parse),
                        actor.parsed("role", Actor.Role::parse),
                        actor.optionalParsed("key", Hash::parse)),
                fields.optionalParsed("statement", Hash::parse),
                fields.parsed("nonce", Hash::parse),
                data(fields));
        actor.noMore();
        fields.noMore();
        if (!Arrays.equals(parsed.encode(), record)) throw new IllegalArgumentException("not canonical");
        return parsed;
    }

    /** The log entry of a record: SHA-256 of its bytes. */
    public static Hash entry(byte[] record) {
        return Hash.sha256(record);
    }

    private static Json.Obj data(Fields fields) {
        if (fields.take("data").orElse(null) instanceof Json.Obj data) return data;
        throw new WrongField("/data", "must be an object");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a time such as 2026-11-23T08:15:00Z", e);
        }
    }
}
