package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Callers.caller;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.MORNING;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.NORTH_PLANT_GATE;
import static org.wegweis.projections.Ways.OLD_HARBOUR;
import static org.wegweis.projections.Ways.OLD_HARBOUR_QUAY;
import static org.wegweis.projections.Ways.STRANGER;
import static org.wegweis.projections.Ways.SWIFT_HAUL;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.waste.Mass;

/** Paper that was entered in time and paper that was forgotten; whose register holds what; a small amount that was none. */
@SpringBootTest(properties = {"spring.config.name=projections", "wegweis.feed.poll=PT0.1S"})
@AutoConfigureMockMvc
@Import(OutagesAndRegistersTest.Clock.class) // named, so that it stands for the nested rules too
class OutagesAndRegistersTest {
    private static final Surroundings surroundings = new Surroundings();
    private static final ToldNeighbours neighbours = new ToldNeighbours();
    private static final Instant NOW = Instant.parse("2026-12-20T08:00:00Z");
    private static final Ways ways = new Ways(23);

    /** Under a certificate, with a correction in force, over two carriers. */
    private static final UUID CERTIFIED =
            ways.open(GREEN_HILL_YARD, "170503", Optional.of("11681570210293-4"), Optional.of("ENP12345678901"));

    private static final UUID CLEAN;
    private static final UUID REJECTED;
    private static final UUID OUTAGE;
    /** Of the generator; it lasts still. */
    private static final UUID LASTING;

    private static final UUID ON_PAPER;
    private static final UUID COLLECTED;
    private static final UUID SMALL;
    private static final UUID CANCELLED;

