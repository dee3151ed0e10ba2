package org.wegweis.tracking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.tracking.certificate.CertificateWords;
import org.wegweis.tracking.consignment.ConsignmentWords;
import org.wegweis.tracking.outage.OutageWords;
import org.wegweis.tracking.permit.PermitWords;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.stock.StockWords;
import org.wegweis.tracking.transfernote.TransferNoteWords;

@Import(TrackingServiceTest.Clocks.class)
@SpringBootTest(
        properties = {"spring.config.name=tracking-service", "wegweis.relay.pause=PT1H", "wegweis.keeping.pause=PT0.1S"
        })
@AutoConfigureMockMvc
class TrackingServiceTest {
    private static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01"; // generator, Brandenburg
    private static final String SWIFT_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02"; // carrier
    private static final String SLOW_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a03"; // another carrier
    private static final String NORTH_LANDFILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a04"; // plant, Berlin
    private static final String STRANGER = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a05";
    private static final String FORMER_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a07"; // its papers are not in order
    private static final String SORTING = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a08"; // plant for rubble only
    private static final String OFFICE = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a06"; // authority or operator
    private static final String WRONG_NOTE = "99999999999999-9";
    private static final String WRONG_CERTIFICATE = "SNP99999999999";
    private static final String WRONG_SITE = "P99999999";
    private static final String PHONE = "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKI";

    private static final EmbeddedPostgres postgres = postgres();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AtomicInteger numbers = new AtomicInteger();
    private final Random random = new Random(11);

    @Autowired
    MockMvcTester http;

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How much later than now it is for the service. */
    private static volatile Duration ahead = Duration.ZERO;

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        InstantSource movable() {
            return () -> Instant.now().plus(ahead);
        }

