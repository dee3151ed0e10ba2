package org.wegweis.ledgerbridge.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.FailingDatabase;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;

/**
 * Building, signing and sealing are broken off at every single statement and at both sides of every commit. Whoever
 * starts again then finds a whole log and finishes it to the same bytes.
 */
class CrashTest {
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final NoteSigner LEDGER = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());
    /** Where the building pauses and is signed: within a tile, at its border, over two levels. */
    private static final List<Integer> LOTS = List.of(7, 249, 1, 300, 43);

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Chains chains = new Chains(11, 9);
    private final List<EventRecord> records = chains.grow(600);
    /** Twelve that are entered one by one, because the one after them breaks its chain. */
    private final List<EventRecord> last = chains.grow(12);

    private final EventRecord broken = chains.unchained(chains.grow(1).getFirst());

    @Test
    void broken_off_anywhere_the_log_is_finished_to_the_same_bytes() {
        var unbroken = new FailingDatabase(DATABASES.fresh());
        build(unbroken);
        long steps = unbroken.steps();
        var expected = everything(unbroken);
        assertThat(expected.heads()).hasSize(LOTS.size() + 1);
        assertThat(steps).isGreaterThan(60);

        try (var whole = pooled(DATABASES.fresh())) {
            for (long step = 0; step < steps; step++) {
                empty(whole);
                var database = new FailingDatabase(whole);
                database.failAfter(step);
                try {
                    build(database);
                    throw new AssertionError("step " + step + " did not fail");
                } catch (RuntimeException e) {
                    assertWhole(whole, step, e);
                }
                database.recover();
                build(database);
                assertThat(everything(whole))
                        .as("after a crash at step " + step)
                        .isEqualTo(expected);
            }
        }
    }

    /** What a process does from its start on: it looks how far the log is and goes on; lot after lot, each signed. */
    private void build(DataSource database) {
        var log = new LogStore(database);
        var book = new Book(database, log);
        var ledger = new LocalLedger(database, new SealingRules("wegweis.example/log", LOG.key()), LEDGER);
        try (var sealer = new Sealer(database, log, new Checkpoints(database), LOG, ledger)) {
            int end = 0;
            for (int lot : LOTS) {
                int from = (int) Math.max(log.size(), end);
                end += lot;
                var turn = new ArrayList<Arrival>();
                for (var record : records.subList(Math.min(from, end), end)) {
                    turn.add(Arrival.of(0, record.position(), record.encode()));
                }
                if (!turn.isEmpty()) book.enter(turn, Map.of(0, (long) end));
                if (log.size() == end) sealer.signAndSeal(); // one that is longer was signed before it grew
            }
            var turn = new ArrayList<Arrival>();
            Stream.concat(last.stream(), Stream.of(broken))
                    .filter(record -> record.position() >= log.size())
                    .forEach(record -> turn.add(Arrival.of(0, record.position(), record.encode())));
            assertStops(book, turn);
            sealer.signAndSeal();
        }
    }

    /** A connection a statement would make this test slow. */
    private static HikariDataSource pooled(DataSource database) {
        var config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }

    private static void assertStops(Book book, List<Arrival> turn) {
        try {
            book.enter(turn, Map.of(0, 1_000L));
        } catch (Broken e) {
            return;
        }
        throw new AssertionError("the broken chain went in");
    }

    private record Everything(Map<String, String> tiles, List<String> heads, List<String> seals, List<String> rest) {}

    private static Everything everything(DataSource database) {
        var sql = new JdbcTemplate(database);
        var tiles = new TreeMap<String, String>();
        sql.query("select level, place, width, encode(bytes, 'hex') from tile", row -> {
            tiles.put(row.getInt(1) + "/" + row.getLong(2) + "/" + row.getInt(3), row.getString(4));
        });
        var rest = new ArrayList<>(sql.queryForList("select size::text from log", String.class));
        rest.addAll(sql.queryForList(
                "select subject || ' ' || version || ' ' || encode(hash, 'hex') from subject_head order by subject",
                String.class));
        rest.addAll(sql.queryForList("select partition || ' ' || next_offset from progress", String.class));
        return new Everything(
                tiles,
                sql.queryForList("select note from checkpoint order by size", String.class),
                sql.queryForList("select note from local_seal order by size", String.class),
                rest);
    }

    /** As it lies there after the crash, before anybody has tidied: the tiles are the size's, each head extends the last. */
    private void assertWhole(DataSource database, long step, RuntimeException crash) {
        var log = new LogStore(database);
        int size = (int) log.size();
        var sql = new JdbcTemplate(database);
        var expected = Chains.tiles(
                Stream.concat(records.stream(), last.stream()).limit(size).toList());
        assertThat(sql.queryForObject("select count(*) from tile", Long.class))
                .as(() -> "tiles after a crash at step " + step + ": " + crash)
                .isEqualTo(expected.size());
        expected.forEach((path, bytes) -> assertThat(log.read(path)).hasValue(bytes));
        Head before = Head.EMPTY;
        for (String note : sql.queryForList("select note from checkpoint order by size", String.class)) {
            Head head = Checkpoint.parse(Note.parse(note).text()).head();
            assertThat(head).isEqualTo(log.tree().head(head.size()));
            if (before.size() > 0) {
                var proof = log.tree().consistencyProof(before.size(), head.size());
                assertThat(Proofs.consistent(before, head, proof)).isTrue();
            }
            before = head;
        }
        assertThat(before.size()).isLessThanOrEqualTo(size);
    }

    /** All tables as the migrations left them; the append-only ones take no truncation while their triggers are on. */
    private static void empty(DataSource database) {
        var sql = new JdbcTemplate(database);
        sql.execute("""
                alter table checkpoint disable trigger all;
                alter table local_seal disable trigger all;
                truncate tile, subject_head, progress, checkpoint, local_seal;
                alter table checkpoint enable trigger all;
                alter table local_seal enable trigger all;
                update log set size = 0""");
    }
}
