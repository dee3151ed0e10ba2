package org.wegweis.ledgerbridge.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerInMemory;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.ledgerbridge.log.LogDoor;
import org.wegweis.ledgerbridge.monitor.Alarm.Kind;
import org.wegweis.ledgerbridge.sealing.SwitchableLedger;

/** What a monitor says of a log and of the ledger that seals it. */
class MonitoringTest {
    private static final String ORIGIN = "wegweis.example/log";
    private static final Duration LATE = Duration.ofMinutes(10);

    private final NoteSigner key = NoteSigner.generate(ORIGIN, new SecureRandom());
    private final SwitchableLedger ledger =
            new SwitchableLedger(new LedgerInMemory(new SealingRules(ORIGIN, key.key())));
    private final TiledLog genuine = tree(0);
    private final TiledLog rewritten = tree(1); // another first entry

    private HttpServer server;
    private LogDoor door;
    private TiledLog shown = genuine;
    private long size;
    private NoteSigner signer = key;
    private Instant now = Instant.parse("2026-11-26T08:00:00Z");
    private Monitoring monitor;

    @BeforeEach
    void a_log_of_ten_sealed_entries() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answer(exchange.getRequestURI());
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        door = new LogDoor(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        monitor = monitor(Seen.NOTHING);
        grow(10);
        seal(10);
    }

    @AfterEach
    void close() {
        door.close();
        server.stop(0);
    }

    @Test
    void nothing_is_the_matter_while_log_and_ledger_agree() {
        assertThat(monitor.look()).isEmpty();
        grow(25);
        seal(25);
        assertThat(monitor.look()).isEmpty();
        grow(600);
        assertThat(monitor.look()).isEmpty();
        assertThat(monitor.seen().compared()).isEqualTo(25);
    }

    @Test
    void nothing_is_the_matter_with_what_has_no_entries_yet() {
        size = 0;
        assertThat(new Monitoring(
                                new LedgerInMemory(new SealingRules(ORIGIN, key.key())),
                                door,
                                key.key(),
                                LATE,
                                () -> now,
                                Seen.NOTHING)
                        .look())
                .isEmpty();
    }

    @Test
    void a_log_that_forgets_what_it_showed_has_been_rewritten() {
        grow(25);
        monitor.look();
        shown = rewritten;
        grow(30);
        assertThat(kinds()).contains(Kind.LOG_REWRITTEN);
        assertThat(kinds()).as("and stays so").contains(Kind.LOG_REWRITTEN);
    }

    @Test
    void so_has_one_that_shows_less_than_before_even_after_a_restart() {
        grow(25);
        monitor.look();
        grow(20);
        monitor = monitor(Seen.parse(monitor.seen().json().canonical().getBytes(UTF_8)));
        assertThat(kinds()).contains(Kind.LOG_REWRITTEN);
    }

    @Test
    void a_log_without_what_was_sealed_contradicts_the_ledger() {
        shown = rewritten;
        grow(25);
        assertThat(kinds()).containsExactly(Kind.SEALED_OTHERWISE);
        shown = genuine;
        assertThat(kinds()).contains(Kind.LOG_REWRITTEN);
    }

    @Test
    void every_seal_since_the_last_look_is_compared() {
        monitor.look();
        grow(300);
        seal(20);
        // the second of two seals is of another log: whoever has the key can have both sealed by a ledger that is lied
        // to
        var forked = new LedgerInMemory(new SealingRules(ORIGIN, key.key()));
        seal(forked, genuine, 10);
        seal(forked, genuine, 20);
        monitor = new Monitoring(forked, door, key.key(), LATE, () -> now, monitor.seen());
        assertThat(kinds()).isEmpty();
        var other = new LedgerInMemory(new SealingRules(ORIGIN, key.key()));
        seal(other, rewritten, 250);
        seal(other, rewritten, 300);
        monitor = new Monitoring(other, door, key.key(), LATE, () -> now, monitor.seen());
        assertThat(monitor.look())
                .containsExactly(new Alarm(
                        Kind.SEALED_OTHERWISE,
                        "The log of 300 entries does not contain the sealed head of 250 entries."));
    }

    @Test
    void entries_wait_for_a_seal_only_so_long() {
        grow(25);
        assertThat(kinds()).isEmpty();
        now = now.plus(LATE);
        grow(40);
        assertThat(kinds()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(kinds()).containsExactly(Kind.SEAL_LATE);
        seal(40);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_busy_log_is_not_late_as_long_as_seals_follow() {
        for (int minute = 1; minute < 30; minute++) {
            grow(10 + 10L * minute);
            assertThat(kinds()).isEmpty();
            seal(10 + 10L * minute);
            now = now.plus(Duration.ofMinutes(1));
        }
    }

    @Test
    void what_is_sealed_is_shown_before_long() {
        seal(25); // witnesses have not cosigned it yet
        assertThat(kinds()).isEmpty();
        now = now.plus(LATE).plusSeconds(1);
        assertThat(kinds()).containsExactly(Kind.LOG_BEHIND);
        grow(25);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_checkpoint_of_anybody_else_is_not_the_logs() {
        signer = NoteSigner.generate(ORIGIN, new SecureRandom());
        assertThat(kinds()).containsExactly(Kind.NOT_THE_LOGS);
        signer = NoteSigner.generate("other.example/log", new SecureRandom());
        assertThat(kinds()).containsExactly(Kind.NOT_THE_LOGS);
    }

    @Test
    void who_is_away_is_named_and_nothing_is_forgotten() {
        grow(25);
        monitor.look();
        var before = monitor.seen();
        ledger.away = true;
        assertThat(kinds()).containsExactly(Kind.LEDGER_AWAY);
        ledger.away = false;
        server.stop(0);
        assertThat(kinds()).containsExactly(Kind.LOG_AWAY);
        assertThat(monitor.seen()).isEqualTo(before);
    }

    private List<Kind> kinds() {
        return monitor.look().stream().map(Alarm::kind).toList();
    }

    private Monitoring monitor(Seen seen) {
        return new Monitoring(ledger, door, key.key(), LATE, () -> now, seen);
    }

    private void grow(long entries) {
        size = entries;
    }

    private void seal(long entries) {
        seal(ledger, genuine, entries);
    }

    private void seal(Ledger where, TiledLog tree, long entries) {
        long before = where.latest().map(seal -> seal.head().size()).orElse(0L);
        var proof = before == 0 ? List.<TreeHash>of() : tree.consistencyProof(before, entries);
        assertThat(where.seal(note(tree.head(entries), key), proof)).isInstanceOf(Sealing.Sealed.class);
    }

    private String answer(URI asked) {
        if (size == 0) return "";
        var newest = note(shown.head(size), signer);
        if (asked.getPath().equals("/checkpoint")) return newest.toString();
        long old = Long.parseLong(asked.getQuery().substring("old=".length()));
        return new AddCheckpoint(old, shown.consistencyProof(old, size), newest).toString();
    }

    private static Note note(Head head, NoteSigner signer) {
        return Note.signed(new Checkpoint(signer.key().name(), head).text(), signer);
    }

    private static TiledLog tree(int first) {
        Map<TilePath, byte[]> tiles = new HashMap<>();
        var tree =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        tree.append(
                        0,
                        IntStream.range(0, 1000)
                                .mapToObj(i -> ByteBuffer.allocate(32)
                                        .putInt(i == 0 ? first : i)
                                        .array())
                                .toList())
                .tiles()
                .forEach((path, bytes) -> tiles.put(path.full(), bytes));
        return tree;
    }
}
