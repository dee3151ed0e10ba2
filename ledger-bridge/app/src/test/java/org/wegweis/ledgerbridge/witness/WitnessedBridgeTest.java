package org.wegweis.ledgerbridge.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.LedgerBridge;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.KeyFolder;
import org.wegweis.ledgerbridge.sealing.Sealer;

/** Two whole services: Potsdam's log, which Berlin witnesses, beside another log that is no good. */
class WitnessedBridgeTest {
    private static final WitnessedLog BAD = new WitnessedLog("bad.example/log");
    private static final Chains chains = new Chains(1, 3);
    private static final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext berlin;
    private static ConfigurableApplicationContext potsdam;

    @BeforeAll
    static void start() throws Exception {
        postgres = Databases.start();
        // Potsdam's log key is there before its service, so that Berlin can be told
        var log = NoteSigner.generate("potsdam.example/log", new SecureRandom());
        KeyFolder.open(folder.resolve("potsdam")).text("log.key", () -> log.secret() + "\n");
        berlin = bridge(
                "berlin",
                "--wegweis.witness.logs[0]=" + log.key(),
                "--wegweis.witness.logs[1]=" + BAD.key().key(),
                "--wegweis.witness.name=berlin.example/witness");
        String witness = text(get(berlin, "/witness")).lines().findFirst().orElseThrow();
        Path policy = Files.writeString(
                folder.resolve("policy.txt"), """
                log %s
                witness berlin %s %s
                quorum berlin
                """.formatted(log.key(), witness, at(berlin, "/witness/")));
        potsdam = bridge(
                "potsdam", "--wegweis.sealing.origin=potsdam.example/log", "--wegweis.witnesses.policy-file=" + policy);
    }

    @AfterAll
    static void stop() throws Exception {
        potsdam.close();
        berlin.close();
        postgres.close();
    }