    static {
        ways.pickUp(CERTIFIED);
        ways.handOver(CERTIFIED);
        ways.deliver(CERTIFIED, Ways.NIGHT_HAUL);
        ways.accept(CERTIFIED);
        var word = ways.latest(CERTIFIED).id();
        ways.correct(
                CERTIFIED,
                NORTH_PLANT,
                word,
                new Correction(Optional.empty(), Optional.of(new Mass(11_800_000)), Optional.empty()));
        var correction = ways.latest(CERTIFIED).id();
        for (var party : List.of(GREEN_HILL, SWIFT_HAUL, Ways.NIGHT_HAUL)) ways.agree(CERTIFIED, party, correction);
        CLEAN = ways.whole(OLD_HARBOUR_QUAY, "170504");
        REJECTED = ways.open(OLD_HARBOUR_QUAY, "170503");
        ways.pickUp(REJECTED);
        ways.deliver(REJECTED, SWIFT_HAUL);
        ways.reject(REJECTED);

        OUTAGE = ways.outage(NORTH_PLANT_GATE, MORNING.minus(Duration.ofHours(1)));
        ON_PAPER = ways.open(OLD_HARBOUR_QUAY, "170503", Optional.empty(), Optional.of("ENB12345678901"));
        ways.pickUp(ON_PAPER);
        var handedIn = ways.latest(ON_PAPER).happenedAt();
        ways.paper(OUTAGE, NORTH_PLANT, "2026-0001", handedIn);
        ways.paper(OUTAGE, NORTH_PLANT, "2026-0002", handedIn);
        ways.deliver(ON_PAPER, SWIFT_HAUL);
        var accepted = ways.latest(ON_PAPER).happenedAt();
        ways.endOutage(OUTAGE, NORTH_PLANT, ways.latest(ON_PAPER).happenedAt());
        ways.later(Duration.ofDays(7));
        ways.accept(ON_PAPER, accepted);
        ways.enterPaper(OUTAGE, NORTH_PLANT, "2026-0001", ON_PAPER);
        LASTING = ways.outage(GREEN_HILL_YARD, MORNING.plus(Duration.ofDays(1)));

        COLLECTED = ways.transferNote(
                GREEN_HILL_YARD, "080111", new Mass(120_000), Optional.of("SNP12345678901"), SWIFT_HAUL);
        ways.enterNote(COLLECTED, SWIFT_HAUL, CERTIFIED);
        SMALL = ways.transferNote(GREEN_HILL_YARD, "080111", new Mass(20_000), Optional.empty(), NORTH_PLANT);
        CANCELLED = ways.transferNote(OLD_HARBOUR_QUAY, "080111", new Mass(9_000), Optional.empty(), NORTH_PLANT);
        ways.cancelNote(CANCELLED, NORTH_PLANT);
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
            return () -> NOW;
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
    void everythingIsRead() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ways.records().size() == count("select count(*) from record"));
        database.update("delete from look");
    }

    @Nested
    class Outages {
        @Test
        void show_their_paper_and_what_is_overdue() {
            assertThat(get("/api/outages", caller(NORTH_PLANT, "gate")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                    {"next": null, "items": [
                      {"outage": "%s", "state": "over", "site": "L33333333", "cause": "communication",
                       "dueBy": "2026-12-04",
                       "receipts": [
                         {"number": "2026-0001", "form": "fallback-receipt", "consignment": "%s"},
                         {"number": "2026-0002", "form": "fallback-receipt", "consignment": null, "enteredAt": null}],
                       "findings": [{"code": "receipt-overdue", "receipt": "2026-0002", "paragraph": "NachwV §22(4)",
                                     "since": "2026-12-04T23:00:00Z"}]}]}""".formatted(OUTAGE, ON_PAPER));
        }

        @Test
        void that_last_have_no_last_day() {
            assertThat(get("/api/outages?state=under-way", caller(GREEN_HILL, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"items": [{"outage": "%s", "state": "under-way", "dueBy": null, "endedAt": null,
                                        "receipts": [], "findings": []}]}""".formatted(LASTING));
            assertThat(ids("/api/outages?state=over", caller(GREEN_HILL, "dispatcher"), "outage"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "NORTH_PLANT, gate,       '',  1",
            "NORTH_PLANT, auditor,    '',  1",
            "NORTH_PLANT, operator,   '',  0",
            "SWIFT_HAUL,  dispatcher, '',  0",
            "STRANGER,    authority,  'L', 1",
            "STRANGER,    authority,  'P', 1",
            "STRANGER,    authority,  'LP', 2",
            "STRANGER,    authority,  'S', 0",
            "NORTH_PLANT, authority,  '',  0",
        })
        void exist_for_the_obliged_and_the_sites_authority(String who, String role, String laender, int seen) {
            assertThat(ids("/api/outages", caller(organisation(who), role, laender), "outage"))
                    .hasSize(seen);
        }

        @Test
        void go_on_after_the_last_page() {
            var authority = caller(STRANGER, "authority", "LP");
            var first = get("/api/outages?limit=1", authority);
            assertThat(ids(first, "outage")).containsExactly(LASTING.toString());
            String next = text(object(first), "next");
            assertThat(ids("/api/outages?limit=1&after=" + next, authority, "outage"))
                    .containsExactly(OUTAGE.toString());
        }

        @ParameterizedTest
        @CsvSource({
            "state=gone,state",
            "limit=0,limit",
            "after=1,after",
            "colour=red,colour",
            "state=over&state=over,state"
        })
        void name_the_parameter_that_is_wrong(String query, String field) {
            wrong("/api/outages?" + query, field);
        }

        @Test
        void are_looked_at_and_it_is_written_down() {
            get("/api/outages", caller(STRANGER, "authority", "L"));
            get("/api/outages", caller(NORTH_PLANT, "gate"));
            assertThat(looks()).containsExactly(STRANGER + " 1");
        }
    }

    @Nested
    class OnTheRoute {
        @Test
        void paper_is_shown_and_excuses_what_came_late() {
            var route = get("/api/consignments/" + ON_PAPER, caller(NORTH_PLANT, "gate"));
            assertThat(route).bodyJson().isLenientlyEqualTo("""
                    {"numberCheck": "not-checked",
                     "fallbackReceipts": [{"number": "2026-0001", "form": "fallback-receipt", "outage": "%s"}]}""".formatted(OUTAGE));
            assertThat(codes(object(route))).doesNotContain("plant-states-late", "note-to-the-authority-late");
        }

        @Test
        void where_there_was_none_none_is_shown() {
            assertThat(get("/api/consignments/" + CLEAN, caller(NORTH_PLANT, "gate")))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"fallbackReceipts\": []}");
        }
    }

    @Nested
    class Registers {
        @Test
        void a_plant_files_by_certificate_and_then_by_time() {
            assertThat(filed(caller(NORTH_PLANT, "dispatcher"), "role=plant"))
                    .containsExactly(
                            SMALL + " 080111",
                            CLEAN + " 170504",
                            ON_PAPER + " ENB12345678901",
                            CERTIFIED + " ENP12345678901");
        }

        @Test
        void a_carrier_files_by_kind_of_waste() {
            assertThat(filed(caller(SWIFT_HAUL, "dispatcher"), "role=carrier"))
                    .containsExactly(CERTIFIED + " 170503", ON_PAPER + " 170503", CLEAN + " 170504");
        }

        @Test
        void an_entry_says_what_is_in_force_by_when_it_was_due_and_how_long_it_is_kept() {
            assertThat(get("/api/register?role=generator&wasteCode=17", caller(GREEN_HILL, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"items": [{"subject": "%s", "document": "consignment-note", "role": "generator",
                              "site": "P11111111", "paragraph": "NachwV §24(2) Satz 1 Nr. 1",
                              "wasteCode": "17 05 03*", "massGrams": 11800000, "certificate": "ENP12345678901",
                              "number": "11681570210293-4", "day": "2026-11-23", "enteredAt": "2026-11-23T11:00:01Z",
                              "dueBy": "2026-12-03", "keptUntil": "2029-11-23"}], "next": null}""".formatted(CERTIFIED));
        }

        @Test
        void collectors_and_generators_file_transfer_notes() {
            assertThat(get("/api/register?role=collector", caller(SWIFT_HAUL, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"items": [{"subject": "%s", "document": "transfer-note", "filedUnder": "SNP12345678901",
                                        "consignment": "%s"}]}""".formatted(COLLECTED, CERTIFIED));
            assertThat(filed(caller(GREEN_HILL, "dispatcher"), "wasteCode=0801"))
                    .containsExactly(COLLECTED + " 080111", SMALL + " 080111");
        }

        @Test
        void what_was_rejected_or_cancelled_is_filed_nowhere() {
            assertThat(count("select count(*) from register_entry where subject = '" + REJECTED + "'"))
                    .isZero();
            assertThat(count("select count(*) from register_entry where subject = '" + CANCELLED + "'"))
                    .isZero();
        }

        @Test
        void days_are_those_of_Berlin_and_narrow() {
            var plant = caller(NORTH_PLANT, "dispatcher");
            assertThat(filed(plant, "role=plant&from=2026-11-23&to=2026-11-23"))
                    .containsExactly(CLEAN + " 170504", CERTIFIED + " ENP12345678901");
            assertThat(filed(plant, "role=plant&to=2026-11-22")).isEmpty();
            assertThat(filed(plant, "site=L33333333&wasteCode=170504")).containsExactly(CLEAN + " 170504");
            assertThat(filed(plant, "site=P11111111")).isEmpty();
        }

        @Test
        void an_authority_reads_those_of_its_Land_and_it_is_written_down() {
            assertThat(filed(caller(STRANGER, "authority", "B"), ""))
                    .containsExactly(CLEAN + " 170504", ON_PAPER + " ENB12345678901");
            assertThat(filed(caller(STRANGER, "authority", "S"), "")).isEmpty();
            assertThat(looks()).containsExactly(STRANGER + " 2", STRANGER + " 0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"OLD_HARBOUR", "STRANGER"})
        void nobody_reads_anothers(String who) {
            assertThat(filed(caller(organisation(who), "dispatcher"), "role=plant"))
                    .isEmpty();
            assertThat(filed(caller(organisation(who), "operator"), "")).isEmpty();
        }

        @Test
        void pages_follow_each_other_without_loss() {
            var plant = caller(NORTH_PLANT, "dispatcher");
            var all = filed(plant, "");
            var paged = new ArrayList<String>();
            String after = "";
            do {
                var page = get("/api/register?limit=1" + after, plant);
                paged.addAll(filed(page));
                after = object(page).members().get("next") instanceof Json.Text(var next) ? "&after=" + next : "";
            } while (!after.isEmpty());
            assertThat(paged).isEqualTo(all).hasSize(4);
        }

        @Test
        void they_are_handed_over_as_CSV_too() {
            var csv = http.get()
                    .uri("/api/register?role=generator&limit=1")
                    .with(caller(OLD_HARBOUR, "dispatcher"))
                    .accept("text/csv")
                    .exchange();
            assertThat(csv).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
            assertThat(csv).headers().containsHeader("Wegweis-Next");
            assertThat(body(csv).split("\r\n", -1)).hasSize(3).satisfies(lines -> {
                assertThat(lines[0]).startsWith("document,subject,organisation,site,role");
                assertThat(lines[1])
                        .startsWith("consignment-note," + CLEAN + "," + OLD_HARBOUR
                                + ",B22222222,generator,NachwV §24(6),170504,17 05 04,11850000,,,");
                assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
            });
        }

        @ParameterizedTest
        @CsvSource({
            "site=1,site",
            "role=driver,role",
            "wasteCode=999999999,wasteCode",
            "from=soon,from",
            "to=2026-13-01,to",
            "after=x,after",
            "limit=1000,limit",
            "land=P,land",
        })
        void name_the_parameter_that_is_wrong(String query, String field) {
            wrong("/api/register?" + query, field);
        }
    }

    @Nested
    class TransferNotes {
        @Test
        void a_small_amount_of_a_site_with_more_than_two_tonnes_is_found() {
            assertThat(get("/api/transfer-notes/" + SMALL, caller(GREEN_HILL, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"id": "%s", "wasteCode": "08 01 11*", "massGrams": 20000, "certificate": null,
                             "generator": {"site": "P11111111"}, "signed": false, "consignment": null,
                             "yearGrams": 11940000,
                             "findings": [{"code": "over-small-amount", "paragraph": "NachwV §2(2)"}]}""".formatted(SMALL));
        }

        @Test
        void a_collected_one_shows_where_it_was_entered() {
            assertThat(get("/api/transfer-notes/" + COLLECTED, caller(SWIFT_HAUL, "dispatcher")))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"consignment\": \"%s\", \"findings\": []}".formatted(CERTIFIED));
        }

        @Test
        void it_exists_for_its_two_parties_and_the_generators_authority() {
            String path = "/api/transfer-notes/" + SMALL;
            assertThat(get(path, caller(NORTH_PLANT, "gate"))).hasStatusOk();
            assertThat(get(path, caller(STRANGER, "authority", "P"))).hasStatusOk();
            assertThat(get(path, caller(STRANGER, "authority", "L"))).hasStatus(404);
            assertThat(get(path, caller(SWIFT_HAUL, "dispatcher"))).hasStatus(404);
            assertThat(looks()).containsExactly(STRANGER + " 1", STRANGER + " 0");
            wrong("/api/transfer-notes/1", "id");
        }
    }

    private void wrong(String path, String field) {
        var answer = get(path, caller(NORTH_PLANT, "dispatcher"));
        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(object(answer), "field")).isEqualTo(field);
    }

    private List<String> looks() {
        return database.queryForList("select concat_ws(' ', organisation, count) from look order by id", String.class);
    }

    private long count(String sql) {
        var count = database.queryForObject(sql, Long.class);
        return count == null ? -1 : count;
    }

    private List<String> filed(JwtRequestPostProcessor caller, String query) {
        return filed(get("/api/register?" + query, caller));
    }

    private static List<String> filed(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return items(answer).stream()
                .map(item -> text(item, "subject") + " " + text(item, "filedUnder"))
                .toList();
    }

    private List<String> ids(String path, JwtRequestPostProcessor caller, String name) {
        return ids(get(path, caller), name);
    }

    private static List<String> ids(MvcTestResult answer, String name) {
        assertThat(answer).hasStatusOk();
        return items(answer).stream().map(item -> text(item, name)).toList();
    }

    private static List<Json.Obj> items(MvcTestResult answer) {
        return objects(object(answer), "items");
    }

    private static List<String> codes(Json.Obj route) {
        return objects(route, "findings").stream()
                .map(found -> text(found, "code"))
                .toList();
    }

    private static List<Json.Obj> objects(Json.Obj json, String name) {
        if (!(json.members().get(name) instanceof Json.Arr(var all))) throw new AssertionError(name + " in " + json);
        return all.stream().map(Json.Obj.class::cast).toList();
    }

    private static String text(Json.Obj json, String name) {
        if (json.members().get(name) instanceof Json.Text(var value)) return value;
        throw new AssertionError(name + " in " + json);
    }

    private static Json.Obj object(MvcTestResult answer) {
        return (Json.Obj) Json.parse(body(answer));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor caller) {
        return http.get().uri(path).with(caller).exchange();
    }

    private static OrganisationId organisation(String name) {
        return switch (name) {
            case "NORTH_PLANT" -> NORTH_PLANT;
            case "SWIFT_HAUL" -> SWIFT_HAUL;
            case "OLD_HARBOUR" -> OLD_HARBOUR;
            default -> STRANGER;
        };
    }
}