        /** Somebody who knows of one number that it is wrong, and of no number that it is right. */
        @Bean
        @Primary
        CheckDigit oneWrong() {
            return (_, number) ->
                    number.equals(WRONG_NOTE) || number.equals(WRONG_CERTIFICATE) || number.equals(WRONG_SITE)
                            ? CheckDigit.Verdict.WRONG
                            : CheckDigit.Verdict.NOT_CHECKED;
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:1"); // nobody listens: commands go on
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void directory() {
        enter(GREEN_HILL, "Grünhügel Bau GmbH", "P12345678", "Baustelle Grünhügel", "Potsdam");
        enter(NORTH_LANDFILL, "Nordhalde GmbH", "L00000001", "Deponie Nord", "Berlin");
        enter(SWIFT_HAUL, "Flott Transporte GmbH", "L00000002", "Betriebshof", "Berlin");
        enter(SLOW_HAUL, "Gemach Transporte GmbH", "L00000003", "Betriebshof", "Berlin");
        enter(FORMER_HAUL, "Ehemals Transporte GmbH", "L00000007", "Betriebshof", "Berlin");
        enter(SORTING, "Sortierwerk GmbH", "L00000008", "Sortierwerk", "Berlin");
    }

    @Nested
    class Opening {
        @Test
        void a_dispatcher_opens_and_gets_a_place() {
            var answer = open(dispatcher(GREEN_HILL), opening().canonical());
            assertThat(answer).hasStatus(201);
            var json = json(answer);
            assertThat(text(json, "type")).isEqualTo("consignment.opened.v1");
            assertThat(number(json, "version")).isZero();
            assertThat(answer).headers().containsHeader("Location");
        }

        @Test
        void whoever_is_no_party_opens_nothing() {
            assertThat(open(dispatcher(STRANGER), opening().canonical())).hasStatus(404);
        }

        @Test
        void the_same_key_and_content_is_the_first_answer() {
            String body = opening().with("id", id()).canonical();
            var first = open(dispatcher(GREEN_HILL), body);
            var again = open(dispatcher(GREEN_HILL), body);
            assertThat(again).hasStatus(200);
            assertThat(json(again)).isEqualTo(json(first));
        }

        @Test
        void the_same_id_with_other_content_is_refused() {
            String id = id();
            open(dispatcher(GREEN_HILL), opening().with("id", id).canonical());
            var other = open(
                    dispatcher(GREEN_HILL),
                    opening().with("id", id).with("declaredGrams", 1).canonical());
            assertProblem(other, 409, "id-reused");
        }

        @ParameterizedTest(name = "{0} = {1}")
        @CsvSource(delimiter = '|', textBlock = """
                wasteCode     | "999999"          | 422 | unknown-waste-code | /wasteCode
                wasteCode     | "17"              | 400 | wrong-field        | /wasteCode
                wasteCode     | 170503            | 400 | wrong-field        | /wasteCode
                declaredGrams | -1                | 400 | wrong-field        | /declaredGrams
                declaredGrams | 0.5               | 400 | wrong-field        | /declaredGrams
                declaredGrams | "12"              | 400 | wrong-field        | /declaredGrams
                noteNumber    | "1"               | 400 | wrong-field        | /noteNumber
                certificate   | "XX"              | 400 | wrong-field        | /certificate
                happenedAt    | "yesterday"       | 400 | wrong-field        | /happenedAt
                id            | "1"               | 400 | wrong-field        | /id
                generator     | "Grünhügel"       | 400 | wrong-field        | /generator
                colour        | "green"           | 400 | wrong-field        | /colour
                personal      | {"shoe": "43"}    | 400 | wrong-field        | /personal/shoe
                """)
        void a_wrong_field_is_named_and_changes_nothing(
                String name, String value, int status, String slug, String field) {
            long before = position();
            var answer = open(
                    dispatcher(GREEN_HILL),
                    opening().with(name, Json.parse(value)).canonical());
            assertProblem(answer, status, slug);
            assertThat(text(json(answer), "field")).isEqualTo(field);
            assertThat(position()).isEqualTo(before + 1);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"a":1,"a":2}
                {
                []
                {"a":9007199254740993}
                {}x
                """)
        void what_is_not_strict_json_is_a_problem(String body) {
            assertThat(open(dispatcher(GREEN_HILL), body)).hasStatus(400);
        }

        @Test
        void a_site_nobody_entered_is_refused() {
            var plant = Json.Obj.of().with("organisation", NORTH_LANDFILL).with("site", "L99999999");
            var answer =
                    open(dispatcher(GREEN_HILL), opening().with("plant", plant).canonical());
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).isEqualTo("/plant/site");
        }
    }

    @Nested
    class Stating {
        @Test
        void a_phone_and_the_gate_bring_a_load_to_its_end() {
            var consignment = opened();
            var results = state(
                    statement(consignment, "consignment.picked-up.v1", SWIFT_HAUL, "driver", plate()),
                    statement(consignment, "consignment.delivered.v1", SWIFT_HAUL, "driver", Json.Obj.of()),
                    statement(
                            consignment,
                            "consignment.accepted.v1",
                            NORTH_LANDFILL,
                            "gate",
                            Json.Obj.of().with("acceptedGrams", 890_000)));
            assertThat(results).extracting(result -> text(result, "status")).containsOnly("accepted");
            assertThat(results).extracting(result -> number(result, "version")).containsExactly(1L, 2L, 3L);
        }

        @Test
        void the_same_statement_twice_in_one_batch_is_known_the_second_time() {
            var consignment = opened();
            var pickUp = statement(consignment, "consignment.picked-up.v1", SWIFT_HAUL, "driver", plate());
            var results = state(pickUp, pickUp);
            assertThat(results).extracting(result -> text(result, "status")).containsExactly("accepted", "known");
            assertThat(number(results.get(0), "position")).isEqualTo(number(results.get(1), "position"));
        }

        @Test
        void the_same_id_with_other_content_is_refused_also_about_another_consignment() {
            var first = opened();
            var pickUp = statement(first, "consignment.picked-up.v1", SWIFT_HAUL, "driver", plate());
            state(pickUp);
            var elsewhere = pickUp.with("consignment", opened());
            assertThat(slug(state(elsewhere).getFirst())).isEqualTo("id-reused");
            assertThat(slug(state(pickUp.with("happenedAt", "2026-11-23T09:00:00Z"))
                            .getFirst()))
                    .isEqualTo("id-reused");
        }

        @Test
        void one_refusal_does_not_harm_its_neighbours() {
            var consignment = opened();
            var results = state(
                    statement(consignment, "consignment.delivered.v1", SWIFT_HAUL, "driver", Json.Obj.of()),
                    statement(consignment, "consignment.picked-up.v1", SLOW_HAUL, "driver", Json.Obj.of()),
                    statement(consignment, "consignment.picked-up.v1", SWIFT_HAUL, "driver", Json.Obj.of()));
            assertThat(slug(results.get(0))).isEqualTo("not-picked-up");
            assertThat(slug(results.get(1))).isEqualTo("no-such-consignment");
            assertThat(text(results.get(2), "status")).isEqualTo("accepted");
        }

        @Test
        void an_unknown_consignment_is_refused() {
            var results = state(statement(id(), "consignment.delivered.v1", SWIFT_HAUL, "driver", Json.Obj.of()));
            assertThat(slug(results.getFirst())).isEqualTo("no-such-consignment");
        }

        @Test
        void nobody_but_mobile_api_forwards_statements() {
            assertThat(post("/api/statements", dispatcher(SWIFT_HAUL), "[]")).hasStatus(403);
        }
    }

    /** What {@code /v3/api-docs} shows of a body would be understood. */
    @Nested
    class Examples {
        @Test
        void every_body_has_an_example_that_is_understood() throws Exception {
            var docs = json(http.get().uri("/v3/api-docs").exchange());
            assertThat(text(docs, "openapi")).startsWith("3.1");
            for (var path : member(docs, "paths", Json.Obj.class).members().entrySet()) {
                for (var operation : ((Json.Obj) path.getValue()).members().entrySet()) {
                    if (!(((Json.Obj) operation.getValue()).members().get("requestBody") instanceof Json.Obj body))
                        continue;
                    var content = member(body, "content", Json.Obj.class);
                    var example = member(content, "application/json", Json.Obj.class)
                            .members()
                            .get("example");
                    assertThat(example)
                            .as(operation.getKey() + " " + path.getKey())
                            .isNotNull();
                    var answer = http.method(
                                    HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)))
                            .uri(path.getKey()
                                    .replace("{id}", id())
                                    .replace("{site}", "L00000001")
                                    .replace("{number}", "2026-0042"))
                            .with(anybody())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(Objects.requireNonNull(example).canonical())
                            .exchange();
                    assertThat(answer.getResponse().getStatus())
                            .as(operation.getKey() + " " + path.getKey() + ": "
                                    + answer.getResponse().getContentAsString())
                            .isIn(200, 201, 404, 409, 422);
                }
            }
        }
    }

    @Nested
    class Reading {
        @Test
        void a_party_reads_the_exact_records_and_what_was_said_of_people() {
            var consignment = opened();
            state(statement(consignment, "consignment.picked-up.v1", SWIFT_HAUL, "driver", plate()));

            var records = records(consignment, dispatcher(NORTH_LANDFILL));
            assertThat(records).hasSize(2);
            var pickUp = (Json.Obj) records.get(1);
            var bytes = Base64.getDecoder().decode(text(pickUp, "record"));
            var record = EventRecord.parse(bytes);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("B-XY 123");

            var disclosure = (Json.Obj)
                    member(pickUp, "disclosures", Json.Arr.class).items().getFirst();
            var commitment = new Commitment(text(disclosure, "value"), Hash.parse(text(disclosure, "salt")));
            var digests = member(record.data(), "digests", Json.Obj.class);
            assertThat(text(digests, "plate")).isEqualTo(commitment.digest().toString());

            var signed = member(pickUp, "statement", Json.Obj.class);
            assertThat(record.statement())
                    .contains(new Commitment(text(signed, "jws"), Hash.parse(text(signed, "salt"))).digest());
        }

        @Test
        void for_strangers_it_does_not_exist() {
            var consignment = opened();
            assertThat(get("/api/consignments/" + consignment + "/records", dispatcher(STRANGER)))
                    .hasStatus(404);
        }

        @Test
        void an_authority_sees_what_its_land_gives_it() {
            var consignment = opened();
            assertThat(records(consignment, authority("P"))).hasSize(1);
            assertThat(records(consignment, authority("L"))).hasSize(1);
            assertThat(get("/api/consignments/" + consignment + "/records", authority("S")))
                    .hasStatus(404);
        }

        @Test
        void a_plate_is_found_by_those_for_whom_the_consignment_exists() {
            var consignment = opened();
            var pickUp = statement(consignment, "consignment.picked-up.v1", SWIFT_HAUL, "driver", plate());
            state(pickUp);
            String path = "/api/disclosures?name=plate&value=bxy-123";
            assertThat(bodyText(get(path, dispatcher(GREEN_HILL)))).contains(consignment);
            assertThat(bodyText(get(path, dispatcher(STRANGER)))).doesNotContain(consignment);
        }

        @Test
        void health_says_how_far_kafka_is_behind() {
            opened();
            assertThat(http.get().uri("/actuator/health").exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("\"behind\"");
        }
    }

    private String opened() {
        var answer = open(dispatcher(GREEN_HILL), opening().canonical());
        assertThat(answer).hasStatus(201);
        return text(json(answer), "consignment");
    }

    private Json.Obj opening() {
        return Json.Obj.of()
                .with("wasteCode", "170503")
                .with("declaredGrams", 900_000)
                .with(
                        "generator",
                        Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"))
                .with("carrier", Json.Obj.of().with("organisation", SWIFT_HAUL))
                .with(
                        "plant",
                        Json.Obj.of().with("organisation", NORTH_LANDFILL).with("site", "L00000001"));
    }

    private static Json.Obj plate() {
        return Json.Obj.of().with("personal", Json.Obj.of().with("plate", "B-XY 123"));
    }

    private Json.Obj statement(String consignment, String type, String organisation, String role, Json.Obj data) {
        return Json.Obj.of()
                .with("id", id())
                .with("jws", "head." + UUID.nameUUIDFromBytes(id().getBytes(StandardCharsets.UTF_8)) + ".signature")
                .with("organisation", organisation)
                .with("role", role)
                .with("key", PHONE)
                .with("type", type)
                .with("consignment", consignment)
                .with("happenedAt", "2026-11-23T08:15:00Z")
                .with("data", data);
    }

    @Nested
    class Certificates {

        @Test
        void a_certificate_is_declared_accepted_sent_and_confirmed_and_a_load_uses_it() {
            String number = certificateNumber("EN");
            String certificate = submitted(number);
            assertThat(post(certificate + "/confirmation", authority("L"), """
                            {"until":"%s","quantityGrams":20000000}""".formatted(
                                    LocalDate.now(UTC).plusYears(1))))
                    .hasStatus(201);

            String load = text(
                    json(open(
                            dispatcher(GREEN_HILL),
                            opening().with("certificate", number).canonical())),
                    "consignment");
            assertThat(post("/api/consignments/" + load + "/pick-up", dispatcher(SWIFT_HAUL), """
                            {"loadedGrams":19000000}"""))
                    .hasStatus(201);
            awaitMasses(certificate, 19_000_000, 0);
            post("/api/consignments/" + load + "/delivery", dispatcher(SWIFT_HAUL), "{}");
            post("/api/consignments/" + load + "/acceptance", dispatcher(NORTH_LANDFILL), """
                            {"acceptedGrams":18500000}""");
            awaitMasses(certificate, 0, 18_500_000);
            assertThat(text(json(get(certificate, dispatcher(GREEN_HILL))), "state"))
                    .isEqualTo("valid");
        }

        /** §3(1) NachwV: many lorries at once under one certificate. */
        @Test
        void concurrent_loads_neither_lose_nor_double_a_gram() throws Exception {
            String number = certificateNumber("EN");
            String certificate = submitted(number);
            try (var lorries = Executors.newFixedThreadPool(6)) {
                var done = lorries.invokeAll(IntStream.range(0, 24)
                        .<Callable<String>>mapToObj(i -> () -> {
                            String load = text(
                                    json(open(
                                            dispatcher(GREEN_HILL),
                                            opening()
                                                    .with("certificate", number)
                                                    .canonical())),
                                    "consignment");
                            step(load, "pick-up", SWIFT_HAUL, "{\"loadedGrams\":%d}".formatted(1_000 + i));
                            if (i % 3 > 0) step(load, "delivery", SWIFT_HAUL, "{}");
                            if (i % 3 == 1)
                                step(load, "acceptance", NORTH_LANDFILL, "{\"acceptedGrams\":%d}".formatted(900 + i));
                            if (i % 3 == 2) step(load, "rejection", NORTH_LANDFILL, "{\"reason\":\"other\"}");
                            return load;
                        })
                        .toList());
                for (var one : done) one.get();
            }
            // 0, 3 … 21 are on the road, 1, 4 … 22 accepted, 2, 5 … 23 rejected
            awaitMasses(certificate, 8 * 1_000 + 84, 8 * 900 + 92);
        }

        @Test
        void what_is_rejected_is_free_again() {
            String number = certificateNumber("EN");
            String certificate = submitted(number);
            String load = text(
                    json(open(
                            dispatcher(GREEN_HILL),
                            opening().with("certificate", number).canonical())),
                    "consignment");
            post("/api/consignments/" + load + "/pick-up", dispatcher(SWIFT_HAUL), "{\"loadedGrams\":5}");
            awaitMasses(certificate, 5, 0);
            post("/api/consignments/" + load + "/delivery", dispatcher(SWIFT_HAUL), "{}");
            post("/api/consignments/" + load + "/rejection", dispatcher(NORTH_LANDFILL), "{\"reason\":\"other\"}");
            awaitMasses(certificate, 0, 0);
        }

        @Test
        void a_submission_that_comes_again_the_next_day_gets_the_first_answer() {
            String certificate = declared();
            post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}");
            var submission = Json.Obj.of()
                    .with("id", id())
                    .with("number", certificateNumber("EN"))
                    .with("happenedAt", Instant.now().toString());
            var first = post(certificate + "/submission", dispatcher(NORTH_LANDFILL), submission.canonical());
            assertThat(first).hasStatus(201);
            try {
                ahead = Duration.ofDays(1);
                var again = post(certificate + "/submission", dispatcher(NORTH_LANDFILL), submission.canonical());
                assertThat(again).hasStatus(200);
                assertThat(json(again)).isEqualTo(json(first));
                var other = submission.with("number", certificateNumber("EN")).canonical();
                assertProblem(post(certificate + "/submission", dispatcher(NORTH_LANDFILL), other), 400, "wrong-field");
            } finally {
                ahead = Duration.ZERO;
            }
        }

        /** The clock says so by itself (§5(5) NachwV). */
        @Test
        void silence_of_thirty_days_confirms() {
            String certificate = submitted(certificateNumber("EN"));
            try {
                ahead = Duration.ofDays(30);
                assertThat(text(json(get(certificate, dispatcher(GREEN_HILL))), "state"))
                        .isEqualTo("submitted");
                ahead = Duration.ofDays(31);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(text(json(get(certificate, dispatcher(GREEN_HILL))), "state"))
                                .isEqualTo("valid"));
                assertProblem(post(certificate + "/refusal", authority("L"), "{}"), 409, "already-decided");
            } finally {
                ahead = Duration.ZERO;
            }
        }

        @Test
        void nobody_sends_the_authority_something_yesterday_or_speaks_from_the_future() {
            String certificate = declared();
            var yesterday = Json.Obj.of()
                    .with("number", certificateNumber("EN"))
                    .with("happenedAt", Instant.now().minus(Duration.ofDays(1)).toString());
            var answer = post(certificate + "/submission", dispatcher(NORTH_LANDFILL), yesterday.canonical());
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).isEqualTo("/happenedAt");
            var tomorrow = Json.Obj.of()
                    .with("happenedAt", Instant.now().plus(Duration.ofDays(1)).toString());
            assertProblem(
                    post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), tomorrow.canonical()),
                    400,
                    "wrong-field");
        }

        @Test
        void only_the_authority_of_the_plants_Land_decides() {
            String certificate = submitted(certificateNumber("EN"));
            assertProblem(post(certificate + "/refusal", authority("P"), "{}"), 403, "not-for-role");
            assertProblem(post(certificate + "/refusal", authority("S"), "{}"), 404, "no-such-certificate");
            assertThat(post(certificate + "/refusal", authority("L"), "{}")).hasStatus(201);
        }

        @Test
        void it_does_not_exist_for_strangers_and_is_no_consignment() {
            String certificate = submitted(certificateNumber("EN"));
            assertProblem(get(certificate, dispatcher(STRANGER)), 404, "no-such-certificate");
            String asConsignment = certificate.replace("certificates", "consignments");
            assertProblem(get(asConsignment + "/records", dispatcher(GREEN_HILL)), 404, "no-such-consignment");
            assertThat(post(asConsignment + "/pick-up", dispatcher(SWIFT_HAUL), "{}")
                            .getResponse()
                            .getStatus())
                    .isBetween(400, 499);
        }

        @Test
        void the_same_declaration_again_is_the_first_answer() {
            String body = declaration().with("id", id()).canonical();
            var first = post("/api/certificates", dispatcher(GREEN_HILL), body);
            assertThat(first).hasStatus(201);
            var again = post("/api/certificates", dispatcher(GREEN_HILL), body);
            assertThat(again).hasStatus(200);
            assertThat(json(again)).isEqualTo(json(first));
        }

        @ParameterizedTest(name = "{0} = {1}")
        @CsvSource(delimiter = '|', textBlock = """
                wasteCode     | "999999"       | 422 | unknown-waste-code   | /wasteCode
                kind          | "XX"           | 400 | wrong-field          | /kind
                quantityGrams | -1             | 400 | wrong-field          | /quantityGrams
                quantityGrams | 0              | 422 | no-quantity          |
                until         | "2020-01-01"   | 422 | ends-before-it-begins |
                until         | "31.12.2030"   | 400 | wrong-field          | /until
                operation     | "X1"           | 400 | wrong-field          | /operation
                colour        | "green"        | 400 | wrong-field          | /colour
                """)
        void a_wrong_declaration_changes_nothing(
                String name, String value, int status, String slug, @Nullable String field) {
            long before = position();
            var answer = post(
                    "/api/certificates",
                    dispatcher(GREEN_HILL),
                    declaration().with(name, Json.parse(value)).canonical());
            assertProblem(answer, status, slug);
            if (field != null) assertThat(text(json(answer), "field")).isEqualTo(field);
            assertThat(position()).isEqualTo(before + 1);
        }
    }

    /** Swift Haul collects in Brandenburg, under its own collective certificate (§§9, 12, 13 NachwV). */
    @Nested
    class Collecting {
        @Test
        void transfer_notes_join_the_collection_and_use_the_collective_certificate_to_the_gram() {
            String number = certificateNumber("SN");
            String certificate = collective(number);
            String collection = collection(number, "PS0000000");
            String first = transferNote(number, 120_000);
            String second = transferNote(number, 80_000);
            assertThat(post(first + "/signature", dispatcher(GREEN_HILL), "{}")).hasStatus(201);
            assertThat(enter(first, collection)).hasStatus(201);
            assertThat(enter(second, collection)).hasStatus(201);
            assertProblem(enter(second, collection), 409, "already-entered");
            step(collection, "pick-up", SWIFT_HAUL, "{}");
            awaitMasses(certificate, 200_000, 0);
            step(collection, "delivery", SWIFT_HAUL, "{}");
            step(collection, "acceptance", NORTH_LANDFILL, "{\"acceptedGrams\":199999}");
            awaitMasses(certificate, 0, 199_999);
            var note = json(get(first, dispatcher(GREEN_HILL)));
            assertThat(text(note, "consignment")).isEqualTo(collection);
            assertThat(member(note, "signed", Json.Bool.class).value()).isTrue();
        }

        @Test
        void what_does_not_belong_there_is_refused_at_once() {
            String number = certificateNumber("SN");
            String note = transferNote(number, 1_000);
            assertProblem(enter(note, collection(number, "LS0000000")), 422, "other-land");
            String delivered = collection(number, "PS0000000");
            step(delivered, "pick-up", SWIFT_HAUL, "{}");
            step(delivered, "delivery", SWIFT_HAUL, "{}");
            var late = enter(note, delivered);
            assertProblem(late, 409, "already-delivered");
            assertThat(text(json(late), "detailGerman")).isNotBlank();
            assertThat(text(json(late), "paragraph")).contains("NachwV");
            String single = text(json(open(dispatcher(GREEN_HILL), opening().canonical())), "consignment");
            assertProblem(enter(note, single), 422, "not-a-collection");
            assertProblem(enter(note, id()), 404, "no-such-consignment");
        }

        @Test
        void a_cancelled_collection_sets_its_transfer_notes_free() {
            String number = certificateNumber("SN");
            String note = transferNote(number, 1_000);
            String cancelled = collection(number, "PS0000000");
            assertThat(enter(note, cancelled)).hasStatus(201);
            step(cancelled, "cancellation", SWIFT_HAUL, "{}");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(enter(note, collection(number, "PS0000000")))
                            .hasStatus(201));
        }

        @Test
        void the_certificate_and_the_number_of_the_collection_fit() {
            var real = opening().with("certificate", "SNL12345670000");
            assertProblem(open(dispatcher(GREEN_HILL), real.canonical()), 422, "not-the-number-of-a-collection");
        }

        @Test
        void a_transfer_note_exists_for_its_two_parties_and_the_generators_authority() {
            String note = transferNote("SNL12345670001", 1_000);
            assertThat(get(note, authority("P"))).hasStatusOk();
            assertThat(get(note, authority("S"))).hasStatus(404);
            assertThat(get(note, dispatcher(SLOW_HAUL))).hasStatus(404);
            assertProblem(post(note + "/signature", dispatcher(SLOW_HAUL), "{}"), 404, "no-such-transfer-note");
        }

        private String transferNote(String certificate, long grams) {
            var content = Json.Obj.of()
                    .with("certificate", certificate)
                    .with("wasteCode", "170503")
                    .with("massGrams", grams)
                    .with(
                            "generator",
                            Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"))
                    .with("taker", Json.Obj.of().with("organisation", SWIFT_HAUL));
            var answer = post("/api/transfer-notes", dispatcher(SWIFT_HAUL), content.canonical());
            assertThat(answer).hasStatus(201);
            return "/api/transfer-notes/" + text(json(answer), "transferNote");
        }

        private MvcTestResult enter(String note, String consignment) {
            return post(
                    note + "/entry",
                    dispatcher(SWIFT_HAUL),
                    Json.Obj.of().with("consignment", consignment).canonical());
        }

        private String collection(String certificate, String site) {
            var opening = opening()
                    .with("certificate", certificate)
                    .with(
                            "generator",
                            Json.Obj.of().with("organisation", SWIFT_HAUL).with("site", site));
            var answer = open(dispatcher(SWIFT_HAUL), opening.canonical());
            assertThat(answer).hasStatus(201);
            return text(json(answer), "consignment");
        }

        private String collective(String number) {
            var declaration = Json.Obj.of()
                    .with("kind", "SN")
                    .with("wasteCode", "170503")
                    .with("quantityGrams", 100_000_000)
                    .with(
                            "applicant",
                            Json.Obj.of().with("organisation", SWIFT_HAUL).with("site", "L00000002"))
                    .with(
                            "plant",
                            Json.Obj.of().with("organisation", NORTH_LANDFILL).with("site", "L00000001"))
                    .with("operation", "D1")
                    .with("until", LocalDate.now(UTC).plusYears(3).toString());
            String certificate = "/api/certificates/"
                    + text(
                            json(post("/api/certificates", dispatcher(SWIFT_HAUL), declaration.canonical())),
                            "certificate");
            post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}");
            assertThat(post(
                            certificate + "/submission",
                            dispatcher(NORTH_LANDFILL),
                            Json.Obj.of().with("number", number).canonical()))
                    .hasStatus(201);
            return certificate;
        }
    }

    /** §22 NachwV. */
    @Nested
    class DuringAnOutage {
        @Test
        void paper_stands_in_and_what_it_says_is_entered_afterwards() {
            String outage = reported(NORTH_LANDFILL);
            assertThat(post(outage + "/receipts", caller(NORTH_LANDFILL, "driver"), receipt("2026-0042")))
                    .hasStatus(201);
            assertThat(post(outage + "/end", caller(NORTH_LANDFILL, "gate"), end()))
                    .hasStatus(201);
            assertThat(post(outage + "/receipts", dispatcher(NORTH_LANDFILL), receipt("2026-0043")))
                    .as("comes to light after the end")
                    .hasStatus(201);
            String load = opened();
            assertThat(post(outage + "/receipts/2026-0042/entry", dispatcher(NORTH_LANDFILL), entry(load)))
                    .hasStatus(201);
            assertThat(get(outage, dispatcher(NORTH_LANDFILL))).bodyJson().isLenientlyEqualTo("""
                            {"state": "over", "site": "L00000001", "cause": "signature-card",
                             "receipts": [{"number": "2026-0042", "form": "fallback-receipt", "consignment": "%s"},
                                          {"number": "2026-0043", "form": "fallback-receipt"}]}""".formatted(load));
        }

        @Test
        void the_same_report_again_is_the_first_answer() {
            String body = report().with("id", id()).with("outage", id()).canonical();
            var first = post("/api/outages", dispatcher(NORTH_LANDFILL), body);
            assertThat(first).hasStatus(201);
            var again = post("/api/outages", dispatcher(NORTH_LANDFILL), body);
            assertThat(again).hasStatus(200);
            assertThat(json(again)).isEqualTo(json(first));
        }

        @Test
        void it_exists_for_the_obliged_and_the_sites_authority() {
            String outage = reported(NORTH_LANDFILL);
            assertThat(get(outage, authority("L"))).hasStatusOk();
            assertThat(get(outage, authority("P"))).hasStatus(404);
            assertThat(((Json.Arr) Json.parse(bodyText(get(outage + "/records", authority("L"))))).items())
                    .hasSize(1);
            assertProblem(get(outage + "/records", dispatcher(GREEN_HILL)), 404, "no-such-outage");
            assertProblem(get(outage, dispatcher(GREEN_HILL)), 404, "no-such-outage");
            assertProblem(post(outage + "/end", dispatcher(GREEN_HILL), end()), 404, "no-such-outage");
            assertProblem(get("/api/outages/" + opened(), dispatcher(GREEN_HILL)), 404, "no-such-outage");
        }

        @Test
        void the_organisations_own_are_listed_newest_first() {
            String first = reported(SLOW_HAUL, "L00000003");
            String second = reported(SLOW_HAUL, "L00000003");
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var all = ((Json.Arr) Json.parse(bodyText(get("/api/outages", dispatcher(SLOW_HAUL)))))
                        .items().stream()
                                .map(one -> "/api/outages/" + text((Json.Obj) one, "outage"))
                                .toList();
                assertThat(all).startsWith(second, first);
            });
            assertThat(bodyText(get("/api/outages", dispatcher(STRANGER)))).isEqualTo("[]");
        }

        @Test
        void a_receipt_is_entered_only_as_a_consignment_of_ones_own() {
            String outage = reported(SLOW_HAUL, "L00000003");
            post(outage + "/receipts", dispatcher(SLOW_HAUL), receipt("007"));
            assertProblem(
                    post(outage + "/receipts/007/entry", dispatcher(SLOW_HAUL), entry(opened())),
                    404,
                    "no-such-consignment");
            assertProblem(
                    post(outage + "/receipts/007/entry", dispatcher(SLOW_HAUL), entry(id())),
                    404,
                    "no-such-consignment");
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource(delimiter = '|', textBlock = """
                ''                  | {"cause": "power", "since": "2026-11-23T08:00:00Z"}                                             | /site
                ''                  | {"site": "P12345678", "cause": "power", "since": "2026-11-23T08:00:00Z"}                          | /site
                ''                  | {"site": "LS0000000", "cause": "power", "since": "2026-11-23T08:00:00Z"}                          | /site
                ''                  | {"site": "L00000001", "cause": "thunder", "since": "2026-11-23T08:00:00Z"}                        | /cause
                ''                  | {"site": "L00000001", "cause": "power", "since": "yesterday"}                                     | /since
                ''                  | {"site": "L00000001", "cause": "power", "since": "2026-11-23T08:00:00Z", "who": "Anna"}           | /who
                ''                  | {"outage": "1"}                                                                                   | outage
                /receipts           | {"number": "B-FT 4711", "form": "paper-note", "usedAt": "2026-11-23T08:00:00Z"}                   | /number
                /receipts           | {"number": "123", "form": "napkin", "usedAt": "2026-11-23T08:00:00Z"}                             | /form
                /receipts           | {"number": "123", "form": "paper-note"}                                                           | /usedAt
                /receipts/x/entry   | {"consignment": "01a20846-fe00-7000-8000-000000000001"}                                           | /number
                /receipts/123/entry | {"number": "123"}                                                                                 | /number
                /receipts/123/entry | {"consignment": "1"}                                                                              | /consignment
                /end                | {"at": "2026-11-20T10:00:00Z", "happenedAt": "2099-01-01T00:00:00Z"} | /happenedAt
                /end                | {"at": 5}                                                                                         | /at
                """)
        void a_wrong_field_is_named(String path, String body, String field) {
            String base = path.isEmpty() ? "/api/outages" : reported(NORTH_LANDFILL) + path;
            var answer = post(base, dispatcher(NORTH_LANDFILL), body);
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).endsWith(field);
        }

        @Test
        void what_is_no_outage_is_named() {
            assertProblem(get("/api/outages/1", dispatcher(GREEN_HILL)), 400, "wrong-field");
            assertProblem(post("/api/outages/1/end", dispatcher(GREEN_HILL), end()), 400, "wrong-field");
        }
    }

    /** §28 NachwV: whoever knows a check digit's rule has wrong numbers refused; here three are known to be wrong. */
    @Nested
    class CheckDigits {
        @Test
        void a_wrong_one_is_refused_where_it_stands() {
            refused(
                    open(
                            dispatcher(GREEN_HILL),
                            opening().with("noteNumber", WRONG_NOTE).canonical()),
                    "/noteNumber");
            refused(
                    open(
                            dispatcher(GREEN_HILL),
                            opening().with("certificate", WRONG_CERTIFICATE).canonical()),
                    "/certificate");
            var generator = Json.Obj.of().with("organisation", GREEN_HILL).with("site", WRONG_SITE);
            refused(
                    open(
                            dispatcher(GREEN_HILL),
                            opening().with("generator", generator).canonical()),
                    "/generator/site");
            var note = Json.Obj.of()
                    .with("certificate", WRONG_CERTIFICATE)
                    .with("wasteCode", "170503")
                    .with("massGrams", 5)
                    .with(
                            "generator",
                            Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"))
                    .with("taker", Json.Obj.of().with("organisation", SWIFT_HAUL));
            refused(post("/api/transfer-notes", dispatcher(SWIFT_HAUL), note.canonical()), "/certificate");
            var site =
                    Json.Obj.of().with("number", WRONG_SITE).with("name", "Hof").with("place", "Potsdam");
            refused(
                    exchange(
                            HttpMethod.PUT,
                            "/api/organisations/" + STRANGER,
                            caller(OFFICE, "operator"),
                            Json.Obj.of()
                                    .with("name", "Fremd")
                                    .with("sites", new Json.Arr(List.of(site)))
                                    .canonical()),
                    "/sites/0/number");
            String load = opened();
            String opening = text(
                    (Json.Obj) Json.parse(
                            decoded(records(load, dispatcher(GREEN_HILL)).getFirst())),
                    "id");
            refused(
                    post(
                            "/api/consignments/" + load + "/correction",
                            dispatcher(GREEN_HILL),
                            Json.Obj.of()
                                    .with("corrects", opening)
                                    .with("noteNumber", WRONG_NOTE)
                                    .canonical()),
                    "/noteNumber");
        }

        @Test
        void what_is_not_known_to_be_wrong_is_said_to_be_not_checked() {
            var service = jwt().jwt(token -> token.subject("mobile-api"))
                    .authorities(new SimpleGrantedAuthority("SCOPE_statements"));
            assertThat(text(json(get("/api/consignments/" + opened() + "/opening", service)), "numberCheck"))
                    .isEqualTo("not-checked");
        }

        private void refused(MvcTestResult answer, String field) {
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).isEqualTo(field);
            assertThat(text(json(answer), "detail")).contains("check digit");
        }

        private static String decoded(Json record) {
            return new String(Base64.getDecoder().decode(text((Json.Obj) record, "record")), StandardCharsets.UTF_8);
        }
    }

    private static Json.Obj report() {
        return Json.Obj.of()
                .with("site", "L00000001")
                .with("cause", "signature-card")
                .with("since", "2026-11-20T08:00:00Z");
    }

    private static String receipt(String number) {
        return Json.Obj.of()
                .with("number", number)
                .with("form", "fallback-receipt")
                .with("usedAt", "2026-11-20T09:00:00Z")
                .canonical();
    }

    private static String end() {
        return "{\"at\":\"2026-11-20T10:00:00Z\"}";
    }

    private static String entry(String consignment) {
        return Json.Obj.of().with("consignment", consignment).canonical();
    }

    private String reported(String organisation) {
        return reported(organisation, "L00000001");
    }

    private String reported(String organisation, String site) {
        var answer = post(
                "/api/outages",
                dispatcher(organisation),
                report().with("site", site).canonical());
        assertThat(answer).hasStatus(201);
        return "/api/outages/" + text(json(answer), "outage");
    }

    /** Decision (EU) 2025/934, and the AVV that follows it on a day that nobody has confirmed. */
    @Nested
    class WasteCodesThroughTime {
        @Test
        void a_load_of_the_eighth_under_an_old_code_is_accepted_on_the_ninth() {
            var eighth = Instant.parse("2026-12-08T08:00:00Z");
            var ninth = Instant.parse("2026-12-09T08:00:00Z");
            String load = text(
                    json(open(
                            dispatcher(GREEN_HILL),
                            opening()
                                    .with("wasteCode", "200133")
                                    .with("happenedAt", eighth.toString())
                                    .canonical())),
                    "consignment");
            String at = Json.Obj.of().with("happenedAt", ninth.toString()).canonical();
            step(load, "pick-up", SWIFT_HAUL, "{\"happenedAt\":\"2026-12-08T09:00:00Z\"}");
            step(load, "delivery", SWIFT_HAUL, at);
            step(load, "acceptance", NORTH_LANDFILL, at.replace("}", ",\"acceptedGrams\":1}"));
        }

        @Test
        void a_code_that_is_gone_opens_nothing_and_its_successors_are_named() {
            var answer = open(
                    dispatcher(GREEN_HILL),
                    opening()
                            .with("wasteCode", "200133")
                            .with("happenedAt", "2026-12-09T08:00:00Z")
                            .canonical());
            assertProblem(answer, 422, "waste-code-not-in-force");
            assertThat(text(json(answer), "field")).isEqualTo("/wasteCode");
            assertThat(text(json(answer), "detail")).contains("200142, 200143");
        }

        @Test
        void anybody_signed_in_asks_what_a_code_means_on_a_day() {
            var before = json(get("/api/waste-codes/160604?on=2026-12-08", dispatcher(GREEN_HILL)));
            var after = json(get("/api/waste-codes/160604?on=2026-12-09", dispatcher(GREEN_HILL)));
            assertThat(hazardous(before)).isFalse();
            assertThat(hazardous(after)).isTrue();
            assertThat(member(after, "officialTitle", Json.Bool.class).value()).isFalse();
            assertThat(member(member(after, "german", Json.Obj.class), "confirmed", Json.Bool.class)
                            .value())
                    .isFalse();
            assertThat(text(json(get("/api/waste-codes/200133", dispatcher(GREEN_HILL))), "askGerman"))
                    .contains("Behörde");
            assertThat(get("/api/waste-codes/999999", dispatcher(GREEN_HILL))).hasStatus(404);
            assertProblem(get("/api/waste-codes/17", dispatcher(GREEN_HILL)), 400, "wrong-field");
            assertProblem(get("/api/waste-codes/160604?on=soon", dispatcher(GREEN_HILL)), 400, "wrong-field");
        }

        private static boolean hazardous(Json.Obj code) {
            return member(member(code, "german", Json.Obj.class), "hazardous", Json.Bool.class)
                    .value();
        }
    }

    /** Each refusal, met through HTTP and said in both languages. */
    @Nested
    class EveryRefusal {
        private static final String NOBODY = "{\"massGrams\":1}";
        private final Map<String, Callable<MvcTestResult>> ways = new TreeMap<>();

        @Test
        void of_a_consignment() throws Exception {
            way("no-such-consignment", () -> to(id(), "pick-up", SWIFT_HAUL, "{}"));
            way(
                    "already-opened",
                    () -> open(
                            dispatcher(GREEN_HILL),
                            opening().with("consignment", opened()).canonical()));
            way("not-for-role", () -> {
                // Opened by the plant's office; its gate does not change what was declared.
                var opened = json(open(dispatcher(NORTH_LANDFILL), opening().canonical()));
                return post(
                        "/api/consignments/" + text(opened, "consignment") + "/correction",
                        caller(NORTH_LANDFILL, "gate"),
                        corrects(text(opened, "id")));
            });
            way("not-the-carrier", () -> to(opened(), "pick-up", GREEN_HILL, "{}"));
            way("not-the-plant", () -> to(delivered(), "acceptance", GREEN_HILL, "{\"acceptedGrams\":1}"));
            way("not-the-generator", () -> to(opened(), "release", SWIFT_HAUL, "{}"));
            way("already-released", () -> twice(opened(), "release", GREEN_HILL));
            way("already-taken-over", () -> to(pickedUp(), "take-over", SWIFT_HAUL, "{}"));
            way("already-holds-it", () -> to(pickedUp(), "hand-over", SWIFT_HAUL, handTo("")));
            way("in-a-store", () -> {
                String load = pickedUp();
                step(load, "hand-over", SWIFT_HAUL, handTo(",\"store\":\"L00000002\""));
                return to(load, "delivery", SWIFT_HAUL, "{}");
            });
            way("not-the-opener", () -> to(opened(), "cancellation", SWIFT_HAUL, "{}"));
            way("not-picked-up", () -> to(opened(), "delivery", SWIFT_HAUL, "{}"));
            way("already-picked-up", () -> twice(opened(), "pick-up", SWIFT_HAUL));
            way("not-delivered", () -> to(pickedUp(), "acceptance", NORTH_LANDFILL, "{\"acceptedGrams\":1}"));
            way("already-delivered", () -> twice(pickedUp(), "delivery", SWIFT_HAUL));
            way("already-closed", () -> twice(opened(), "cancellation", GREEN_HILL));
            way("not-a-part", () -> to(delivered(), "partial-acceptance", NORTH_LANDFILL, """
                    {"acceptedGrams":0,"rejectedGrams":1,"reason":"other"}"""));
            way("nothing-rejected", () -> to(opened(), "taking-back", GREEN_HILL, NOBODY));
            way("not-where-it-goes", () -> to(rejected(), "taking-back", SWIFT_HAUL, NOBODY));
            way("already-taken-back", () -> {
                String load = rejected();
                step(load, "taking-back", GREEN_HILL, NOBODY);
                return to(load, "taking-back", GREEN_HILL, NOBODY);
            });
            way("nothing-stated", () -> to(opened(), "agreement", GREEN_HILL, word(id())));
            way("not-your-statement", () -> {
                var opened = json(open(dispatcher(GREEN_HILL), opening().canonical()));
                return to(text(opened, "consignment"), "correction", SWIFT_HAUL, corrects(text(opened, "id")));
            });
            way("not-stated-there", () -> {
                String load = opened();
                String pickUp = step(load, "pick-up", SWIFT_HAUL, "{}");
                return to(load, "correction", SWIFT_HAUL, corrects(pickUp));
            });
            way("correction-pending", () -> {
                var proposed = proposed();
                return to(proposed.load(), "correction", SWIFT_HAUL, corrects(proposed.statement()));
            });
            way("correction-settled", () -> {
                var proposed = proposed();
                step(proposed.load(), "agreement", GREEN_HILL, word(proposed.correction()));
                return to(proposed.load(), "agreement", GREEN_HILL, word(proposed.correction()));
            });
            way("not-asked", () -> {
                var proposed = proposed();
                return to(proposed.load(), "agreement", SWIFT_HAUL, word(proposed.correction()));
            });
            way(
                    "not-the-number-of-a-collection",
                    () -> open(
                            dispatcher(GREEN_HILL),
                            opening().with("certificate", "SNL12345670009").canonical()));
            way(
                    "not-the-collector",
                    () -> open(
                            dispatcher(GREEN_HILL),
                            opening()
                                    .with(
                                            "generator",
                                            Json.Obj.of()
                                                    .with("organisation", GREEN_HILL)
                                                    .with("site", "PS0000000"))
                                    .canonical()));
            way("plant-without-permit", () -> {
                filed(SORTING, plantPermit());
                return open(
                        dispatcher(GREEN_HILL),
                        opening().with("plant", holder(SORTING, "L00000008")).canonical());
            });
            way("carrier-not-notified", () -> {
                filed(FORMER_HAUL, paper("notification").with("until", "2025-06-30"));
                return open(dispatcher(GREEN_HILL), with(FORMER_HAUL).canonical());
            });
            way("carrier-without-permit", () -> {
                filed(FORMER_HAUL, paper("notification"));
                filed(FORMER_HAUL, paper("carrier-permit").with("wasteCodes", Json.parse("[\"130205\"]")));
                return open(dispatcher(GREEN_HILL), with(FORMER_HAUL).canonical());
            });
            // Said to the transfer note that wants to be entered; met in Collecting, or only by the service itself.
            met("not-a-collection", "other-land", "other-waste", "transfer-note-already-entered");
            everyOne(ConsignmentWords.slugs());
        }

        @Test
        void of_a_certificate() throws Exception {
            way(
                    "no-such-certificate",
                    () -> post(
                            "/api/certificates/" + id() + "/submission",
                            dispatcher(NORTH_LANDFILL),
                            "{\"number\":\"ENL12345670000\"}"));
            way("already-declared", () -> {
                String path = declared();
                String certificate = path.substring(path.lastIndexOf('/') + 1);
                return declare(declaration().with("certificate", certificate));
            });
            way("not-for-role", () -> post(submitted(certificateNumber("EN")) + "/confirmation", authority("P"), """
                    {"until":"2027-01-01","quantityGrams":1}"""));
            way(
                    "not-the-applicant",
                    () -> post(
                            "/api/certificates",
                            dispatcher(SWIFT_HAUL),
                            declaration().canonical()));
            way("not-the-plant", () -> post(declared() + "/plant-acceptance", dispatcher(GREEN_HILL), "{}"));
            way("ends-before-it-begins", () -> declare(declaration().with("until", "2020-01-01")));
            way("no-quantity", () -> declare(declaration().with("quantityGrams", 0)));
            way("not-accepted-by-the-plant", () -> submit(declared(), Json.Obj.of()));
            way("already-accepted-by-the-plant", () -> accept(agreed()));
            way(
                    "wrong-certificate-number",
                    () -> submit(agreed(), Json.Obj.of().with("number", certificateNumber("SN"))));
            way("not-privileged", () -> {
                String path = collected();
                accept(path);
                return submit(
                        path,
                        Json.Obj.of().with("number", certificateNumber("SN")).with("privilege", "efb"));
            });
            way("not-certified", () -> {
                filed(SORTING, certificate().with("holder", holder(SORTING, "L00000008")));
                String path = "/api/certificates/"
                        + text(json(declare(declaration().with("plant", holder(SORTING, "L00000008")))), "certificate");
                post(path + "/plant-acceptance", dispatcher(SORTING), "{}");
                return post(
                        path + "/submission",
                        dispatcher(SORTING),
                        Json.Obj.of()
                                .with("number", certificateNumber("EN"))
                                .with("privilege", "efb")
                                .canonical());
            });
            way("confirmation-is-ordered", () -> {
                String path = privileged();
                decided(path, "confirmation-order", "{}");
                return submit(path, Json.Obj.of().with("privilege", "efb"));
            });
            way("not-submitted", () -> post(agreed() + "/refusal", authority("L"), "{}"));
            way("already-submitted", () -> submit(submitted(certificateNumber("EN")), Json.Obj.of()));
            way("already-acknowledged", () -> {
                String path = submitted(certificateNumber("EN"));
                decided(path, "acknowledgement", received(LocalDate.now(BERLIN)));
                return post(path + "/acknowledgement", authority("L"), received(LocalDate.now(BERLIN)));
            });
            way(
                    "not-received-then",
                    () -> post(
                            submitted(certificateNumber("EN")) + "/acknowledgement",
                            authority("L"),
                            received(LocalDate.now(BERLIN).minusDays(3))));
            way("papers-already-demanded", () -> {
                String path = submitted(certificateNumber("EN"));
                decided(path, "demand", "{\"essential\":true}");
                return post(path + "/demand", authority("L"), "{\"essential\":true}");
            });
            way(
                    "no-papers-demanded",
                    () -> post(submitted(certificateNumber("EN")) + "/papers", dispatcher(NORTH_LANDFILL), "{}"));
            way("already-decided", () -> post(privileged() + "/refusal", authority("L"), "{}"));
            way(
                    "too-long",
                    () -> post(
                            submitted(certificateNumber("EN")) + "/confirmation",
                            authority("L"),
                            until(LocalDate.now(BERLIN).plusYears(6), 1)));
            way(
                    "more-than-declared",
                    () -> post(
                            submitted(certificateNumber("EN")) + "/confirmation",
                            authority("L"),
                            until(LocalDate.now(BERLIN).plusYears(1), 100_000_001)));
            way("not-by-privilege", () -> {
                String path = submitted(certificateNumber("EN"));
                decided(path, "confirmation", until(LocalDate.now(BERLIN).plusYears(1), 1));
                return post(path + "/confirmation-order", authority("L"), "{}");
            });
            way("not-valid", () -> post(submitted(certificateNumber("EN")) + "/revocation", authority("L"), "{}"));
            way("certificate-ended", () -> {
                String path = submitted(certificateNumber("EN"));
                decided(path, "refusal", "{}");
                return post(path + "/refusal", authority("L"), "{}");
            });
            // Only in the moment before the service's clock has said so itself.
            met("confirmed-by-silence");
            // The service states these itself, and asks again when it has read more.
            met("nothing-due", "already-drawn", "not-drawn", "already-settled", "site-only-if-collective");
            everyOne(CertificateWords.slugs());
        }

        @Test
        void of_a_transfer_note() throws Exception {
            var collected = Json.Obj.of()
                    .with("certificate", "SNL12345670010")
                    .with("wasteCode", "170503")
                    .with("massGrams", 5)
                    .with(
                            "generator",
                            Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"))
                    .with("taker", Json.Obj.of().with("organisation", SWIFT_HAUL));
            way(
                    "no-such-transfer-note",
                    () -> post("/api/transfer-notes/" + id() + "/signature", dispatcher(GREEN_HILL), "{}"));
            way("already-issued", () -> {
                String path = issued(collected);
                return issue(collected.with("transferNote", path.substring(path.lastIndexOf('/') + 1)), SWIFT_HAUL);
            });
            way("not-the-taker", () -> issue(collected, GREEN_HILL));
            way("not-the-generator", () -> post(issued(collected) + "/signature", dispatcher(SWIFT_HAUL), "{}"));
            way("no-mass", () -> issue(collected.with("massGrams", 0), SWIFT_HAUL));
            way("not-collective", () -> issue(collected.with("certificate", "ENL12345670010"), SWIFT_HAUL));
            way("already-signed", () -> {
                String path = issued(collected);
                post(path + "/signature", dispatcher(GREEN_HILL), "{}");
                return post(path + "/signature", dispatcher(GREEN_HILL), "{}");
            });
            way("already-entered", () -> {
                String path = issued(collected);
                String entry = Json.Obj.of().with("consignment", collection()).canonical();
                post(path + "/entry", dispatcher(SWIFT_HAUL), entry);
                return post(path + "/cancellation", dispatcher(SWIFT_HAUL), "{}");
            });
            way("small-amount", () -> {
                var small = Submitted.without(collected, "certificate");
                String entry = Json.Obj.of().with("consignment", collection()).canonical();
                return post(issued(small) + "/entry", dispatcher(SWIFT_HAUL), entry);
            });
            way("already-cancelled", () -> {
                String path = issued(collected);
                post(path + "/cancellation", dispatcher(SWIFT_HAUL), "{}");
                return post(path + "/cancellation", dispatcher(SWIFT_HAUL), "{}");
            });
            // The door lets in nobody of another role; only the service itself undoes an entry.
            met("not-for-role", "not-entered");
            everyOne(TransferNoteWords.slugs());
        }

        @Test
        void of_a_stock() throws Exception {
            way("no-such-stock", () -> get("/api/stocks/P12345678", dispatcher(STRANGER)));
            way("no-such-lot", () -> treat(treatment(id(), 1, id(), 1, 0)));
            way("lot-taken", () -> treat(treatment(counted(1), 1, counted(1), 1, 0)));
            way("lot-twice", () -> {
                String one = part(counted(5), 1);
                return treat(inputs(one + "," + one));
            });
            way("more-than-held", () -> passOn(onward(), counted(5), 6));
            way("no-mass", () -> passOn(onward(), counted(5), 0));
            way("does-not-add-up", () -> treat(treatment(counted(5), 5, id(), 4, 0)));
            way("nothing-to-treat", () -> treat(inputs("")));
            way(
                    "nothing-to-pass-on",
                    () -> post(
                            "/api/stocks/L00000001/passings-on",
                            dispatcher(NORTH_LANDFILL),
                            "{\"consignment\":\"%s\"}".formatted(onward())));
            way("without-code", () -> count(id(), "opening-balance", ""));
            way("other-waste", () -> count(counted(5), "stock-taking", ",\"wasteCode\":\"170504\""));
            way("code-only-for-waste", () -> output("R5", "product", ",\"wasteCode\":\"170504\""));
            way("no-product-of", () -> output("D9", "product", ""));
            way("not-final", () -> output("R12", "disposed", ""));
            way("not-from-here", () -> {
                String elsewhere = delivered();
                return passOn(elsewhere, counted(5), 1);
            });
            way("consignment-cancelled", () -> {
                String load = onward();
                step(load, "cancellation", NORTH_LANDFILL, "{}");
                return passOn(load, counted(5), 1);
            });
            way("already-passed-on", () -> {
                String load = onward();
                passOn(load, counted(5), 1);
                return passOn(load, counted(5), 1);
            });
            way(
                    "too-much",
                    () -> post("/api/stocks/L00000001/counts", dispatcher(NORTH_LANDFILL), """
                            {"lot":"%s","wasteCode":"170503","massGrams":9007199254740992,"reason":"opening-balance"}
                            """.formatted(id())));
            // The door lets in nobody of another role; the service itself begins, corrects and undoes.
            met("not-for-role", "already-begun", "not-passed-on", "nothing-to-correct");
            everyOne(StockWords.slugs());
        }

        private MvcTestResult treat(Json.Obj treatment) {
            return post("/api/stocks/L00000001/treatments", dispatcher(NORTH_LANDFILL), treatment.canonical());
        }

        private static Json.Obj inputs(String inputs) {
            return (Json.Obj) Json.parse("{\"operation\":\"R5\",\"inputs\":[%s]}".formatted(inputs));
        }

        private static String part(String lot, long grams) {
            return "{\"lot\":\"%s\",\"massGrams\":%d}".formatted(lot, grams);
        }

        private MvcTestResult count(String lot, String reason, String more) {
            return post("/api/stocks/L00000001/counts", dispatcher(NORTH_LANDFILL), """
                    {"lot":"%s","massGrams":4,"reason":"%s"%s}""".formatted(lot, reason, more));
        }

        private MvcTestResult output(String operation, String kind, String more) {
            return post("/api/stocks/L00000001/treatments", dispatcher(NORTH_LANDFILL), """
                    {"operation":"%s","inputs":[%s],"outputs":[{"lot":"%s","kind":"%s","massGrams":5%s}]}""".formatted(
                            operation, part(counted(5), 5), id(), kind, more));
        }

        @Test
        void of_an_outage() throws Exception {
            var gate = dispatcher(NORTH_LANDFILL);
            String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
            way("no-such-outage", () -> post("/api/outages/" + id() + "/end", gate, end()));
            way("already-reported", () -> {
                String outage = reported(NORTH_LANDFILL);
                String known = outage.substring(outage.lastIndexOf('/') + 1);
                return post("/api/outages", gate, report().with("outage", known).canonical());
            });
            way(
                    "not-yet",
                    () -> post(
                            "/api/outages",
                            gate,
                            report().with("since", tomorrow).canonical()));
            way(
                    "ends-before-it-began",
                    () -> post(reported(NORTH_LANDFILL) + "/end", gate, "{\"at\":\"2026-11-19T00:00:00Z\"}"));
            way("already-ended", () -> {
                String outage = reported(NORTH_LANDFILL);
                post(outage + "/end", gate, end());
                return post(outage + "/end", gate, end());
            });
            way("receipt-used-later", () -> {
                String outage = reported(NORTH_LANDFILL);
                post(outage + "/receipts", gate, receipt("123"));
                return post(outage + "/end", gate, "{\"at\":\"2026-11-20T08:30:00Z\"}");
            });
            way("outside-the-outage", () -> {
                String outage = reported(NORTH_LANDFILL);
                post(outage + "/end", gate, "{\"at\":\"2026-11-20T08:30:00Z\"}");
                return post(outage + "/receipts", gate, receipt("123"));
            });
            way("receipt-already-used", () -> {
                String outage = reported(NORTH_LANDFILL);
                post(outage + "/receipts", gate, receipt("123"));
                return post(outage + "/receipts", gate, receipt("123"));
            });
            way("no-such-receipt", () -> post(reported(NORTH_LANDFILL) + "/receipts/123/entry", gate, entry(opened())));
            way("receipt-already-entered", () -> {
                String outage = reported(NORTH_LANDFILL);
                post(outage + "/receipts", gate, receipt("123"));
                post(outage + "/receipts/123/entry", gate, entry(opened()));
                return post(outage + "/receipts/123/entry", gate, entry(opened()));
            });
            met("not-for-role"); // the door lets in nobody of another role
            everyOne(OutageWords.slugs());
        }

        private MvcTestResult issue(Json.Obj content, String by) {
            return post("/api/transfer-notes", dispatcher(by), content.canonical());
        }

        private String issued(Json.Obj content) {
            return "/api/transfer-notes/" + text(json(issue(content, SWIFT_HAUL)), "transferNote");
        }

        private String collection() {
            var generator = Json.Obj.of().with("organisation", SWIFT_HAUL).with("site", "PS0000000");
            return text(
                    json(open(
                            dispatcher(SWIFT_HAUL),
                            opening()
                                    .with("certificate", "SNL12345670010")
                                    .with("generator", generator)
                                    .canonical())),
                    "consignment");
        }

        private MvcTestResult declare(Json.Obj declaration) {
            return post("/api/certificates", dispatcher(GREEN_HILL), declaration.canonical());
        }

        /** Declared by a collector. */
        private String collected() {
            var applicant = Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678");
            return "/api/certificates/"
                    + text(json(declare(declaration().with("kind", "SN").with("applicant", applicant))), "certificate");
        }

        private MvcTestResult accept(String certificate) {
            return post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}");
        }

        private String agreed() {
            String certificate = declared();
            accept(certificate);
            return certificate;
        }

        private String privileged() {
            String certificate = agreed();
            assertThat(submit(certificate, Json.Obj.of().with("privilege", "efb")))
                    .hasStatus(201);
            return certificate;
        }

        @Test
        void of_a_paper() throws Exception {
            String end = "{\"from\":\"2099-01-01\"}";
            way("no-such-permit", () -> post("/api/permits/" + id() + "/end", dispatcher(SORTING), end));
            way("already-filed", () -> {
                String path = filed(SORTING, plantPermit());
                return post(
                        "/api/permits",
                        dispatcher(SORTING),
                        plantPermit().with("permit", last(path)).canonical());
            });
            way(
                    "not-the-holder",
                    () -> post(
                            "/api/permits",
                            dispatcher(GREEN_HILL),
                            plantPermit().canonical()));
            way(
                    "ends-before-it-begins",
                    () -> post(
                            "/api/permits",
                            dispatcher(SORTING),
                            plantPermit().with("until", "2000-01-01").canonical()));
            way(
                    "unlimited",
                    () -> post(
                            "/api/permits",
                            dispatcher(SORTING),
                            Submitted.without(certificate(), "until").canonical()));
            way(
                    "too-long",
                    () -> post(
                            "/api/permits",
                            dispatcher(SORTING),
                            certificate().with("until", "2099-01-01").canonical()));
            way("already-acknowledged", () -> {
                String path = filed(SORTING, plantPermit());
                decided(path, "acknowledgement", "{}");
                return post(path + "/acknowledgement", authority("L"), "{}");
            });
            way("already-withdrawn", () -> {
                String path = filed(SORTING, plantPermit());
                decided(path, "withdrawal", "{\"from\":\"2026-11-01\"}");
                return post(path + "/end", dispatcher(SORTING), end);
            });
            way("already-given-up", () -> {
                String path = filed(SORTING, plantPermit());
                assertThat(post(path + "/end", dispatcher(SORTING), end)).hasStatus(201);
                return post(path + "/end", dispatcher(SORTING), end);
            });
            way(
                    "given-up-in-the-past",
                    () -> post(
                            filed(SORTING, plantPermit()) + "/end", dispatcher(SORTING), "{\"from\":\"2026-01-01\"}"));
            // A dispatcher of its holder is let in as nothing else; the door and 404 keep all others out.
            met("not-for-role");
            everyOne(PermitWords.slugs());
        }

        private MvcTestResult submit(String certificate, Json.Obj more) {
            var numbered = more.members().containsKey("number") ? more : more.with("number", certificateNumber("EN"));
            return post(certificate + "/submission", dispatcher(NORTH_LANDFILL), numbered.canonical());
        }

        private void decided(String certificate, String step, String body) {
            assertThat(post(certificate + "/" + step, authority("L"), body)).hasStatus(201);
        }

        private static String received(LocalDate day) {
            return "{\"receivedOn\":\"%s\"}".formatted(day);
        }

        private static String until(LocalDate day, long grams) {
            return "{\"until\":\"%s\",\"quantityGrams\":%d}".formatted(day, grams);
        }

        private void way(String slug, Callable<MvcTestResult> way) {
            ways.put(slug, way);
        }

        private final Set<String> elsewhere = new TreeSet<>();

        private void met(String... slugs) {
            elsewhere.addAll(List.of(slugs));
        }

        private void everyOne(Set<String> slugs) throws Exception {
            for (var way : ways.entrySet()) {
                var answer = way.getValue().call();
                assertThat(answer.getResponse().getStatus()).as(way.getKey()).isBetween(400, 499);
                var problem = json(answer);
                assertThat(text(problem, "type")).endsWith("/" + way.getKey());
                assertThat(text(problem, "detail")).isNotBlank();
                assertThat(text(problem, "detailGerman")).isNotBlank();
            }
            assertThat(Stream.concat(ways.keySet().stream(), elsewhere.stream()))
                    .containsExactlyInAnyOrderElementsOf(slugs);
        }

        private record Proposed(String load, String statement, String correction) {}

        /** A carrier's correction on which the generator has not spoken yet. */
        private Proposed proposed() {
            String load = opened();
            String pickUp = step(load, "pick-up", SWIFT_HAUL, "{\"loadedGrams\":5}");
            return new Proposed(load, pickUp, step(load, "correction", SWIFT_HAUL, corrects(pickUp)));
        }

        private static String corrects(String statement) {
            return "{\"corrects\":\"%s\",\"massGrams\":4}".formatted(statement);
        }

        private static String word(String correction) {
            return "{\"correction\":\"%s\"}".formatted(correction);
        }

        private static String handTo(String store) {
            return "{\"to\":{\"organisation\":\"%s\"%s}}".formatted(SWIFT_HAUL, store);
        }

        private String opened() {
            return text(json(open(dispatcher(GREEN_HILL), opening().canonical())), "consignment");
        }

        private String pickedUp() {
            String load = opened();
            step(load, "pick-up", SWIFT_HAUL, "{}");
            return load;
        }

        private String delivered() {
            String load = pickedUp();
            step(load, "delivery", SWIFT_HAUL, "{}");
            return load;
        }

        private String rejected() {
            String load = delivered();
            step(load, "rejection", NORTH_LANDFILL, "{\"reason\":\"other\"}");
            return load;
        }

        private MvcTestResult twice(String load, String step, String by) {
            step(load, step, by, "{}");
            return to(load, step, by, "{}");
        }

        private MvcTestResult to(String load, String step, String by, String body) {
            return post("/api/consignments/" + load + "/" + step, dispatcher(by), body);
        }
    }

    /** §11(6) NachwV. */
    @Nested
    class Correcting {
        @Test
        void a_correction_counts_once_everybody_who_signed_has_agreed() {
            String load = text(json(open(dispatcher(GREEN_HILL), opening().canonical())), "consignment");
            step(load, "release", GREEN_HILL, "{}");
            step(load, "pick-up", SWIFT_HAUL, "{}");
            step(load, "delivery", SWIFT_HAUL, "{}");
            String acceptance = step(load, "acceptance", NORTH_LANDFILL, "{\"acceptedGrams\":5}");
            String correction = step(
                    load, "correction", NORTH_LANDFILL, "{\"corrects\":\"%s\",\"massGrams\":4}".formatted(acceptance));
            String path = "/api/consignments/" + load;
            String word = "{\"correction\":\"%s\"}".formatted(correction);
            assertProblem(post(path + "/agreement", dispatcher(NORTH_LANDFILL), word), 409, "not-asked");
            step(load, "agreement", GREEN_HILL, word);
            step(load, "disagreement", SWIFT_HAUL, word);
            assertProblem(post(path + "/agreement", dispatcher(GREEN_HILL), word), 409, "correction-settled");
        }
    }

    /** §§53, 54, 56 KrWG, §7(2) NachwV. */
    @Nested
    class Papers {
        @Test
        void a_paper_is_filed_acknowledged_and_withdrawn() {
            String path = filed(SORTING, plantPermit());
            var filed = json(get(path, dispatcher(SORTING)));
            assertThat(text(filed, "state")).isEqualTo("in-force");
            assertThat(number(filed, "mostPerDayGrams")).isEqualTo(400_000_000);
            assertThat(member(filed, "acknowledged", Json.Bool.class).value()).isFalse();
            assertThat(post(path + "/acknowledgement", authority("L"), "{}")).hasStatus(201);
            assertThat(post(path + "/withdrawal", authority("L"), "{\"from\":\"2026-11-01\"}"))
                    .hasStatus(201);
            var withdrawn = json(get(path, authority("L")));
            assertThat(text(withdrawn, "state")).isEqualTo("withdrawn");
            assertThat(text(withdrawn, "withdrawnFrom")).isEqualTo("2026-11-01");
            assertThat(member(withdrawn, "acknowledged", Json.Bool.class).value())
                    .isTrue();
        }

        @Test
        void it_exists_for_its_holder_and_the_authority_of_its_Land_only() {
            String path = filed(SORTING, plantPermit());
            String list = "/api/permits?organisation=" + SORTING;
            assertThat(bodyText(get(list, caller(SORTING, "driver")))).contains(last(path));
            assertThat(bodyText(get(list, authority("L")))).contains(last(path));
            assertThat(bodyText(get(list, dispatcher(GREEN_HILL)))).isEqualTo("[]");
            assertThat(bodyText(get(list, authority("P")))).isEqualTo("[]");
            assertThat(get(path, authority("P"))).hasStatus(404);
            assertThat(get(path, dispatcher(GREEN_HILL))).hasStatus(404);
            assertThat(post(path + "/withdrawal", authority("P"), "{\"from\":\"2026-11-01\"}"))
                    .hasStatus(404);
            assertThat(post(path + "/end", dispatcher(GREEN_HILL), "{\"from\":\"2099-11-01\"}"))
                    .hasStatus(404);
            assertProblem(get("/api/permits?organisation=me", dispatcher(GREEN_HILL)), 400, "wrong-field");
            assertThat(get("/api/permits", dispatcher(GREEN_HILL))).hasStatus(400);
        }

        @ParameterizedTest(name = "{0} = {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                kind       | "licence"                                                              | 400 | /kind
                holder     | {"organisation":"0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a08","site":"L99999999"} | 400 | /holder/site
                wasteCodes | ["170503","999999"]                                                    | 422 | /wasteCodes/1
                operations | []                                                                     | 400 | /operations
                reference  | "bei Frau Krause"                                                      | 400 | /reference
                happenedAt | "2099-01-01T00:00:00Z"                                                 | 400 | /happenedAt
                permit     | "1"                                                                    | 400 | /permit
                """)
        void a_wrong_field_is_named(String name, String value, int status, String field) {
            var answer = post(
                    "/api/permits",
                    dispatcher(SORTING),
                    plantPermit().with(name, Json.parse(value)).canonical());
            assertThat(answer).hasStatus(status);
            assertThat(text(json(answer), "field")).isEqualTo(field);
        }

        @Test
        void the_same_paper_again_is_the_first_answer() {
            String body = plantPermit().with("id", id()).canonical();
            var first = post("/api/permits", dispatcher(SORTING), body);
            var again = post("/api/permits", dispatcher(SORTING), body);
            assertThat(first).hasStatus(201);
            assertThat(again).hasStatus(200);
            assertThat(json(again)).isEqualTo(json(first));
        }

        /** What was right when it was said stays said, and facts are never refused. */
        @Test
        void a_withdrawal_stops_the_next_plan_and_not_the_load_on_its_way() {
            String organisation = UUID.nameUUIDFromBytes(id().getBytes(StandardCharsets.UTF_8))
                    .toString();
            String site = "L7%07d".formatted(numbers.incrementAndGet());
            enter(organisation, "Noch Transporte GmbH", site, "Betriebshof", "Berlin");
            String path = filed(organisation, paper("carrier-permit").with("holder", holder(organisation, site)));
            var body = with(organisation).with("id", id()).canonical();
            var opened = open(dispatcher(GREEN_HILL), body);
            assertThat(opened).hasStatus(201);
            assertThat(post(path + "/withdrawal", authority("L"), "{\"from\":\"2026-11-01\"}"))
                    .hasStatus(201);
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var next = open(dispatcher(GREEN_HILL), with(organisation).canonical());
                assertProblem(next, 409, "carrier-not-notified");
                assertThat(text(json(next), "paragraph")).isEqualTo("KrWG §53(1)");
            });
            assertThat(json(open(dispatcher(GREEN_HILL), body))).isEqualTo(json(opened));
            step(text(json(opened), "consignment"), "pick-up", organisation, "{}");
            // Whoever is no party to it hears nothing of the carrier's papers.
            assertThat(open(dispatcher(STRANGER), with(organisation).canonical()))
                    .hasStatus(404);
        }