    private static ConfigurableApplicationContext bridge(String name, String... more) {
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--wegweis.keys=" + folder.resolve(name),
                "--wegweis.sealing.every=PT1H",
                "--wegweis.ordering.pause=PT1H",
                "--wegweis.witnesses.every=PT1H"));
        arguments.addAll(Arrays.asList(more));
        return LedgerBridge.application().run(arguments.toArray(String[]::new));
    }

    private static URI at(ConfigurableApplicationContext bridge, String path) {
        String port = bridge.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<byte[]> get(ConfigurableApplicationContext bridge, String path)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(bridge, path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> add(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(berlin, "/witness/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> add(AddCheckpoint request) throws IOException, InterruptedException {
        return add(request.toString());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String hash(String origin) {
        return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Potsdam's log grows, is signed and sealed, and its witness is asked. */
    private static long witnessed() throws InterruptedException {
        var log = potsdam.getBean(LogStore.class);
        log.append(
                log.size(),
                chains.grow(20).stream()
                        .map(record -> EventRecord.entry(record.encode()))
                        .toList());
        potsdam.getBean(Sealer.class).signAndSeal();
        potsdam.getBean(Asking.class).once();
        return log.size();
    }

    @Test
    void a_head_is_cosigned_by_the_other_service_and_both_show_it() throws Exception {
        for (int round = 0; round < 3; round++) {
            long size = witnessed();
            var trust = Trust.parse(get(potsdam, "/trust").body());
            assertThat(trust.witnesses().threshold()).isOne();
            var shown = Note.parse(get(potsdam, "/checkpoint").body());
            assertThat(shown.text()).contains("\n" + size + "\n");
            assertThat(shown.signedBy(trust.logKey())).isTrue();
            assertThat(trust.witnesses().metBy(shown).met()).isTrue();
            assertThat(potsdam.getBean(Cosigned.class).note(size)).contains(shown);

            // Berlin keeps both its lines, Potsdam that of the key it trusts
            var kept = Note.parse(get(berlin, "/witness/" + hash("potsdam.example/log") + "/checkpoint")
                    .body());
            assertThat(kept.text()).isEqualTo(shown.text());
            assertThat(kept.signatures()).hasSize(3).containsAll(shown.signatures());
            var keys = text(get(berlin, "/witness")).lines().map(NoteKey::parse).toList();
            assertThat(kept.cosignedBy(keys)).containsOnlyKeys(keys);
        }
        assertThat(text(get(potsdam, "/actuator/health")))
                .contains("\"berlin.example/witness\":{\"cosigned\":"
                        + potsdam.getBean(LogStore.class).size() + "}");
        assertThat(text(get(potsdam, "/actuator/prometheus")))
                .contains(
                        "wegweis_witnesses_cosigned{witness=\"berlin.example/witness\"}",
                        "wegweis_witnesses_trouble{witness=\"berlin.example/witness\"} 0.0");
    }

    @Test
    void the_policy_that_packages_show_is_the_one_of_the_settings() {
        var policy = potsdam.getBean(WitnessPolicy.class);
        assertThat(WitnessPolicy.parse(policy.toString())).isEqualTo(policy);
        assertThat(policy).isEqualTo(potsdam.getBean(Cosigned.class).policy());
        assertThat(policy.logs()).hasSize(1);
    }

    @Test
    void each_refusal_has_its_own_status_and_a_problem_document() throws Exception {
        var log = new WitnessedLog("bad.example/log"); // another key of that name
        assertProblem(add("hello"), 400, "malformed-request");
        assertProblem(add(""), 400, "malformed-request");
        assertProblem(add("x".repeat(AddCheckpoint.MOST_BYTES + 1)), 400, "malformed-request");
        assertProblem(add(log.asks(0, 7)), 403, "not-signed-by-log");
        assertProblem(add(new WitnessedLog("unknown.example").asks(0, 7)), 404, "unknown-log");
        assertProblem(add(new AddCheckpoint(0, BAD.asks(3, 7).proof(), BAD.signed(7))), 422, "inconsistent-checkpoint");
    }

    @Test
    void two_heads_of_one_size_stop_no_other_log_and_are_shown_to_all() throws Exception {
        assertThat(add(BAD.asks(0, 7)).statusCode()).isEqualTo(200);
        var conflict = add(BAD.asks(0, 9));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(text(conflict)).isEqualTo("7\n");
        assertThat(get(berlin, "/actuator/health").statusCode()).isEqualTo(200);

        assertThat(add(BAD.fork().asks(7, 7)).statusCode()).isEqualTo(422);
        assertThat(text(get(berlin, "/actuator/health")))
                .contains("\"witness\":{\"details\":{\"equivocations\":1},\"status\":\"DOWN\"}");
        assertThat(text(get(berlin, "/actuator/prometheus"))).contains("wegweis_witness_equivocations 1.0");
        assertThat(text(get(berlin, "/witness/equivocations")))
                .contains("\"origin\":\"bad.example/log\"", "\"size\":7")
                .contains(lines(BAD.signed(7)), lines(BAD.fork().signed(7)));
        witnessed();
        assertThat(potsdam.getBean(Asking.class).standings())
                .allSatisfy(one -> assertThat(one.trouble()).isEmpty());
    }

    private static String lines(Note note) {
        return note.toString().replace("\n", "\\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/witness/0000000000000000000000000000000000000000000000000000000000000000/checkpoint",
        "/witness/ABC/checkpoint"
    })
    void a_log_of_which_nothing_was_cosigned_has_no_checkpoint(String path) throws Exception {
        assertThat(get(berlin, path).statusCode()).isEqualTo(404);
    }

    @Test
    void who_witnesses_nothing_has_no_keys_and_knows_no_log() throws Exception {
        assertThat(get(potsdam, "/witness").statusCode()).isEqualTo(404);
        assertThat(text(get(potsdam, "/witness/equivocations"))).isEqualTo("[]");
        assertThat(Files.exists(folder.resolve("potsdam/witness.key"))).isFalse();
        assertThat(Files.exists(folder.resolve("berlin/witness-ml-dsa.key"))).isTrue();
    }

    @Test
    void a_policy_for_another_log_stops_the_start() throws Exception {
        Path policy = Files.writeString(
                folder.resolve("other.txt"), "log " + BAD.key().key() + "\nquorum none\n");
        assertThatThrownBy(() -> bridge("third", "--wegweis.witnesses.policy-file=" + policy))
                .hasStackTraceContaining("the policy is for another log");
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(text(answer)).contains("/problems/" + slug);
    }
}
