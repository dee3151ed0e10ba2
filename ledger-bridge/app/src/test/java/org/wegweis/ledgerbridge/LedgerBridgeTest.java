package org.wegweis.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.Sealer;
import org.wegweis.ledgerbridge.sealing.SwitchableLedger;
import org.wegweis.ledgerbridge.time.Stamper;

@SpringBootTest(
        properties = {
            "spring.config.name=ledger-bridge",
            "wegweis.sealing.every=PT1H",
            "wegweis.ordering.pause=PT1H",
            "wegweis.time-stamps.every=PT1H",
            "spring.kafka.bootstrap-servers=127.0.0.1:1"
        })
@AutoConfigureMockMvc
class LedgerBridgeTest {
    /** What Spring Security says where nobody says otherwise. */
    private static final String NOT_STORED = "no-cache, no-store, max-age=0, must-revalidate";

    private static final EmbeddedPostgres postgres = Databases.start();
    private static final Path keys = folder();
    private static final Map<String, byte[]> told = new ConcurrentHashMap<>();
    private static final HttpServer others = others();

    @Autowired
    MockMvcTester http;

    @Autowired
    LogStore log;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Sealer sealer;

    @Autowired
    Stamper stamper;

    @Autowired
    SwitchableLedger ledger;

    private Chains chains = new Chains(1, 1);

    @TestConfiguration
    static class Ledgers {
        @Bean
        @Primary
        SwitchableLedger switchable(@Qualifier("ledger") Ledger ledger) {
            return new SwitchableLedger(ledger);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        String url = "http://127.0.0.1:" + others.getAddress().getPort();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("wegweis.keys", keys::toString);
        properties.add("wegweis.tracking-service.url", () -> url);
        properties.add("wegweis.mobile-api.url", () -> url);
        properties.add("wegweis.projections.url", () -> url);
    }

    @AfterAll
    static void stop() throws Exception {
        others.stop(0);
        postgres.close();
    }

    /** Records that the log does not have yet, whatever other tests have put into it. */
    @BeforeEach
    void later() {
        chains = new Chains(log.size(), 3, log.size());
        told.clear();
    }

    @Test
    void a_package_holds_against_the_services_own_trust() {
        logged(first());
        sealAndStamp();
        var answer = evidence(first(), "dispatcher");
        assertThat(answer).hasStatus(200).hasContentType("application/vnd.etsi.asic-e+zip");
        assertThat(answer)
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"wegweis-" + first() + ".asice\"");
        byte[] file = answer.getResponse().getContentAsByteArray();
        var trust = Trust.parse(bytes("/trust"));
        assertThat(Verification.verify(file, Optional.of(trust)).outcome()).isEqualTo(Report.Outcome.HOLDS);

        var verified = verify(file);
        assertThat(verified).hasStatus(200);
        assertThat(verified).bodyJson().extractingPath("$.outcome").isEqualTo("holds");
        file[file.length / 2] ^= 1;
        assertThat(verify(file)).bodyText().doesNotContain("\"outcome\":\"holds\"");
    }

