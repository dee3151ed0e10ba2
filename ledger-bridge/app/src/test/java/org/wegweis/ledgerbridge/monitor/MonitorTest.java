package org.wegweis.ledgerbridge.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.chaincode.contract.GrowingLog;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.ledgerbridge.fabric.FabricLedger;
import org.wegweis.ledgerbridge.fabric.SealsInMemory;
import org.wegweis.ledgerbridge.fabric.SmallNetwork;

/** The command, run by a member of the channel who has nothing of the log's operator. */
class MonitorTest {
    private static SmallNetwork network;
    private static int logs;

    @TempDir
    private Path folder;

    private final GrowingLog log = new GrowingLog("watched" + logs++ + ".example");
    private Optional<Note> shown = Optional.empty();
    private HttpServer server;
    private String said = "";

    @BeforeAll
    static void the_channel_begins() {
        network = new SmallNetwork();
    }

    @AfterAll
    static void the_channel_ends() {
        network.close();
    }

    @BeforeEach
    void a_log_s_door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().equals("/checkpoint")
                    ? shown.map(Note::bytes).orElse(new byte[0])
                    : new byte[0];
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        network.away.clear();
    }

    private void seal(long size) throws IOException {
        var rules = new SealingRules(log.origin(), NoteKey.parse(log.vkey()));
        try (var ledger = new FabricLedger(
                network.settings(network.channel.client, 0), rules, new SealsInMemory(), InstantSource.system())) {
            ledger.seal(log.note(size), List.of());
        }
    }

    private int look(Trust.Ledger ledger) throws Exception {
        var trust = new Trust(log.origin(), NoteKey.parse(log.vkey()), ledger, List.of());
        Path file = Files.write(folder.resolve("trust.json"), trust.json().canonicalBytes());
        return run(
                "--once",
                "--log",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--trust",
                file.toString(),
                "--network",
                network.settingsFile(folder, 0, 1).toString(),
                "--state",
                folder.resolve("state.json").toString());
    }

    private int look() throws Exception {
        return look(new Trust.Channel("seals", "seals", network.channel.genesis()));
    }

    private int run(String... words) throws Exception {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int exit = Monitor.run(InstantSource.system(), print, print, words);
        said = out.toString(UTF_8);
        return exit;
    }

    @Test
    void nothing_is_said_while_log_and_channel_agree() throws Exception {
        assertThat(look()).isZero();
        shown = Optional.of(log.note(5));
        seal(5);
        assertThat(look()).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void a_log_that_shows_another_head_than_the_sealed_one_raises_an_alarm() throws Exception {
        seal(5);
        shown = Optional.of(log.lie(5, 1));
        assertThat(look()).isOne();
        assertThat(said).contains("ALARM sealed-otherwise: The log of 5 entries does not contain the sealed head");
    }

    @Test
    void what_was_seen_is_remembered_over_a_restart() throws Exception {
        shown = Optional.of(log.note(9));
        assertThat(look()).isZero();
        shown = Optional.of(log.note(5));
        assertThat(look()).isOne();
        assertThat(said).contains("ALARM log-rewritten");
    }

    @Test
    void a_channel_that_nobody_answers_for_is_an_alarm_too() throws Exception {
        network.away.addAll(SmallNetwork.MEMBERS);
        assertThat(look()).isOne();
        assertThat(said).contains("ALARM ledger-away: ledger away, query");
    }

    @Test
    void what_cannot_be_looked_at_is_said_in_one_sentence() throws Exception {
        assertThat(look(new Trust.Local(NoteKey.parse(log.vkey())))).isEqualTo(2);
        assertThat(said).contains("a ledger of the operator's own seals");
        assertThat(run("--log")).isEqualTo(2);
        assertThat(said).startsWith("Usage: infra/monitor");
        assertThat(run("--log", "http://127.0.0.1:1", "--trust", folder + "/none", "--network", "x"))
                .isEqualTo(2);
    }
}
