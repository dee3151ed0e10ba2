package org.wegweis.ledgerbridge.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;

/** Witnesses that answer as they are told, over HTTP. What a real one answers, {@link WitnessedBridgeTest} shows. */
class AskingTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final Cosigner BERLIN = cosigner("berlin.example");
    private static final Cosigner POTSDAM = cosigner("potsdam.example");
    private static EmbeddedPostgres postgres;

    private final Chains chains = new Chains(3, 5);
    private final List<AddCheckpoint> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private DataSource database;
    private LogStore log;
    private Checkpoints checkpoints;
    private Sealer sealer;

    /** What a witness does with a request. */
    @FunctionalInterface
    private interface Manner {
        void answer(AddCheckpoint request, HttpExchange exchange) throws IOException;
    }

    private static Cosigner cosigner(String name) {
        return Cosigner.generate(name, SignatureType.COSIGNATURE_V1, new SecureRandom());
    }

    @BeforeAll
    static void start() {
        postgres = Databases.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fresh() throws IOException {
        database = Databases.fresh(postgres);
        log = new LogStore(database);
        checkpoints = new Checkpoints(database);
        var ledger = new LocalLedger(
                database,
                new SealingRules(LOG.key().name(), LOG.key()),
                NoteSigner.generate("wegweis.example/ledger", new SecureRandom()));
        sealer = new Sealer(database, log, checkpoints, LOG, ledger);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        sealer.close();
    }

    private void signed(int more) {
        log.append(
                log.size(),
                chains.grow(more).stream()
                        .map(record -> EventRecord.entry(record.encode()))
                        .toList());
        sealer.signAndSeal();
    }

    private WitnessPolicy.Witness at(NoteKey key, String path, Manner manner) {
        server.createContext(path + "/add-checkpoint", exchange -> {
            try (exchange) {
                var request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
                asked.add(request);
                manner.answer(request, exchange);
            }
        });
        return new WitnessPolicy.Witness(
                key, Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private static Manner cosigning(Cosigner... cosigners) {
        return (request, exchange) -> {
            var checkpoint = Checkpoint.parse(request.checkpoint().text());
            var lines = new ArrayList<NoteSignature>();
            for (var one : cosigners) lines.add(one.cosign(checkpoint, NOON));
            answer(exchange, 200, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        };
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Cosigned cosigned(int threshold, WitnessPolicy.Witness... witnesses) {
        return new Cosigned(
                database, checkpoints, new WitnessPolicy(List.of(LOG.key()), List.of(witnesses), threshold));
    }

    private List<Asking.Standing> ask(Cosigned cosigned) throws InterruptedException {
        try (var asking = new Asking(log, checkpoints, cosigned, Duration.ofSeconds(1))) {
            asking.once();
            return asking.standings();
        }
    }

    private static Asking.Standing well(Cosigner witness, long size) {
        return new Asking.Standing(witness.key().name(), size, Optional.empty());
    }

    @Test
    void what_witnesses_add_stands_under_the_logs_own_line() throws Exception {
        var cosigned =
                cosigned(2, at(BERLIN.key(), "/b", cosigning(BERLIN)), at(POTSDAM.key(), "/p", cosigning(POTSDAM)));
        signed(5);
        assertThat(ask(cosigned)).containsExactly(well(BERLIN, 5), well(POTSDAM, 5));
        var note = cosigned.note(5).orElseThrow();
        assertThat(note.signatures().getFirst())
                .isEqualTo(checkpoints.at(5).orElseThrow().signatures().getFirst());
        assertThat(cosigned.policy().metBy(note).met()).isTrue();
        assertThat(cosigned.newest()).contains(note);
    }

    @Test
    void a_head_that_is_cosigned_is_not_asked_for_again_and_the_next_one_with_a_proof() throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", cosigning(BERLIN)));
        signed(5);
        ask(cosigned);
        ask(cosigned);
        assertThat(asked).hasSize(1);
        signed(4);
        ask(cosigned);
        assertThat(asked.getLast())
                .isEqualTo(new AddCheckpoint(
                        5,
                        log.tree().consistencyProof(5, 9),
                        checkpoints.latest().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 9})
    void a_witness_that_names_another_size_is_asked_again_from_there(long size) throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", (request, exchange) -> {
            if (request.oldSize() == size && asked.size() > 1) cosigning(BERLIN).answer(request, exchange);
            else answer(exchange, 409, size + "\n");
        }));
        signed(9);
        assertThat(ask(cosigned)).containsExactly(well(BERLIN, 9));
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast().proof()).isEqualTo(size == 3 ? log.tree().consistencyProof(3, 9) : List.of());
    }

    @Test
    void a_witness_that_has_seen_a_longer_log_of_ours_is_named() throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", (_, exchange) -> answer(exchange, 409, "10\n")));
        signed(9);
        assertThat(ask(cosigned).getFirst().trouble())
                .contains("it says that it has cosigned a head of 10, ours is of 9");
    }

    @Test
    void one_that_is_away_holds_up_nobody_and_gets_the_newest_head_when_it_is_back() throws Exception {
        var away = new WitnessPolicy.Witness(POTSDAM.key(), Optional.of("http://127.0.0.1:1/"));
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", cosigning(BERLIN)), away);
        signed(5);
        var standings = ask(cosigned);
        assertThat(standings.getFirst()).isEqualTo(well(BERLIN, 5));
        assertThat(standings.getLast().trouble()).contains("it is away: ConnectException");
        signed(4);
        var back = cosigned(1, at(POTSDAM.key(), "/p", cosigning(POTSDAM)));
        assertThat(ask(back)).containsExactly(well(POTSDAM, 9));
    }

    /** It lets the request through and says nothing; with a head of the answer, and without. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_that_never_finishes_is_away(boolean begins) throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", (_, exchange) -> {
            if (begins) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }));
        signed(5);
        assertThat(ask(cosigned).getFirst().trouble().orElseThrow()).startsWith("it is away");
    }

    @Test
    void a_cosignature_of_another_key_or_another_head_is_never_kept() throws Exception {
        var stranger = cosigner("berlin.example");
        var other = new Checkpoint(LOG.key().name(), new Head(3, TreeHash.leaf(new byte[0])));
        var cosigned = cosigned(
                0,
                at(BERLIN.key(), "/stranger", cosigning(stranger)),
                at(
                        POTSDAM.key(),
                        "/other",
                        (_, exchange) -> answer(exchange, 200, POTSDAM.cosign(other, NOON) + "\n")));
        signed(5);
        var standings = ask(cosigned);
        assertThat(standings.getFirst().trouble()).contains("it answers without its cosignature");
        assertThat(standings.getLast().trouble()).contains("its cosignature is not genuine");
        assertThat(cosigned.note(5)).isEqualTo(checkpoints.at(5));
    }

    @Test
    void lines_of_others_beside_its_own_do_not_matter() throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", cosigning(cosigner("berlin.example"), POTSDAM, BERLIN)));
        signed(5);
        assertThat(ask(cosigned)).containsExactly(well(BERLIN, 5));
        assertThat(cosigned.note(5).orElseThrow().signatures()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 ",
                "200 hello\n",
                "200 — berlin.example AAAA\n",
                "403 ",
                "404 ",
                "422 ",
                "500 ",
                "302 ",
                "409 ",
                "409 nine\n",
                "409 3",
                "409 -1\n",
                "409 99999999999999999999\n"
            })
    void whatever_else_it_answers_it_is_named_and_nothing_is_kept(String statusAndBody) throws Exception {
        int status = Integer.parseInt(statusAndBody.substring(0, 3));
        var cosigned = cosigned(
                1, at(BERLIN.key(), "/b", (_, exchange) -> answer(exchange, status, statusAndBody.substring(4))));
        signed(5);
        var standing = ask(cosigned).getFirst();
        assertThat(standing.trouble().orElseThrow()).startsWith("it ");
        assertThat(standing.cosigned()).isZero();
    }

    @Test
    void an_endless_answer_is_cut_off() throws Exception {
        var cosigned = cosigned(1, at(BERLIN.key(), "/b", (_, exchange) -> answer(exchange, 200, "x".repeat(1 << 20))));
        signed(5);
        assertThat(ask(cosigned).getFirst().trouble()).isPresent();
    }

    @Test
    void the_newest_head_that_enough_have_cosigned_is_shown_and_the_newest_of_all_while_there_is_none()
            throws Exception {
        var one = at(BERLIN.key(), "/b", cosigning(BERLIN));
        var away = new WitnessPolicy.Witness(POTSDAM.key(), Optional.of("http://127.0.0.1:1"));
        var both = cosigned(2, one, away);
        var any = cosigned(1, one, away);
        signed(5);
        assertThat(any.newest()).isEqualTo(checkpoints.at(5));
        ask(both);
        signed(4);
        assertThat(any.newest()).isEqualTo(any.note(5));
        assertThat(any.met(4)).containsExactly(5L);
        assertThat(any.met(5)).isEmpty();
        assertThat(both.newest()).isEqualTo(checkpoints.at(9));
        assertThat(cosigned(0, one).newest()).isEqualTo(checkpoints.at(9));
    }

    @Test
    void a_witness_that_the_policy_no_longer_names_is_no_longer_shown() throws Exception {
        signed(5);
        ask(cosigned(1, at(BERLIN.key(), "/b", cosigning(BERLIN))));
        assertThat(cosigned(0).note(5)).isEqualTo(checkpoints.at(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://berlin.example", "berlin.example", "http:///x", "file:///etc/passwd"})
    void an_address_is_of_http(String url) {
        var cosigned = cosigned(1, new WitnessPolicy.Witness(BERLIN.key(), Optional.of(url)));
        assertThatThrownBy(() -> new Asking(log, checkpoints, cosigned, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