    /** The command line as it is started, on the same bytes with the same trust. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_page_and_the_command_line_say_the_same(boolean genuine) throws Exception {
        logged(first());
        sealAndStamp();
        byte[] file = evidence(first(), "dispatcher").getResponse().getContentAsByteArray();
        if (!genuine) file[new String(file, StandardCharsets.ISO_8859_1).indexOf("\"nonce\"") + 12] ^= 1;
        var folder = Files.createTempDirectory("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.wegweis.verifier.Verifier",
                        "--json",
                        "--trust",
                        Files.write(folder.resolve("trust.json"), bytes("/trust"))
                                .toString(),
                        Files.write(folder.resolve("a.asice"), file).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isEqualTo(genuine ? 0 : 1);
        assertThat(Json.parse(new String(said, StandardCharsets.UTF_8).strip()))
                .isEqualTo(Json.parse(verify(file).getResponse().getContentAsByteArray()));
    }

    @Test
    void the_page_is_there_for_anybody_and_loads_nothing_from_elsewhere() throws IOException {
        assertThat(http.get().uri("/").exchange()).hasStatus(302).hasRedirectedUrl("/verify");
        var page = http.get().uri("/verify").accept(MediaType.TEXT_HTML).exchange();
        assertThat(page).hasStatus(200).hasContentType("text/html;charset=UTF-8");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe", "http");
        for (String part : List.of("verify.js", "page.js", "verify.css", "icon.svg")) {
            assertThat(http.get().uri("/verify/" + part).exchange()).as(part).hasStatus(200);
        }
        assertThat(page).bodyText().doesNotContain("https://", "http://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificates", "transfer-notes", "permits", "outages", "stocks"})
    void every_kind_of_subject_has_a_package(String kind) {
        logged(first());
        sealAndStamp();
        String id = kind.equals("stocks") ? "P12345678" : first().toString();
        assertProblem(evidence(kind, id, "auditor"), 404, "no-such-" + kind.substring(0, kind.length() - 1));
        told.put(
                "/api/" + kind + "/" + id + "/records",
                Objects.requireNonNull(told.get("/api/consignments/" + first() + "/records")));
        var answer = evidence(kind, id, "auditor");
        assertThat(answer).hasStatus(200);
        var report = Verification.verify(answer.getResponse().getContentAsByteArray(), Optional.empty());
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS_TOGETHER);
    }

    @Test
    void a_package_holds_the_records_of_all_that_the_waste_passed_through() {
        logged(first());
        sealAndStamp();
        UUID second = chains.subject(1);
        UUID third = chains.subject(2);
        tell(second, chains.records());
        tell(third, chains.records());
        told.put("/api/outages/" + second + "/records", records(second));
        told.put("/api/stocks/P12345678/records", records(third));
        travelled(
                first(),
                node("consignment", first()),
                lotAt("P12345678"),
                lotAt("P12345678"),
                lotAt("P87654321"), // a lot that projections shows, of a stock that tracking-service does not
                hidden("consignment"));
        told.put(
                "/api/consignments/" + first(),
                Json.parse("""
                {"fallbackReceipts":[{"outage":"%s"}]}""".formatted(second)).canonicalBytes());
        var report = Verification.verify(packageOf(first()), Optional.empty());
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS_TOGETHER);
        assertThat(report.steps())
                .filteredOn(step -> step.code() == Step.Code.RECORDS_CANONICAL)
                .extracting(step -> step.sentence().english())
                .containsExactly(("All %d records are in their one form; 3 subjects, among them %s."
                                + " 2 more stations are hidden from the recipient, the operator says.")
                        .formatted(chains.records().size(), first()));
    }

    /** A plant's stock never stands still. */
    @Test
    void a_stock_is_there_as_far_as_the_head_covers_it() {
        logged(first());
        sealAndStamp();
        UUID second = chains.subject(1);
        long sealed = recordsOf(second);
        chains.grow(20);
        tell(second, chains.records());
        told.put("/api/stocks/P12345678/records", records(second));
        travelled(first(), node("consignment", first()), lotAt("P12345678"));
        assertThat(recordsOf(second)).isGreaterThan(sealed);
        var verified = Verification.verify(packageOf(first()), Optional.empty());
        assertThat(verified.steps())
                .filteredOn(step -> step.code() == Step.Code.RECORDS_CANONICAL)
                .extracting(step -> step.sentence().english())
                .first(STRING)
                .startsWith("All %d records".formatted(recordsOf(first(), 20) + sealed));
    }

    @Test
    void projections_may_be_away() {
        logged(first());
        sealAndStamp();
        told.remove("/api/consignments/" + first() + "/lineage");
        assertProblem(evidence(first(), "auditor"), 503, "away");
    }

