package org.wegweis.ledgerbridge.ordering;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

/**
 * Builds the log's tiles once more from the records. They grow in temporary tables of one connection, which nobody else
 * sees and which a crash takes away; the log is served from the old ones until, in one transaction, what differs is
 * exchanged. What was signed and sealed stays, and rules: what contradicts the newest signed head is refused.
 */
public final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private static final int MOST = 20_000;

    private final DataSource database;
    private final LogStore live;
    private final Checkpoints checkpoints;

    Rebuild(DataSource database, LogStore live, Checkpoints checkpoints) {
        this.database = database;
        this.live = live;
        this.checkpoints = checkpoints;
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** @param tiles how many were not as they are now */
        record Done(String source, long size, long tiles) implements Outcome {}

        /** Nothing was changed. */
        record Refused(String source, String why) implements Outcome {}
    }

    /** From the first of these places that reaches back to the first record. */
    Outcome from(Map<String, Supplier<Records>> sources) throws InterruptedException, SQLException {
        Outcome last = new Outcome.Refused("nowhere", "there is no source");
        for (var source : sources.entrySet()) {
            try (var records = source.getValue().get()) {
                last = from(source.getKey(), records);
                return last;
            } catch (Records.OutOfReach e) {
                log.atWarn().addKeyValue("why", e.getMessage()).log("cannot rebuild from here");
                last = new Outcome.Refused(source.getKey(), String.valueOf(e.getMessage()));
            }
        }
        return last;
    }

    private Outcome from(String source, Records records) throws InterruptedException, SQLException {
        try (Connection connection = database.getConnection()) {
            var beside = new Beside(connection, connection.getSchema());
            beside.create();
            try {
                return build(source, records, beside);
            } finally {
                beside.drop();
            }
        }
    }

    private Outcome build(String source, Records records, Beside beside) throws InterruptedException {
        while (true) {
            try {
                for (long left = left(beside); left > 0; left = left(beside)) {
                    beside.book.enter(records.from(beside.store.size(), (int) Math.min(left, MOST)), Map.of());
                }
            } catch (Broken e) {
                return refused(source, beside, String.valueOf(e.getMessage()));
            }
            var contradicted = checkpoints
                    .latest()
                    .map(note -> Checkpoint.parse(note.text()).head())
                    .filter(head -> !beside.agrees(head));
            if (contradicted.isPresent()) {
                return refused(
                        source,
                        beside,
                        "the records contradict the signed head of "
                                + contradicted.get().size());
            }
            OptionalLong tiles = beside.exchange();
            if (tiles.isPresent()) return new Outcome.Done(source, beside.store.size(), tiles.getAsLong());
        }
    }

    private long left(Beside beside) {
        return live.size() - beside.store.size();
    }

    private static Outcome refused(String source, Beside beside, String why) {
        return new Outcome.Refused(
                source,
                beside.firstDifference()
                                .map(position -> "the record at position " + position + " is not the one in the log; ")
                                .orElse("")
                        + why);
    }

    /** Tables of the same names as the log's, which hide those from this one connection. */
    private static final class Beside {
        private static final List<String> TABLES = List.of("log", "tile", "subject_head", "progress");

        private final JdbcTemplate sql;
        private final TransactionTemplate transaction;
        private final String schema;
        final LogStore store;
        final Book book;

        Beside(Connection connection, String schema) {
            var one = new SingleConnectionDataSource(connection, true);
            this.sql = new JdbcTemplate(one);
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(one));
            this.schema = "\"" + schema.replace("\"", "\"\"") + "\"";
            this.store = new LogStore(one);
            this.book = new Book(one, store);
        }

        void create() {
            for (String table : TABLES) {
                sql.execute("create temporary table " + table + " (like " + schema + "." + table + " including all)");
            }
            sql.update("insert into log (size) values (0)");
        }

        void drop() {
            sql.execute("drop table pg_temp." + String.join(", pg_temp.", TABLES));
        }

        /** The first position where another entry grew here, whichever of the two is damaged. */
        Optional<Long> firstDifference() {
            var bundles = sql.query("""
                    select old.place, old.bytes, new.bytes
                    from %1$s.tile old join pg_temp.tile new using (level, place)
                    where level = -1
                      and substr(old.bytes, 1, length(new.bytes)) <> substr(new.bytes, 1, length(old.bytes))
                    order by place limit 1
                    """.formatted(schema), (row, _) -> {
                int at = Arrays.mismatch(row.getBytes(2), row.getBytes(3));
                return row.getLong(1) * TilePath.FULL + at / (Short.BYTES + Hash.LENGTH);
            });
            return bundles.stream().findFirst();
        }

        boolean agrees(Head signed) {
            return store.size() >= signed.size()
                    && store.tree().head(signed.size()).equals(signed);
        }

        /** How many tiles were other; nothing if the log has grown meanwhile, and then nothing was done. */
        OptionalLong exchange() {
            var tiles = transaction.execute(_ -> {
                Long now = sql.queryForObject("select size from " + schema + ".log for update", Long.class);
                if (now == null || now != store.size()) return -1L;
                long others = sql.update("""
                        insert into %1$s.tile as old select * from pg_temp.tile
                        on conflict (level, place) do update set width = excluded.width, bytes = excluded.bytes
                        where old.width <> excluded.width or old.bytes <> excluded.bytes
                        """.formatted(schema));
                others += sql.update("""
                        delete from %1$s.tile old where not exists
                        (select from pg_temp.tile new where new.level = old.level and new.place = old.place)
                        """.formatted(schema));
                sql.update("""
                        insert into %1$s.subject_head as old select * from pg_temp.subject_head
                        on conflict (subject) do update set version = excluded.version, hash = excluded.hash
                        where old.version <> excluded.version or old.hash <> excluded.hash
                        """.formatted(schema));
                sql.update("""
                        delete from %1$s.subject_head old where not exists
                        (select from pg_temp.subject_head new where new.subject = old.subject)
                        """.formatted(schema));
                return others;
            });
            return tiles == null || tiles < 0 ? OptionalLong.empty() : OptionalLong.of(tiles);
        }
    }
}