        @Test
        void a_privilege_without_a_certificate_on_file_is_accepted_and_says_so() {
            String path = declared();
            post(path + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}");
            var privileged =
                    Json.Obj.of().with("number", certificateNumber("EN")).with("privilege", "efb");
            assertThat(post(path + "/submission", dispatcher(NORTH_LANDFILL), privileged.canonical()))
                    .hasStatus(201);
            assertThat(text(json(get(path, dispatcher(NORTH_LANDFILL))), "efbCertificate"))
                    .isEqualTo("nothing-on-file");
        }
    }

    @Nested
    class Sites {
        private static final String PATH = "/api/organisations/0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a09";

        @Test
        void a_site_has_roles_and_a_place_and_may_say_neither() {
            assertThat(put(site())).hasStatusOk();
            assertThat(bodyText(get(PATH, dispatcher(GREEN_HILL)))).contains("\"roles\":[]", "\"latitude\":null");
            var told = site().with("roles", Json.parse("[\"plant\",\"generator\"]"))
                    .with("latitude", new Json.Num(52.4))
                    .with("longitude", new Json.Num(13.25));
            assertThat(put(told)).hasStatusOk();
            assertThat(bodyText(get(PATH, dispatcher(GREEN_HILL))))
                    .contains("\"roles\":[\"generator\",\"plant\"]", "\"latitude\":52.4", "\"longitude\":13.25");
        }

        @ParameterizedTest(name = "{0} = {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                roles     | ["plant","farm"] | /sites/0/roles/1
                roles     | [null]           | /sites/0/roles/0
                latitude  | 52.5             | /sites/0/longitude
                longitude | 13.5             | /sites/0/latitude
                """)
        void a_wrong_one_is_named(String name, String value, String field) {
            var answer = put(site().with(name, Json.parse(value)));
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).isEqualTo(field);
        }

        @Test
        void there_is_nothing_beyond_the_poles() {
            var answer = put(site().with("latitude", new Json.Num(90.5)).with("longitude", new Json.Num(13.25)));
            assertThat(text(json(answer), "field")).isEqualTo("/sites/0/latitude");
            answer = put(site().with("latitude", new Json.Num(52.5)).with("longitude", new Json.Num(-181)));
            assertThat(text(json(answer), "field")).isEqualTo("/sites/0/longitude");
            assertThat(put(site().with("latitude", "north"))).hasStatus(400);
        }

        @Test
        void nothing_is_planned_to_a_site_that_is_no_plants() {
            var plant = Json.Obj.of()
                    .with("organisation", PATH.substring(PATH.lastIndexOf('/') + 1))
                    .with("site", "L00000009");
            String body = opening().with("plant", plant).canonical();
            put(site().with("roles", Json.parse("[\"carrier\"]")));
            var refused = open(dispatcher(GREEN_HILL), body);
            assertProblem(refused, 400, "wrong-field");
            assertThat(text(json(refused), "field")).isEqualTo("/plant/site");
            put(site().with("roles", Json.parse("[\"carrier\",\"plant\"]")));
            assertThat(open(dispatcher(GREEN_HILL), body)).hasStatus(201);
            put(site());
            assertThat(open(dispatcher(GREEN_HILL), body)).hasStatus(201);
        }

        private static Json.Obj site() {
            return Json.Obj.of().with("number", "L00000009").with("name", "Hof").with("place", "Berlin");
        }

        private MvcTestResult put(Json.Obj site) {
            var entry = Json.Obj.of().with("name", "Vielseitig GmbH").with("sites", new Json.Arr(List.of(site)));
            return exchange(HttpMethod.PUT, PATH, caller(OFFICE, "operator"), entry.canonical());
        }
    }

    private static Json.Obj holder(String organisation, String site) {
        return Json.Obj.of().with("organisation", organisation).with("site", site);
    }

    /** Former Haul's, for all wastes. */
    private static Json.Obj paper(String kind) {
        return Json.Obj.of()
                .with("kind", kind)
                .with("holder", holder(FORMER_HAUL, "L00000007"))
                .with("wasteCodes", "all")
                .with("from", "2020-01-01");
    }

    private static Json.Obj plantPermit() {
        return paper("plant-permit")
                .with("holder", holder(SORTING, "L00000008"))
                .with("wasteCodes", Json.parse("[\"170107\"]"))
                .with("operations", Json.parse("[\"R5\",\"D1\"]"))
                .with("mostPerDayGrams", 400_000_000)
                .with("reference", "LFU-2023/0417");
    }

    /** For the road, hence not for a plant's work. */
    private static Json.Obj certificate() {
        return paper("efb-certificate")
                .with("holder", holder(SORTING, "L00000008"))
                .with("activities", Json.parse("[\"collecting\",\"carrying\"]"))
                .with("from", "2026-06-01")
                .with("until", "2027-11-30");
    }

    private Json.Obj with(String carrier) {
        return opening().with("carrier", Json.Obj.of().with("organisation", carrier));
    }

    /** The paper's path, once openings know of it. */
    private String filed(String organisation, Json.Obj paper) {
        var answer = post("/api/permits", dispatcher(organisation), paper.canonical());
        assertThat(answer).hasStatus(201);
        String permit = text(json(answer), "permit");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                bodyText(get("/api/permits?organisation=" + organisation, dispatcher(organisation))))
                        .contains(permit));
        return "/api/permits/" + permit;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What Nordhalde holds at its landfill. */
    @Nested
    class Stocks {
        private static final String YARD = "/api/stocks/L00000001";

        @Test
        void what_the_plant_accepts_it_holds_and_a_correction_in_force_changes_it() {
            String number = certificateNumber("EN");
            var declared = json(post(
                    "/api/certificates",
                    dispatcher(GREEN_HILL),
                    declaration().with("operation", "R13").canonical()));
            String certificate = "/api/certificates/" + text(declared, "certificate");
            post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}");
            post(
                    certificate + "/submission",
                    dispatcher(NORTH_LANDFILL),
                    Json.Obj.of().with("number", number).canonical());
            String load = delivered(opening().with("certificate", number));
            String accepted = step(load, "acceptance", NORTH_LANDFILL, "{\"acceptedGrams\":890000}");
            awaitHeld(load, 890_000);
            assertThat(text(lot(load), "operation")).isEqualTo("R13");
            String correction = step(
                    load,
                    "correction",
                    NORTH_LANDFILL,
                    "{\"corrects\":\"%s\",\"massGrams\":880000}".formatted(accepted));
            for (String party : List.of(GREEN_HILL, SWIFT_HAUL)) {
                step(load, "agreement", party, "{\"correction\":\"%s\"}".formatted(correction));
            }
            awaitHeld(load, 880_000);
        }

        @Test
        void what_is_treated_adds_up_and_a_repetition_gets_its_first_answer() {
            String soil = counted(5_000);
            var treatment = treatment(soil, 5_000, id(), 4_900, 100).with("id", id());
            var first = post(YARD + "/treatments", dispatcher(NORTH_LANDFILL), treatment.canonical());
            assertThat(first).hasStatus(201);
            assertThat(text(json(first), "type")).isEqualTo("stock.treated.v1");
            // The rules would refuse it now: the lot is used up. It is the same statement.
            var again = post(YARD + "/treatments", dispatcher(NORTH_LANDFILL), treatment.canonical());
            assertThat(again).hasStatus(200);
            assertThat(json(again)).isEqualTo(json(first));
            assertThat(post(
                            YARD + "/treatments",
                            dispatcher(NORTH_LANDFILL),
                            treatment.with("operation", "R3").canonical()))
                    .hasStatus(409);
        }

        @Test
        void what_goes_on_is_held_no_more_and_again_if_its_consignment_is_cancelled() {
            String soil = counted(5_000);
            String load = onward();
            assertThat(passOn(load, soil, 4_000)).hasStatus(201);
            awaitHeld(soil, 1_000);
            step(load, "cancellation", NORTH_LANDFILL, "{}");
            awaitHeld(soil, 5_000);
            assertProblem(passOn(load, soil, 4_000), 409, "consignment-cancelled");
        }

        @Test
        void what_was_rejected_elsewhere_and_has_come_back_is_a_lot() {
            String soil = counted(5_000);
            String load = onward();
            passOn(load, soil, 5_000);
            step(load, "pick-up", SWIFT_HAUL, "{}");
            step(load, "delivery", SWIFT_HAUL, "{}");
            step(load, "rejection", GREEN_HILL, "{\"reason\":\"wrong-waste\"}");
            step(load, "taking-back", NORTH_LANDFILL, "{\"massGrams\":4990}");
            awaitHeld(load, 4_990);
        }

        @Test
        void a_small_amount_is_taken_in_until_its_transfer_note_is_cancelled() {
            String note = text(
                    json(post("/api/transfer-notes", dispatcher(NORTH_LANDFILL), """
                            {"wasteCode":"170503","massGrams":700,"taker":{"organisation":"%s"},
                             "generator":{"organisation":"%s","site":"P12345678"}}""".formatted(
                                    NORTH_LANDFILL, GREEN_HILL))),
                    "transferNote");
            awaitHeld(note, 700);
            post("/api/transfer-notes/" + note + "/cancellation", dispatcher(NORTH_LANDFILL), "{}");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(bodyText(stock())).doesNotContain(note));
        }

        @Test
        void of_many_who_take_the_same_grams_at_once_one_gets_them() throws Exception {
            String soil = counted(1_000);
            var loads =
                    Stream.generate(TrackingServiceTest.this::onward).limit(6).toList();
            try (var threads = Executors.newFixedThreadPool(6)) {
                var answers = threads.invokeAll(loads.stream()
                        .<Callable<Integer>>map(load ->
                                () -> passOn(load, soil, 700).getResponse().getStatus())
                        .toList());
                var statuses = new ArrayList<Integer>();
                for (var answer : answers) statuses.add(answer.get());
                assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
            }
            awaitHeld(soil, 300);
        }

        @Test
        void its_records_are_for_the_plant_and_the_authority_of_its_land() {
            counted(1);
            for (var who : List.of(dispatcher(NORTH_LANDFILL), authority("L"))) {
                var records = (Json.Arr) Json.parse(bodyText(get(YARD + "/records", who)));
                assertThat(EventRecord.parse(Base64.getDecoder()
                                        .decode(text((Json.Obj) records.items().getFirst(), "record")))
                                .type())
                        .isEqualTo("stock.begun.v1");
            }
            assertProblem(get(YARD + "/records", authority("P")), 404, "no-such-stock");
            assertProblem(get(YARD + "/records", dispatcher(GREEN_HILL)), 404, "no-such-stock");
        }

        @Test
        void nobody_gets_more_of_its_records_than_asked_for() {
            counted(1);
            var who = dispatcher(NORTH_LANDFILL);
            assertThat(get(YARD + "/records?most=10000", who)).hasStatusOk();
            assertProblem(get(YARD + "/records?most=1", who), 422, "too-many-records"); // begun and counted
            for (String wrong : List.of("0", "-1", "10001", "x")) {
                assertProblem(get(YARD + "/records?most=" + wrong, who), 400, "wrong-field");
            }
        }

        @Test
        void another_organisations_stock_does_not_exist() {
            counted(1);
            assertProblem(get(YARD, dispatcher(GREEN_HILL)), 404, "no-such-stock");
            assertProblem(get("/api/stocks/L99999999", dispatcher(NORTH_LANDFILL)), 404, "no-such-stock");
            assertProblem(get("/api/stocks/nowhere", dispatcher(NORTH_LANDFILL)), 400, "wrong-field");
        }

        @Test
        void nobody_begins_something_else_under_the_id_of_a_stock() {
            String stock = StockId.of(new SiteNumber("L00000009")).toString();
            assertProblem(
                    open(
                            dispatcher(GREEN_HILL),
                            opening().with("consignment", stock).canonical()),
                    400,
                    "wrong-field");
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                counts      | {}                                                     | /lot
                counts      | {"lot":"LOT","massGrams":-1}                           | /massGrams
                counts      | {"lot":"LOT","massGrams":1,"reason":"whim"}            | /reason
                treatments  | {}                                                     | /operation
                treatments  | {"operation":"R5","inputs":[{"lot":"LOT"}]}            | /inputs/0/massGrams
                treatments  | {"operation":"R5","outputs":[1]}                       | /outputs/0
                treatments  | {"operation":"R5","losses":[{"reason":"theft"}]}       | /losses/0/reason
                treatments  | {"operation":"R5","colour":"red"}                      | /colour
                passings-on | {"consignment":"1"}                                    | /consignment
                passings-on | {"consignment":"LOT","parts":{}}                       | /parts
                """)
        void a_wrong_field_is_named(String step, String body, String field) {
            var answer = post(YARD + "/" + step, dispatcher(NORTH_LANDFILL), body.replace("LOT", id()));
            assertProblem(answer, 400, "wrong-field");
            assertThat(text(json(answer), "field")).isEqualTo(field);
        }

        private MvcTestResult stock() {
            return get(YARD, dispatcher(NORTH_LANDFILL));
        }

        private Json.Obj lot(String id) {
            return member(json(stock()), "lots", Json.Arr.class).items().stream()
                    .map(Json.Obj.class::cast)
                    .filter(lot -> text(lot, "lot").equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no lot " + id));
        }

        private void awaitHeld(String lot, long grams) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(number(lot(lot), "heldGrams")).isEqualTo(grams));
        }

        private String delivered(Json.Obj opening) {
            String load = text(json(open(dispatcher(GREEN_HILL), opening.canonical())), "consignment");
            step(load, "pick-up", SWIFT_HAUL, "{}");
            step(load, "delivery", SWIFT_HAUL, "{}");
            return load;
        }
    }

    /** A new lot of soil at the landfill. */
    private String counted(long grams) {
        String lot = id();
        var count = Json.Obj.of()
                .with("lot", lot)
                .with("wasteCode", "170503")
                .with("massGrams", grams)
                .with("reason", "opening-balance");
        assertThat(post("/api/stocks/L00000001/counts", dispatcher(NORTH_LANDFILL), count.canonical()))
                .hasStatus(201);
        return lot;
    }

    private static Json.Obj treatment(String input, long grams, String output, long out, long lost) {
        return (Json.Obj) Json.parse("""
                {"operation":"R5","inputs":[{"lot":"%s","massGrams":%d}],
                 "outputs":[{"lot":"%s","kind":"waste","wasteCode":"170504","massGrams":%d}],
                 "losses":[{"reason":"drying","massGrams":%d}]}""".formatted(input, grams, output, out, lost));
    }

    /** From the landfill to Green Hill, which is a plant too for once. */
    private String onward() {
        var opening = opening()
                .with(
                        "generator",
                        Json.Obj.of().with("organisation", NORTH_LANDFILL).with("site", "L00000001"))
                .with("plant", Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"));
        return text(json(open(dispatcher(NORTH_LANDFILL), opening.canonical())), "consignment");
    }

    private MvcTestResult passOn(String consignment, String lot, long grams) {
        return post("/api/stocks/L00000001/passings-on", dispatcher(NORTH_LANDFILL), """
                {"consignment":"%s","parts":[{"lot":"%s","massGrams":%d}]}""".formatted(
                        consignment, lot, grams));
    }

    private static String certificateNumber(String kind) {
        return "%sL1234567%04d".formatted(kind, numbers.incrementAndGet());
    }

    private Json.Obj declaration() {
        return Json.Obj.of()
                .with("kind", "EN")
                .with("wasteCode", "170503")
                .with("quantityGrams", 100_000_000)
                .with(
                        "applicant",
                        Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678"))
                .with(
                        "plant",
                        Json.Obj.of().with("organisation", NORTH_LANDFILL).with("site", "L00000001"))
                .with("operation", "D1")
                .with("until", LocalDate.now(UTC).plusYears(3).toString());
    }

    /** The certificate's path. */
    private String declared() {
        return "/api/certificates/"
                + text(
                        json(post(
                                "/api/certificates",
                                dispatcher(GREEN_HILL),
                                declaration().canonical())),
                        "certificate");
    }

    private String submitted(String number) {
        String certificate = declared();
        assertThat(post(certificate + "/plant-acceptance", dispatcher(NORTH_LANDFILL), "{}"))
                .hasStatus(201);
        var numbered = Json.Obj.of().with("number", number).canonical();
        assertThat(post(certificate + "/submission", dispatcher(NORTH_LANDFILL), numbered))
                .hasStatus(201);
        return certificate;
    }

    /** Its statement's id. */
    private String step(String consignment, String step, String organisation, String body) {
        var answer = post("/api/consignments/" + consignment + "/" + step, dispatcher(organisation), body);
        assertThat(answer).hasStatus(201);
        return text(json(answer), "id");
    }

    private void awaitMasses(String certificate, long onTheRoad, long accepted) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var json = json(get(certificate, dispatcher(NORTH_LANDFILL)));
            assertThat(number(json, "onTheRoadGrams")).isEqualTo(onTheRoad);
            assertThat(number(json, "acceptedGrams")).isEqualTo(accepted);
        });
    }

    private List<Json.Obj> state(Json.Obj... statements) {
        var service = jwt().jwt(token -> token.subject("mobile-api"))
                .authorities(new SimpleGrantedAuthority("SCOPE_statements"));
        var answer = post("/api/statements", service, new Json.Arr(List.<Json>of(statements)).canonical());
        assertThat(answer).hasStatusOk();
        return ((Json.Arr) Json.parse(bodyText(answer)))
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    @Nested
    class AllRecords {
        @Test
        void an_operator_and_an_auditor_read_all_records_in_their_order_page_by_page() {
            long first = position();
            position();
            position();
            for (String role : List.of("operator", "auditor")) {
                var page = page(first, 2, role);
                assertThat(page).hasSize(2);
                for (int i = 0; i < page.size(); i++) {
                    byte[] bytes = Base64.getDecoder().decode(((Json.Text) page.get(i)).value());
                    assertThat(EventRecord.parse(bytes).position()).isEqualTo(first + i);
                }
                assertThat(page(first, 1000, role)).hasSizeGreaterThanOrEqualTo(3);
                assertThat(page(1_000_000_000, 1000, role)).isEmpty();
            }
        }

        @Test
        void nobody_else_does_and_pages_have_bounds() {
            for (String role : List.of("dispatcher", "gate", "authority", "driver")) {
                assertThat(get("/api/records?from=0", caller(GREEN_HILL, role))).hasStatus(403);
            }
            for (String wrong : List.of("?from=-1", "?from=0&most=0", "?from=0&most=1001", "", "?from=x")) {
                assertProblem(get("/api/records" + wrong, caller(GREEN_HILL, "operator")), 400, "wrong-field");
            }
        }

        private List<Json> page(long from, int most, String role) {
            var answer = get("/api/records?from=" + from + "&most=" + most, caller(GREEN_HILL, role));
            assertThat(answer).hasStatusOk();
            return ((Json.Arr) Json.parse(bodyText(answer))).items();
        }
    }

    private List<Json> records(String consignment, JwtRequestPostProcessor who) {
        var answer = get("/api/consignments/" + consignment + "/records", who);
        assertThat(answer).hasStatusOk();
        return ((Json.Arr) Json.parse(bodyText(answer))).items();
    }

    /** The next position, found by taking it. */
    private long position() {
        return number(json(open(dispatcher(GREEN_HILL), opening().canonical())), "position");
    }

    private void enter(String organisation, String name, String number, String site, String place) {
        var sites = new Json.Arr(
                List.of(Json.Obj.of().with("number", number).with("name", site).with("place", place)));
        assertThat(exchange(
                        HttpMethod.PUT,
                        "/api/organisations/" + organisation,
                        caller(OFFICE, "operator"),
                        Json.Obj.of().with("name", name).with("sites", sites).canonical()))
                .hasStatusOk();
    }

    private static JwtRequestPostProcessor dispatcher(String organisation) {
        return caller(organisation, "dispatcher");
    }

    private static JwtRequestPostProcessor authority(String land) {
        return jwt().jwt(token -> token.subject("somebody")
                        .claim("organisation", OFFICE)
                        .claim("roles", List.of("authority"))
                        .claim("jurisdiction", List.of(land)))
                .authorities(new SimpleGrantedAuthority("ROLE_authority"));
    }

    private static JwtRequestPostProcessor caller(String organisation, String role) {
        return jwt().jwt(token -> token.subject("somebody")
                        .claim("organisation", organisation)
                        .claim("roles", List.of(role)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    /** Whom every door lets in; what is behind it still asks who that is. */
    private static JwtRequestPostProcessor anybody() {
        return jwt().jwt(token -> token.subject("somebody")
                        .claim("organisation", GREEN_HILL)
                        .claim("roles", List.of("dispatcher", "gate", "authority", "operator"))
                        .claim("jurisdiction", List.of("P", "L")))
                .authorities(
                        Stream.of("ROLE_dispatcher", "ROLE_gate", "ROLE_authority", "ROLE_operator", "SCOPE_statements")
                                .map(SimpleGrantedAuthority::new)
                                .toArray(SimpleGrantedAuthority[]::new));
    }

    private MvcTestResult open(JwtRequestPostProcessor who, String body) {
        return post("/api/consignments", who, body);
    }

    private MvcTestResult post(String path, JwtRequestPostProcessor who, String body) {
        return exchange(HttpMethod.POST, path, who, body);
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor who) {
        return http.get().uri(path).with(who).exchange();
    }

    private MvcTestResult exchange(HttpMethod method, String path, JwtRequestPostProcessor who, String body) {
        return http.method(method)
                .uri(path)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(text(json(answer), "type")).endsWith("/" + slug);
    }

    private static String slug(Json.Obj result) {
        String type = text(member(result, "problem", Json.Obj.class), "type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static Json.Obj json(MvcTestResult answer) {
        return (Json.Obj) Json.parse(bodyText(answer));
    }

    private static String bodyText(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static <T extends Json> T member(Json.Obj json, String name, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(json.members().get(name), name));
    }

    private static String text(Json.Obj json, String name) {
        return member(json, name, Json.Text.class).value();
    }

    private static long number(Json.Obj json, String name) {
        return (long) member(json, name, Json.Num.class).value();
    }

    private String id() {
        return Uuid7.next(InstantSource.system(), random).toString();
    }
}
