package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Callers.caller;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.OLD_HARBOUR;
import static org.wegweis.projections.Ways.OLD_HARBOUR_QUAY;
import static org.wegweis.projections.Ways.STRANGER;
import static org.wegweis.projections.Ways.SWIFT_HAUL;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Commitment;

@SpringBootTest(properties = {"spring.config.name=projections", "wegweis.feed.poll=PT0.1S"})
@AutoConfigureMockMvc
@Import(SightAndSearchTest.Clock.class) // named, so that it stands for the nested rules too
class SightAndSearchTest {
    private static final Surroundings surroundings = new Surroundings();
    private static final ToldNeighbours neighbours = new ToldNeighbours();
    private static final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
    private static final Ways ways = new Ways(11);

    /** From Brandenburg, over two carriers, taken in Berlin. */
    private static final UUID TAKEN =
            ways.open(GREEN_HILL_YARD, "170503", Optional.of("11681570210293-4"), Optional.of("ENP12345678901"));
    /** From Hamburg, turned away in Berlin, a day later. */
    private static final UUID TURNED_AWAY;

    private static final Commitment PLATE = new Commitment("B-XY 123", ways.hash());

    static {
        ways.pickUp(TAKEN, PLATE);
        ways.handOver(TAKEN);
        ways.deliver(TAKEN, Ways.NIGHT_HAUL);
        ways.accept(TAKEN);
        ways.later(Duration.ofDays(1));
        TURNED_AWAY = ways.open(OLD_HARBOUR_QUAY, "200101");
        ways.pickUp(TURNED_AWAY);
        ways.deliver(TURNED_AWAY, SWIFT_HAUL);
        ways.reject(TURNED_AWAY);
        surroundings.createTopic("wegweis.records");
        surroundings.publish("wegweis.records", ways.records());
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @TestConfiguration
    static class Clock {
        @Bean
        InstantSource testClock() {
            return now::get;
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        surroundings.register(properties, neighbours::url);
    }

    @AfterAll
    static void close() throws Exception {
        neighbours.close();
        surroundings.close();
    }

    @BeforeEach
    void everybodyIsThere() {
        now.updateAndGet(before -> before.plus(Duration.ofHours(1))); // what was kept of neighbours is stale
        neighbours.away = false;
        neighbours.told.clear();
        neighbours.told.put("/api/organisations", """
                [{"id": "%s", "name": "Grünhügel Rückbau", "sites": [{"number": "P11111111", "name": "Hof", "place": "Potsdam"}]},
                 {"id": "%s", "name": "Alter Hafen", "sites": [{"number": "B22222222", "name": "Kai", "place": "Hamburg"}]},
                 {"id": "%s", "name": "Flink Transporte", "sites": []},
                 {"id": "%s", "name": "Nordwerk", "sites": [{"number": "L33333333", "name": "Tor", "place": "Berlin"}]}]""".formatted(GREEN_HILL, OLD_HARBOUR, SWIFT_HAUL, NORTH_PLANT));
        neighbours.told.put("/api/status", """
                {"records": 9, "signedSize": 3, "sealedSize": 2, "ledger": "local", "independent": false}""");
        tellRecords(TAKEN);
        until(() -> steps() == ways.records().size());
        database.update("delete from look");
    }

    @Nested
    class Route {
        @Test
        void shows_every_hand_place_mass_and_time() {
            var answer = route(TAKEN, caller(GREEN_HILL, "dispatcher"));
            assertThat(answer).hasStatusOk();
            assertThat(answer).bodyJson().isLenientlyEqualTo("""
                            {"noteNumber": "11681570210293-4", "certificate": "ENP12345678901",
                             "wasteCode": "17 05 03*", "hazardous": true, "state": "accepted",
                             "declaredGrams": 12000000, "acceptedGrams": 11850000, "rejectedGrams": null,
                             "holder": {"name": "Nordwerk"},
                             "generator": {"name": "Grünhügel Rückbau", "site": "P11111111", "place": "Potsdam", "land": "Brandenburg"},
                             "plant": {"name": "Nordwerk", "site": "L33333333", "place": "Berlin", "land": "Berlin"},
                             "carriers": [{"name": "Flink Transporte"}, {"name": null}],
                             "steps": [
                               {"version": 0, "type": "consignment.opened.v1", "happenedAt": "2026-11-23T07:00:00Z",
                                "recordedAt": "2026-11-23T07:00:01Z", "role": "dispatcher", "device": null,
                                "massGrams": 12000000, "position": 0},
                               {"version": 1, "type": "consignment.picked-up.v1", "plate": "B-XY 123", "name": "Flink Transporte"},
                               {"version": 2, "type": "consignment.handed-over.v1"},
                               {"version": 3, "type": "consignment.delivered.v1"},
                               {"version": 4, "type": "consignment.accepted.v1", "massGrams": 11850000}],
                             "personalValues": "shown"}""");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.steps[2].to.organisation")
                    .isEqualTo(Ways.NIGHT_HAUL.toString());
            assertThat(answer).bodyJson().extractingPath("$.steps[1].device").isNotNull();
        }

        @Test
        void says_how_far_the_proof_of_each_step_is() {
            var answer = route(TAKEN, caller(GREEN_HILL, "dispatcher"));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.steps[*].proof")
                    .isEqualTo(List.of("sealed", "sealed", "logged", "recorded", "recorded"));
            assertThat(answer).bodyJson().extractingPath("$.proof.independent").isEqualTo(false);
        }

        @Test
        void stands_without_its_neighbours() {
            neighbours.away = true;
            now.updateAndGet(before -> before.plus(Duration.ofHours(1)));
            var answer = route(TURNED_AWAY, caller(OLD_HARBOUR, "auditor"));
            assertThat(answer).hasStatusOk();
            assertThat(answer).bodyJson().isLenientlyEqualTo("""
                            {"state": "rejected", "holder": {"organisation": "%s"}, "personalValues": "away",
                             "proof": null, "steps": [{"proof": "unknown"}, {}, {}, {"reason": "wrong-waste"}]}""".formatted(SWIFT_HAUL));
        }

        @Test
        void of_an_id_that_is_none_is_a_wrong_field() {
            assertProblem(get("/api/consignments/12", caller(GREEN_HILL, "dispatcher")), 400, "wrong-field");
        }
    }

    @Nested
    class Visibility {
        @ParameterizedTest(name = "{1} of {0} in {2}: taken {3}, turned away {4}")
        @CsvSource({
            "GREEN_HILL, dispatcher, '', true, false",
            "GREEN_HILL, auditor, '', true, false",
            "OLD_HARBOUR, dispatcher, '', false, true",
            "SWIFT_HAUL, dispatcher, '', true, true",
            "NIGHT_HAUL, auditor, '', true, false",
            "NORTH_PLANT, gate, '', true, true",
            "STRANGER, dispatcher, '', false, false",
            "STRANGER, authority, P, true, false",
            "STRANGER, authority, L, true, true",
            "STRANGER, authority, BS, false, true",
            "STRANGER, authority, S, false, false",
            "STRANGER, authority, '', false, false",
            "GREEN_HILL, authority, B, false, true",
            "GREEN_HILL, operator, '', false, false",
            "STRANGER, dispatcher, P, false, false"
        })
        void follows_party_and_jurisdiction(
                String organisation, String role, String jurisdiction, boolean taken, boolean turnedAway) {
            var caller = caller(organisation(organisation), role, jurisdiction);
            assertThat(route(TAKEN, caller)).hasStatus(taken ? 200 : 404);
            assertThat(route(TURNED_AWAY, caller)).hasStatus(turnedAway ? 200 : 404);
            var expected = new ArrayList<String>();
            if (turnedAway) expected.add(TURNED_AWAY.toString());
            if (taken) expected.add(TAKEN.toString());
            assertThat(search("", caller))
                    .bodyJson()
                    .extractingPath("$.items[*].id")
                    .isEqualTo(expected);
        }

        @Test
        void drivers_have_another_door() {
            assertProblem(route(TAKEN, caller(SWIFT_HAUL, "driver")), 403, "not-for-role");
            assertProblem(search("", caller(SWIFT_HAUL, "driver")), 403, "not-for-role");
        }

        @Test
        void nobody_comes_in_without_a_token() {
            assertThat(http.get().uri("/api/consignments").exchange()).hasStatus(401);
        }

        @Test
        void what_is_not_visible_looks_like_what_is_not_there() {
            var caller = caller(STRANGER, "dispatcher");
            var hidden = route(TAKEN, caller);
            var missing = route(UUID.fromString("019aaaaa-0000-7000-8000-000000000000"), caller);
            assertProblem(hidden, 404, "no-such-consignment");
            assertThat(body(hidden).replace(TAKEN.toString(), ""))
                    .isEqualTo(body(missing).replace("019aaaaa-0000-7000-8000-000000000000", ""));
        }

        @Test
        void each_look_of_an_authority_is_written_down_and_names_nobody() {
            var authority = caller(STRANGER, "authority", "P");
            route(TAKEN, authority);
            route(TURNED_AWAY, authority);
            search("wasteCode=170503", authority);
            search("", caller(GREEN_HILL, "dispatcher"));
            route(TAKEN, caller(GREEN_HILL, "dispatcher"));
            var looks = database.queryForList(
                    "select concat_ws(' ', organisation, consignment, search is not null, count) from look order by id",
                    String.class);
            assertThat(looks)
                    .containsExactly(
                            STRANGER + " " + TAKEN + " f 1", STRANGER + " " + TURNED_AWAY + " f 0", STRANGER + " t 1");
        }

        @Test
        void a_plate_cannot_be_guessed_from_the_book_of_looks() {
            var authority = caller(STRANGER, "authority", "P");
            neighbours.told.put("/api/disclosures?name=plate&value=A", "[]");
            neighbours.told.put("/api/disclosures?name=plate&value=B", "[]");
            search("plate=A", authority);
            search("plate=B", authority);
            assertThat(database.queryForList("select distinct search from look", String.class))
                    .hasSize(1);
        }
    }

    @Nested
    class Search {
        @ParameterizedTest(name = "{0}: taken {1}, turned away {2}")
        @CsvSource({
            "number=11681570210293-4, true, false",
            "number=ENP12345678901, true, false",
            "number=ENP00000000000, false, false",
            "wasteCode=170503, true, false",
            "wasteCode=17 05 03*, true, false",
            "wasteCode=20, false, true",
            "organisation=hafen, false, true",
            "organisation=NORDWERK, true, true",
            "organisation=00000000-0000-4000-8000-000000000004, true, false",
            "organisation=nobody, false, false",
            "from=2026-11-24, false, true",
            "to=2026-11-23, true, false",
            "from=2026-11-23&to=2026-11-24, true, true",
            "state=accepted, true, false",
            "state=rejected, false, true",
            "state=rejected&wasteCode=170503, false, false",
            "plate=B-XY 123, true, false",
            "'', true, true"
        })
        void finds_by(String query, boolean taken, boolean turnedAway) {
            neighbours.told.put(
                    "/api/disclosures?name=plate&value=B-XY+123",
                    "[{\"consignment\": \"%s\", \"id\": \"%s\"}]".formatted(TAKEN, TAKEN));
            var expected = new ArrayList<String>();
            if (turnedAway) expected.add(TURNED_AWAY.toString());
            if (taken) expected.add(TAKEN.toString());
            assertThat(search(query, caller(NORTH_PLANT, "dispatcher")))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.items[*].id")
                    .isEqualTo(expected);
        }

        @Test
        void finds_by_the_consignments_own_id() {
            assertThat(search("number=" + TAKEN, caller(NORTH_PLANT, "dispatcher")))
                    .bodyJson()
                    .extractingPath("$.items[*].id")
                    .isEqualTo(List.of(TAKEN.toString()));
        }

        @Test
        void shows_the_ends_and_the_carrier() {
            assertThat(search("state=rejected", caller(NORTH_PLANT, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"items": [{"wasteCode": "20 01 01", "wasteTitle": "Papier und Pappe", "state": "rejected",
                              "generator": {"name": "Alter Hafen", "site": "B22222222", "place": "Hamburg"},
                              "plant": {"name": "Nordwerk"}, "carrier": {"name": "Flink Transporte"},
                              "declaredGrams": 12000000, "acceptedGrams": null,
                              "openedAt": "2026-11-24T12:00:00Z", "lastHappenedAt": "2026-11-24T15:00:00Z"}],
                             "next": null}""");
        }

        @Test
        void goes_on_after_the_last_page() {
            var caller = caller(NORTH_PLANT, "dispatcher");
            var first = search("limit=1", caller);
            assertThat(first).bodyJson().extractingPath("$.items[*].id").isEqualTo(List.of(TURNED_AWAY.toString()));
            String next = (String) member(first, "next");
            var second = search("limit=1&after=" + next, caller);
            assertThat(second).bodyJson().extractingPath("$.items[*].id").isEqualTo(List.of(TAKEN.toString()));
            assertThat(second).bodyJson().extractingPath("$.next").isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "colour=red, colour",
            "wasteCode=17x503, wasteCode",
            "from=yesterday, from",
            "from=+999999999-12-31, from",
            "to=2026-02-30, to",
            "state=lost, state",
            "limit=0, limit",
            "limit=201, limit",
            "limit=1e2, limit",
            "after=there, after",
            "after=+1000000000-12-31T00:00:00Z_00000000-0000-0000-0000-000000000000, after",
            "number=%00, number",
            "state=opened&state=rejected, state"
        })
        void names_the_parameter_that_is_wrong(String query, String field) {
            var answer = search(query, caller(NORTH_PLANT, "dispatcher"));
            assertProblem(answer, 400, "wrong-field");
            assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
        }

        @Test
        void by_plate_waits_for_the_vault() {
            neighbours.away = true;
            var answer = search("plate=B-XY 123", caller(NORTH_PLANT, "dispatcher"));
            assertProblem(answer, 503, "away");
            assertThat(answer).headers().containsHeader("Retry-After");
        }

        @Test
        void by_anything_else_does_not() {
            neighbours.away = true;
            now.updateAndGet(before -> before.plus(Duration.ofHours(1)));
            assertThat(search("organisation=" + GREEN_HILL, caller(NORTH_PLANT, "dispatcher")))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.items[*].id")
                    .isEqualTo(List.of(TAKEN.toString()));
        }
    }

    @Nested
    class Rebuilding {
        @Test
        void is_begun_by_one_request_and_ends_as_before() {
            var before = Surroundings.tables(surroundingsDatabase());
            var answer = http.post()
                    .uri("/api/rebuild")
                    .with(caller(GREEN_HILL, "operator"))
                    .exchange();
            assertThat(answer).hasStatus(202);
            until(() -> steps() == ways.records().size()
                    && health().contains("\"status\":\"UP\"")
                    && !health().contains("rebuildingSince"));
            assertThat(Surroundings.tables(surroundingsDatabase())).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"driver", "gate", "dispatcher", "authority", "auditor"})
        void is_the_operators_only(String role) {
            var answer = http.post()
                    .uri("/api/rebuild")
                    .with(caller(GREEN_HILL, role))
                    .exchange();
            assertProblem(answer, 403, "not-for-role");
        }

        private javax.sql.DataSource surroundingsDatabase() {
            var source = database.getDataSource();
            if (source == null) throw new AssertionError("a template without a database");
            return source;
        }
    }

    @Test
    void health_and_metrics_say_how_far_reading_is() {
        until(() -> health().contains("\"reading\":true") && health().contains("\"behind\":0"));
        assertThat(http.get().uri("/actuator/prometheus").exchange())
                .bodyText()
                .contains("wegweis_projections_behind_records 0.0", "wegweis_projections_position 8.0");
    }

    @Test
    void the_console_learns_where_to_sign_in() {
        assertThat(http.get().uri("/console-settings.json").exchange())
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"issuer\": \"http://127.0.0.1:8079\", \"clientId\": \"console\"}");
    }

    private MvcTestResult route(UUID consignment, JwtRequestPostProcessor caller) {
        return get("/api/consignments/" + consignment, caller);
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor caller) {
        return http.get().uri(path).with(caller).exchange();
    }

    private MvcTestResult search(String query, JwtRequestPostProcessor caller) {
        var request = http.get().uri("/api/consignments").with(caller);
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0) continue;
            request = request.param(
                    parameter.substring(0, equals),
                    parameter.substring(equals + 1).replace("%00", "\0"));
        }
        return request.exchange();
    }

    private String health() {
        return body(http.get().uri("/actuator/health").exchange());
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object member(MvcTestResult answer, String name) {
        return Json.parse(body(answer)) instanceof Json.Obj object
                        && object.members().get(name) instanceof Json.Text(String text)
                ? text
                : null;
    }

    private long steps() {
        var steps = database.queryForObject("select count(*) from record", Long.class);
        return steps == null ? -1 : steps;
    }

    private static void until(java.util.concurrent.Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(holds);
    }

    private static void tellRecords(UUID consignment) {
        var items = ways.records().stream()
                .filter(record -> record.subject().equals(consignment))
                .<Json>map(record -> Json.Obj.of()
                        .with("position", record.position())
                        .with("record", Base64.getEncoder().encodeToString(record.encode()))
                        .with(
                                "disclosures",
                                new Json.Arr(
                                        record.version() != 1
                                                ? List.of()
                                                : List.of(Json.Obj.of()
                                                        .with("name", "plate")
                                                        .with("value", PLATE.value())
                                                        .with(
                                                                "salt",
                                                                PLATE.salt().toString())))))
                .toList();
        neighbours.told.put("/api/consignments/" + consignment + "/records", new Json.Arr(items).canonical());
    }

    private static OrganisationId organisation(String name) {
        return switch (name) {
            case "GREEN_HILL" -> GREEN_HILL;
            case "OLD_HARBOUR" -> OLD_HARBOUR;
            case "SWIFT_HAUL" -> SWIFT_HAUL;
            case "NIGHT_HAUL" -> Ways.NIGHT_HAUL;
            case "NORTH_PLANT" -> NORTH_PLANT;
            default -> STRANGER;
        };
    }

    private static void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://wegweis.example/problems/" + slug);
    }
}