    @Test
    void what_is_not_sealed_yet_is_asked_for_again() {
        logged(first());
        var answer = evidence(first(), "auditor");
        assertProblem(answer, 503, "not-sealed-yet");
        assertThat(answer).headers().hasValue("Retry-After", "3600");
    }

    @Test
    void what_the_log_does_not_hold_gets_no_package() {
        logged(first());
        sealAndStamp();
        tell(first(), chains.records().stream().map(chains::instead).toList());
        assertProblem(evidence(first(), "authority"), 500, "not-in-log");
    }

    @Test
    void what_does_not_exist_for_the_caller_has_no_package() {
        assertProblem(evidence(first(), "gate"), 404, "no-such-consignment");
    }

    @Test
    void tracking_service_may_be_away() {
        told.put("/api/consignments/" + first() + "/records", new byte[0]); // an answer that nobody understands
        var answer = evidence(first(), "gate");
        assertProblem(answer, 503, "away");
        assertThat(answer).headers().containsHeader("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "operator"})
    void others_get_no_evidence(String role) {
        assertProblem(evidence(first(), role), 403, "not-for-role");
    }

    @Test
    void nobody_gets_evidence_without_a_token() {
        assertThat(http.get().uri("/api/consignments/" + first() + "/evidence").exchange())
                .hasStatus(401);
    }

    @Test
    void operators_and_auditors_see_which_audits_were_run() {
        database.update("insert into audit_run values (gen_random_uuid(), now(), 'audit', 7, 0, '', 'file')");
        for (String role : List.of("operator", "auditor")) {
            var answer = http.get().uri("/api/audits").with(token(role)).exchange();
            assertThat(answer).hasStatus(200);
            assertThat(answer).bodyJson().extractingPath("$[0].places").isEqualTo(7);
            assertThat(answer).bodyJson().extractingPath("$[0].ended").isNull();
        }
        assertProblem(http.get().uri("/api/audits").with(token("gate")).exchange(), 403, "not-for-role");
    }

    @Test
    void an_id_that_is_none_is_a_wrong_field() {
        assertProblem(
                http.get()
                        .uri("/api/consignments/1/evidence")
                        .with(token("gate"))
                        .exchange(),
                400,
                "wrong-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data"})
    void what_is_no_package_is_refused_whatever_it_is_sent_as(String type) {
        for (String body : List.of("", "hello", "a=b&c")) {
            assertProblem(
                    verify(body.getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType(type)),
                    400,
                    "unreadable-package");
        }
    }

    @Test
    void a_ledger_that_is_away_is_asked_again_later() {
        ledger.away = true;
        try {
            var status = http.get().uri("/api/status").exchange();
            assertProblem(status, 503, "away");
            assertThat(status).headers().containsHeader("Retry-After");
            assertThat(http.get().uri("/actuator/health").exchange())
                    .hasStatus(503)
                    .bodyJson()
                    .extractingPath("$.components.sealing.details.backlog")
                    .isEqualTo("unknown");
        } finally {
            ledger.away = false;
        }
    }

    @Test
    void anybody_reads_the_log() {
        logged(first());
        sealAndStamp();
        var trust = Trust.parse(bytes("/trust"));
        var note = Note.parse(bytes("/checkpoint"));
        assertThat(note.signedBy(trust.logKey())).isTrue();
        var head = Checkpoint.parse(note.text()).head();
        assertThat(head).isEqualTo(log.tree().head(log.size()));
        var tile = new TilePath(TilePath.ENTRIES, 0, (int) Math.min(256, head.size()));
        var answer = http.get()
                .uri("/" + tile)
                .header("Origin", "https://elsewhere.example")
                .exchange();
        assertThat(answer).hasStatus(200).hasContentType(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(answer).headers().hasValue("Access-Control-Allow-Origin", "*");
        assertThat(answer).headers().hasValue("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(http.get().uri("/checkpoint").exchange()).hasContentType("text/plain;charset=UTF-8");
        assertThat(http.get().uri("/api/status").exchange()).bodyJson().isLenientlyEqualTo("""
                        {"records":%1$d,"signedSize":%1$d,"sealedSize":%1$d,"ledger":"local","independent":false}
                        """.formatted(log.size()));
    }

    @Test
    void anybody_gets_a_proof_of_any_entry_that_is_signed() {
        logged(first());
        sealAndStamp();
        long index = log.size() - 7;
        var answer = http.get().uri("/tlog-proof/" + index).exchange();
        assertThat(answer).hasStatus(200).hasContentType("text/plain;charset=UTF-8");
        assertThat(answer).headers().hasValue("Cache-Control", "max-age=1, must-revalidate, public");
        var proof = LogProof.parse(body(answer));
        assertThat(proof.index()).isEqualTo(index);
        assertThat(proof.checkpoint()).isEqualTo(Note.parse(bytes("/checkpoint")));
        assertThat(proof.proves(log.entry(index).orElseThrow().bytes())).isTrue();
        assertThat(proof.proves(log.entry(index + 1).orElseThrow().bytes())).isFalse();

        logged(first());
        assertProblem(http.get().uri("/tlog-proof/" + (log.size() - 1)).exchange(), 404, "not-signed-yet");
    }

    @Test
    void anybody_gets_the_proof_that_the_log_only_grows() {
        logged(first());
        sealAndStamp();
        var before = log.tree().head(log.size());
        logged(first());
        sealAndStamp();
        var answer = http.get().uri("/consistency?old=" + before.size()).exchange();
        assertThat(answer).hasStatus(200).hasContentType("text/plain;charset=UTF-8");
        assertThat(answer).headers().hasValue("Cache-Control", "max-age=1, must-revalidate, public");
        var growth = AddCheckpoint.parse(raw(answer));
        assertThat(growth.proves(before)).isTrue();
        assertThat(growth.checkpoint()).isEqualTo(Note.parse(bytes("/checkpoint")));
        assertThat(AddCheckpoint.parse(raw(http.get().uri("/consistency?old=0").exchange()))
                        .proof())
                .isEmpty();
        assertThat(AddCheckpoint.parse(raw(
                                http.get().uri("/consistency?old=" + log.size()).exchange()))
                        .proves(log.tree().head(log.size())))
                .isTrue();
        assertProblem(http.get().uri("/consistency?old=" + (log.size() + 1)).exchange(), 404, "not-signed-yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "01", "+1", "1e3", "9999999999999999999", "٣", "x"})
    void what_is_no_number_is_a_wrong_field(String number) {
        logged(first());
        sealAndStamp();
        assertProblem(http.get().uri("/tlog-proof/{index}", number).exchange(), 400, "wrong-field");
        assertProblem(http.get().uri("/consistency").queryParam("old", number).exchange(), 400, "wrong-field");
    }

    @Test
    void nobody_sees_of_the_log_what_is_not_signed() {
        logged(first());
        sealAndStamp();
        long signed = log.size();
        logged(first());
        String unsigned = "/" + TilePath.last(TilePath.ENTRIES, signed + 1);
        assertProblem(http.get().uri(unsigned).exchange(), 404, "not-found");
        assertThat(http.get().uri(unsigned).exchange()).headers().hasValue("Cache-Control", NOT_STORED);
        sealAndStamp();
        assertThat(http.get().uri(unsigned).exchange()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/checkpoint", "/tile/0/000.p/1", "/tile/entries/000.p/1", "/tlog-proof/0", "/consistency?old=1"
            })
    void whoever_mirrors_the_log_may_ask_without_taking_from_any_page(String path) {
        logged(first());
        sealAndStamp();
        var answer = http.head()
                .uri(path)
                .header("Origin", "https://elsewhere.example")
                .exchange();
        assertThat(answer).hasStatus(200);
        assertThat(answer).headers().hasValue("Access-Control-Allow-Origin", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tile/0/x1", "/tile/0/000.p/0", "/tile/0/000.p/256", "/tile/7/999", "/tile/00/000"})
    void a_tile_that_is_not_there_is_not_found(String path) {
        assertProblem(http.get().uri(path).exchange(), 404, "not-found");
    }

    @Test
    void the_newest_head_is_stamped_by_an_authority_that_says_it_is_not_independent() {
        logged(first());
        sealAndStamp();
        stamper.stamp();
        var trust = Trust.parse(bytes("/trust"));
        assertThat(trust.tsaCertificates()).hasSize(1).noneMatch(Trust.TsaCertificate::independent);
        var answer = http.get().uri("/time-stamp/" + log.size()).exchange();
        assertThat(answer).hasStatus(200).hasContentType("application/vnd.etsi.timestamp-token");
        var token = TimeStamp.parse(answer.getResponse().getContentAsByteArray());
        assertThat(token.covers(bytes("/checkpoint"))).isTrue();
        assertThat(token.leadsTo(List.of(trust.tsaCertificates().getFirst().certificate())))
                .isTrue();
        assertThat(http.get().uri("/api/status").exchange()).bodyJson().isLenientlyEqualTo("""
                        {"timeStamps":{"authority":"%s","independent":false,"stampedSize":%d}}
                        """.formatted(
                        TestAuthority.NAME, log.size()));
        assertThat(http.get().uri("/actuator/health").exchange())
                .bodyJson()
                .extractingPath("$.components.timeStamps.details")
                .isEqualTo(Map.of("authority", TestAuthority.NAME, "independent", false, "waiting", 0));
        assertThat(http.get().uri("/actuator/prometheus").exchange())
                .bodyText()
                .contains("wegweis_timestamps_waiting", "wegweis_timestamps_age_seconds");
    }

    @Test
    void a_head_without_a_time_stamp_is_not_found() {
        assertProblem(http.get().uri("/time-stamp/999999").exchange(), 404, "not-found");
        assertProblem(http.get().uri("/time-stamp/x").exchange(), 400, "wrong-field");
    }

    @Test
    void anybody_may_ask_the_built_in_authority() throws Exception {
        byte[] query = new TimeStampRequestGenerator()
                .generate(HashAlgorithm.SHA_256.identifier(), new byte[32])
                .getEncoded();
        assertThat(tsa(query, "application/timestamp-query"))
                .hasStatus(200)
                .hasContentType("application/timestamp-reply");
        assertThat(tsa("hello".getBytes(StandardCharsets.UTF_8), "application/timestamp-query"))
                .hasStatus(200)
                .hasContentType("application/timestamp-reply");
        assertProblem(tsa(query, "application/json"), 415, "unsupported-media-type");
    }

    private MvcTestResult tsa(byte[] query, String type) {
        return http.post()
                .uri("/tsa")
                .contentType(MediaType.parseMediaType(type))
                .content(query)
                .exchange();
    }

    @Test
    void keys_are_the_owners_alone() throws IOException {
        assertThat(Files.getPosixFilePermissions(keys)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(keys)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void health_and_metrics_say_how_far_the_log_is() {
        assertThat(http.get().uri("/actuator/health").exchange())
                .bodyJson()
                .extractingPath("$.components.sealing.details")
                .isEqualTo(Map.of("backlog", 0)); // and no trouble
        assertThat(http.get().uri("/actuator/prometheus").exchange())
                .bodyText()
                .contains("wegweis_log_records", "wegweis_log_signed", "wegweis_log_sealed", "wegweis_sealing_backlog");
    }

    /** Puts records of the consignment and others into the log; tracking-service tells of those of the consignment. */
    private void logged(UUID consignment) {
        long size = log.size();
        var grown = chains.grow(20);
        log.append(
                size,
                grown.stream().map(record -> EventRecord.entry(record.encode())).toList());
        tell(consignment, grown);
    }

    private static void tell(UUID consignment, List<EventRecord> records) {
        Predicate<EventRecord> own = record -> record.subject().equals(consignment);
        var items = records.stream()
                .filter(own)
                .<Json>map(record -> Json.Obj.of()
                        .with("position", record.position())
                        .with("record", Base64.getEncoder().encodeToString(record.encode()))
                        .with("disclosures", new Json.Arr(List.of())))
                .toList();
        told.put("/api/consignments/" + consignment + "/records", new Json.Arr(items).canonicalBytes());
        travelled(consignment, node("consignment", consignment));
        told.put(
                "/api/consignments/" + consignment,
                Json.Obj.of().with("fallbackReceipts", new Json.Arr(List.of())).canonicalBytes());
    }

    /** Projections tells what the consignment's waste passed through, itself first. */
    private static void travelled(UUID consignment, Json.Obj... nodes) {
        told.put(
                "/api/consignments/" + consignment + "/lineage",
                Json.Obj.of()
                        .with("complete", true)
                        .with("nodes", new Json.Arr(List.of(nodes)))
                        .with("edges", new Json.Arr(List.of()))
                        .canonicalBytes());
    }

    private static Json.Obj node(String kind, UUID id) {
        return hidden(kind).with("hidden", false).with("id", id.toString());
    }

    private static Json.Obj lotAt(String site) {
        return hidden("lot")
                .with("hidden", false)
                .with("site", Json.Obj.of().with("site", site).with("name", new Json.Null()));
    }

    private static Json.Obj hidden(String kind) {
        return Json.Obj.of()
                .with("kind", kind)
                .with("hidden", true)
                .with("massGrams", 1000)
                .with("wasteCode", new Json.Null());
    }

    private static byte[] records(UUID subject) {
        return Objects.requireNonNull(told.get("/api/consignments/" + subject + "/records"));
    }

    private long recordsOf(UUID subject) {
        return recordsOf(subject, Integer.MAX_VALUE);
    }

    /** How many of the first records are the subject's. */
    private long recordsOf(UUID subject, int first) {
        return chains.records().stream()
                .limit(first)
                .filter(record -> record.subject().equals(subject))
                .count();
    }

    private byte[] packageOf(UUID consignment) {
        var answer = evidence(consignment, "auditor");
        assertThat(answer).hasStatus(200);
        return answer.getResponse().getContentAsByteArray();
    }

    private UUID first() {
        return chains.subject(0);
    }

    private MvcTestResult evidence(UUID consignment, String role) {
        return evidence("consignments", consignment.toString(), role);
    }

    private MvcTestResult evidence(String kind, String id, String role) {
        return http.get()
                .uri("/api/" + kind + "/" + id + "/evidence")
                .with(token(role))
                .exchange();
    }

    private MvcTestResult verify(byte[] file) {
        return verify(file, MediaType.APPLICATION_OCTET_STREAM);
    }

    private MvcTestResult verify(byte[] file, MediaType type) {
        return http.post().uri("/verify").contentType(type).content(file).exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void sealAndStamp() {
        sealer.signAndSeal();
        stamper.stamp();
    }

    private static byte[] raw(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    private byte[] bytes(String path) {
        return http.get().uri(path).exchange().getResponse().getContentAsByteArray();
    }

    private static JwtRequestPostProcessor token(String role) {
        return jwt().jwt(jwt -> jwt.subject("somebody")
                        .claim("organisation", "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02")
                        .claim("roles", List.of(role)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private static void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://wegweis.example/problems/" + slug);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("keys").resolve("kept");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays tracking-service, projections and mobile-api. */
    private static HttpServer others() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    byte[] body = told.get(exchange.getRequestURI().getPath());
                    boolean known =
                            "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    if (body == null || !known) {
                        exchange.sendResponseHeaders(404, -1);
                    } else {
                        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                        exchange.getResponseBody().write(body);
                    }
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
