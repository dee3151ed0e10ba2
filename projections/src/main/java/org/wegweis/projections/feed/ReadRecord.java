package org.wegweis.projections.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;

/**
 * A record as table {@code record} keeps it, with the event that its data means.
 *
 * @param entry the log's entry: SHA-256 of the record's bytes, hex
 */
public record ReadRecord(
        UUID subject,
        long version,
        UUID id,
        String type,
        long position,
        Instant happenedAt,
        Instant recordedAt,
        Actor actor,
        String entry,
        Stated event) {

    /** The event, of which the caller knows the kind. */
    public <E extends Stated> E event(Class<E> kind) {
        return kind.cast(event);
    }

    /** All records of a subject, in their order. */
    public static List<ReadRecord> of(JdbcOperations database, UUID subject) {
        return database.query("select * from record where subject = ? order by version", (row, _) -> of(row), subject);
    }

    /** All records of some subjects, each's in their order; of those that there are. */
    public static Map<UUID, List<ReadRecord>> of(JdbcOperations database, Collection<UUID> subjects) {
        var records = new LinkedHashMap<UUID, List<ReadRecord>>();
        database.query(
                "select * from record where subject = any (?) order by subject, version",
                row -> {
                    var record = of(row);
                    records.computeIfAbsent(record.subject(), _ -> new ArrayList<>())
                            .add(record);
                },
                new SqlArrayValue("uuid", subjects.toArray()));
        return records;
    }

    /** From a row with all columns of the table. */
    public static ReadRecord of(ResultSet row) throws SQLException {
        var subject = row.getObject("subject", UUID.class);
        var id = row.getObject("id", UUID.class);
        String type = row.getString("type");
        var happenedAt = instant(row, "happened_at");
        var actor = new Actor(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Actor.Role.parse(row.getString("role")),
                Optional.ofNullable(row.getString("device_key")).map(Hash::parse));
        var data = (Json.Obj) Json.parse(row.getString("data"));
        return new ReadRecord(
                subject,
                row.getLong("version"),
                id,
                type,
                row.getLong("position"),
                happenedAt,
                instant(row, "recorded_at"),
                actor,
                row.getString("entry"),
                Events.event(type, id, subject, actor, happenedAt, Optional.empty(), data));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
