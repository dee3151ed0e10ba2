package org.wegweis.projections.feed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;

/** Table {@code record} during one batch: takes each record once, and none before its turn. */
final class RecordTable {
    /** Takes PostgreSQL half as long as rows with parameters. */
    private static final String WRITE = """
            copy record (subject, version, id, type, position, happened_at, recorded_at, organisation, role,
                   device_key, entry, data) from stdin""";

    private final JdbcOperations database;
    /** The last version of each subject. */
    private final Map<UUID, Long> versions = new HashMap<>();

    private final StringBuilder rows = new StringBuilder();
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
        row(
                record.subject(),
                record.version(),
                record.id(),
                record.type(),
                record.position(),
                record.happenedAt(),
                record.recordedAt(),
                record.actor().organisation(),
                record.actor().role().text(),
                record.actor().key().map(Hash::toString).orElse("\\N"), // null
                entry.hex(),
                record.data().canonical().replace("\\", "\\\\"));
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

    /** In COPY's text format; of what stands in a record only canonical JSON may have a backslash, and nothing a tab or a line's end. */
    private void row(Object... values) {
        for (int i = 0; i < values.length; i++) rows.append(i == 0 ? "" : "\t").append(values[i]);
        rows.append('\n');
    }

    /** Writes what was taken, and gives it. */
    List<ReadRecord> write() {
        if (taken.isEmpty()) return taken;
        database.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(WRITE, new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a string has no trouble
            }
        });
        return taken;
    }

    /** The greatest position that was applied, or -1. */
    static long position(JdbcOperations database) {
        var position = database.queryForObject("select coalesce(max(position), -1) from record", Long.class);
        return position == null ? -1 : position;
    }
}
