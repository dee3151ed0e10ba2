package org.wegweis.projections.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;

/** Table {@code record} during one batch: takes each record once, and none before its turn. */
final class RecordTable {
    private static final String WRITE = """
            insert into record (subject, version, id, type, position, happened_at, recorded_at, organisation, role,
                   device_key, data, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private final JdbcOperations database;
    /** The last version of each subject. */
    private final Map<UUID, Long> versions = new HashMap<>();

    private final List<Object[]> rows = new ArrayList<>();
    private final List<ReadRecord> taken = new ArrayList<>();

    /** Begins a batch that is about these subjects and no others. */
    RecordTable(JdbcOperations database, Set<UUID> subjects) {
        this.database = database;
        if (subjects.isEmpty()) return;
        database.query(
                "select subject, max(version) from record where subject = any (?) group by subject",
                row -> {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                new SqlArrayValue("uuid", subjects.toArray()));
    }

    /**
     * Takes one more record, unless it is known.
     *
     * @return why it does not fit onto what came before, if it doesn't; then it is not taken
     */
    Optional<String> add(EventRecord record, Stated event, Hash entry) {
        long next = versions.getOrDefault(record.subject(), -1L) + 1;
        if (record.version() < next) return Optional.empty();
        if (record.version() > next) {
            return Optional.of("version " + record.version() + " where " + next + " comes next");
        }
        if (Events.opens(record.type()) != (next == 0)) {
            return Optional.of(next == 0 ? "the first record opens nothing" : "opened a second time");
        }
        versions.put(record.subject(), next);
        rows.add(new Object[] {
            record.subject(),
            record.version(),
            record.id(),
            record.type(),
            record.position(),
            timestamp(record.happenedAt()),
            timestamp(record.recordedAt()),
            record.actor().organisation().value(),
            record.actor().role().text(),
            record.actor().key().map(Hash::toString).orElse(null),
            record.data().canonical(),
            entry.hex()
        });
        taken.add(new ReadRecord(
                record.subject(),
                record.version(),
                record.id(),
                record.type(),
                record.position(),
                record.happenedAt(),
                record.recordedAt(),
                record.actor(),
                entry.hex(),
                event));
        return Optional.empty();
    }

    /** Writes what was taken, and gives it. */
    List<ReadRecord> write() {
        database.batchUpdate(WRITE, rows);
        return taken;
    }

    /** The greatest position that was applied, or -1. */
    static long position(JdbcOperations database) {
        var position = database.queryForObject("select coalesce(max(position), -1) from record", Long.class);
        return position == null ? -1 : position;
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
