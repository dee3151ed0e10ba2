package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.OLD_HARBOUR;
import static org.wegweis.projections.Ways.OLD_HARBOUR_QUAY;
import static org.wegweis.projections.Ways.STRANGER;
import static org.wegweis.projections.Ways.SWIFT_HAUL;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.certificate.Flag;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.projections.finding.FindingSource;

/** What an office and an authority read: the list of findings, and certificates with their clocks and balances. */
@SpringBootTest(
        properties = {
            "spring.config.name=projections",
            "wegweis.feed.poll=PT0.1S",
            "wegweis.findings.pause=PT0.05S",
            "wegweis.findings.sweep=PT0.2S",
            "wegweis.findings.page=2"
        })
@AutoConfigureMockMvc
@Import(FindingsAndCertificatesTest.Clock.class) // named, so that it stands for the nested rules too
class FindingsAndCertificatesTest {
    private static final Surroundings surroundings = new Surroundings();
    private static final ToldNeighbours neighbours = new ToldNeighbours();
    private static final Instant MIDWEEK = Instant.parse("2026-11-25T08:00:00Z");
    private static final AtomicReference<Instant> now = new AtomicReference<>(MIDWEEK);
    private static final AtomicReference<@Nullable UUID> unreadable = new AtomicReference<>();
    private static final Ways ways = new Ways(23);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 12, 31);

    /** For 20 t of soil from Brandenburg to Berlin: the first load fits, the second does not. */
    private static final UUID CONFIRMED = ways.certificate("ENP12345678901", new Mass(20_000_000), NEXT_YEAR);

    private static final UUID WAITING = ways.certificate("ENP12345678902", new Mass(5_000_000), NEXT_YEAR);
    private static final UUID FITS;
    private static final UUID OVER;
    /** From Hamburg, not hazardous, still on the road. */
    private static final UUID ON_ITS_WAY;

    static {
        ways.confirm(CONFIRMED, new Mass(20_000_000), NEXT_YEAR);
        FITS = ways.open(GREEN_HILL_YARD, "170503", Optional.of("11681570210293-4"), Optional.of("ENP12345678901"));
        ways.pickUp(FITS);
        ways.draw(CONFIRMED, FITS);
        ways.deliver(FITS, SWIFT_HAUL);
        ways.accept(FITS);
        ways.settle(CONFIRMED, FITS);
        ways.later(Duration.ofDays(1));
        OVER = ways.open(GREEN_HILL_YARD, "170503", Optional.empty(), Optional.of("ENP12345678901"));
        ways.pickUp(OVER);
        ways.draw(CONFIRMED, OVER, Flag.OVER_QUANTITY);
        ON_ITS_WAY = ways.open(OLD_HARBOUR_QUAY, "200101");
        ways.pickUp(ON_ITS_WAY);
        ways.filePapers();
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

        /** Cannot read one consignment, when told so. */
        @Bean
        FindingSource brokenSource() {
            return (_, consignments, _) -> {
                if (consignments.keySet().stream().anyMatch(id -> id.equals(unreadable.get()))) {
                    throw new IllegalStateException("unreadable, as the test wants it");
                }
                return Map.of();
            };
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
        now.set(MIDWEEK);
        neighbours.told.put("/api/organisations", """
                [{"id": "%s", "name": "Grünhügel Rückbau", "sites": [{"number": "P11111111", "name": "Hof", "place": "Potsdam"}]},
                 {"id": "%s", "name": "Nordwerk", "sites": [{"number": "L33333333", "name": "Tor", "place": "Berlin"}]}]""".formatted(GREEN_HILL, NORTH_PLANT));
        until(() -> count("record") == ways.records().size() && count("to_inspect") == 0);
        until(() -> list(GREEN_HILL, "dispatcher", "").size() == 3);
        database.update("delete from look");
    }

    @Nested
    class TheList {
        @AfterEach
        void each_finding_is_counted_once_for_everybody_who_is_shown_it() {
            until(() -> count("to_inspect") == 0);
            assertThat(database.queryForList(
                            "select organisation || code || count from party_findings where count <> 0", String.class))
                    .containsExactlyInAnyOrderElementsOf(database.queryForList(
                            "select p.organisation || f.code || count(*) from finding f join consignment_party p"
                                    + " on p.consignment = f.consignment where f.to_parties group by p.organisation, f.code",
                            String.class));
            assertThat(database.queryForList(
                            "select code || sum(count) from laender_findings group by code having sum(count) <> 0",
                            String.class))
                    .containsExactlyInAnyOrderElementsOf(database.queryForList(
                            "select code || count(*) from finding where to_authorities group by code", String.class));
            assertThat(database.queryForList("select s::text from finding_party s", String.class))
                    .containsExactlyInAnyOrderElementsOf(database.queryForList(
                            "select (p.organisation, f.since, f.consignment, f.place)::text from finding f"
                                    + " join consignment_party p on p.consignment = f.consignment where f.to_parties",
                            String.class));
        }

        @Test
        void shows_a_party_what_is_found_about_its_loads_newest_first() {
            assertThat(list(GREEN_HILL, "dispatcher", ""))
                    .containsExactly(
                            OVER + " over-quantity",
                            OVER + " generator-has-not-signed",
                            FITS + " generator-has-not-signed");
            assertThat(list(OLD_HARBOUR, "auditor", "")).containsExactly(ON_ITS_WAY + " generator-has-not-signed");
            assertThat(list(STRANGER, "dispatcher", "")).isEmpty();
            assertThat(list(GREEN_HILL, "operator", "")).isEmpty();
        }

        @Test
        void says_what_a_line_is_about() {
            var answer = get("/api/findings?code=over-quantity", caller(GREEN_HILL, "dispatcher"));
            assertThat(answer).bodyJson().isLenientlyEqualTo("""
                            {"items": [{"wasteCode": "17 05 03*", "state": "on-the-road", "paragraph": "NachwV §3(1)",
                                        "generator": {"name": "Grünhügel Rückbau", "site": "P11111111", "place": "Potsdam"},
                                        "plant": {"name": "Nordwerk"}, "toAuthorities": false}],
                             "counts": [{"code": "generator-has-not-signed", "count": 2}, {"code": "over-quantity", "count": 1}],
                             "next": null}""");
        }

        @Test
        void keeps_from_an_authority_what_only_warns_the_parties() {
            assertThat(list(STRANGER, "authority P", ""))
                    .containsExactly(OVER + " generator-has-not-signed", FITS + " generator-has-not-signed");
            assertThat(list(STRANGER, "authority B", "")).containsExactly(ON_ITS_WAY + " generator-has-not-signed");
            assertThat(list(STRANGER, "authority S", "")).isEmpty();
            assertThat(count("look")).isEqualTo(3);
        }

        /** As a district does that audits waste and has a depot of its own. */
        @Test
        void shows_who_audits_and_takes_part_what_authorities_are_told_of_both() {
            var district = caller(GREEN_HILL, "authority+dispatcher B");
            assertThat(lines(get("/api/findings", district)))
                    .containsExactlyInAnyOrder(
                            OVER + " generator-has-not-signed",
                            FITS + " generator-has-not-signed",
                            ON_ITS_WAY + " generator-has-not-signed");
            assertThat(get("/api/findings", district))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"counts\": [{\"code\": \"generator-has-not-signed\", \"count\": 3}]}");
        }

        @Test
        void is_what_the_routes_say() {
            for (var consignment : List.of(FITS, OVER)) {
                var route = get("/api/consignments/" + consignment, caller(GREEN_HILL, "dispatcher"));
                assertThat(texts(route, "findings", "code"))
                        .containsExactlyInAnyOrderElementsOf(list(GREEN_HILL, "dispatcher", "").stream()
                                .filter(line -> line.startsWith(consignment.toString()))
                                .map(line -> line.substring(line.indexOf(' ') + 1))
                                .toList());
            }
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "code=over-quantity, 1",
            "wasteCode=17, 3",
            "wasteCode=170503*, 3",
            "wasteCode=20, 0",
            "from=2026-11-23, 3",
            "from=2026-11-24, 2",
            "to=2026-11-23, 1",
            "to=2026-11-22, 0",
            "code=&wasteCode=, 3",
        })
        void can_be_narrowed(String query, int found) {
            assertThat(list(GREEN_HILL, "dispatcher", "?" + query)).hasSize(found);
        }

        @Test
        void comes_in_pages_that_leave_out_and_repeat_nothing() {
            var whole = list(GREEN_HILL, "dispatcher", "");
            var lines = new ArrayList<String>();
            String after = "";
            do {
                var answer = get(
                        "/api/findings?limit=1" + (after.isEmpty() ? "" : "&after=" + after),
                        caller(GREEN_HILL, "dispatcher"));
                lines.addAll(lines(answer));
                after = next(answer).orElse("");
            } while (!after.isEmpty());
            assertThat(lines).isEqualTo(whole);
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({
            "code, lost",
            "from, yesterday",
            "to, 2026-13-01",
            "wasteCode, soil",
            "limit, 0",
            "limit, 201",
            "after, x",
            "after, 2026-11-23T07:00:00Z_1",
            "after, 2026-11-23T07:00:00Z_00000000-0000-4000-8000-000000000001_-1",
            "plate, B-XY 1"
        })
        void refuses_what_it_does_not_understand_and_names_it(String name, String value) {
            var answer = http.get()
                    .uri("/api/findings")
                    .param(name, value)
                    .with(caller(GREEN_HILL, "dispatcher"))
                    .exchange();
            assertThat(answer).hasStatus(400);
            assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(name);
        }

        @Test
        void follows_the_clock_without_a_record() {
            now.set(MIDWEEK.plus(Duration.ofDays(8)));
            until(() -> list(OLD_HARBOUR, "dispatcher", "").size() == 2);
            assertThat(list(OLD_HARBOUR, "dispatcher", ""))
                    .containsExactly(ON_ITS_WAY + " long-on-the-road", ON_ITS_WAY + " generator-has-not-signed");
            now.set(MIDWEEK);
            until(() -> list(OLD_HARBOUR, "dispatcher", "").size() == 1);
        }

        @Test
        void goes_on_where_one_consignment_cannot_be_read() {
            var before = rows();
            database.update("update finding set statement = null where consignment <> ?", FITS);
            unreadable.set(FITS);
            try {
                database.update("insert into to_inspect (consignment) select id from consignment");
                until(() -> count("to_inspect") == 0 && rows().equals(before));
            } finally {
                unreadable.set(null);
            }
        }

        @Test
        void is_the_same_after_a_rebuild() {
            var before = rows();
            assertThat(http.post()
                            .uri("/api/rebuild")
                            .with(caller(GREEN_HILL, "operator"))
                            .exchange())
                    .hasStatus(202);
            until(() -> count("record") == ways.records().size() && rows().equals(before));
        }

        private List<String> rows() {
            return database.queryForList("select to_jsonb(f)::text from finding f order by 1", String.class);
        }
    }

    @Nested
    class Certificates {
        @Test
        void show_where_they_stand_what_is_left_and_who_uses_them() {
            var answer = get("/api/certificates/" + CONFIRMED, caller(GREEN_HILL, "dispatcher"));
            assertThat(answer).hasStatusOk();
            assertThat(answer).bodyJson().isLenientlyEqualTo("""
                            {"number": "ENP12345678901", "kind": "EN", "state": "valid", "wasteCode": "17 05 03*",
                             "operation": "R5", "until": "2027-12-31", "privilege": null,
                             "applicant": {"name": "Grünhügel Rückbau", "site": "P11111111", "land": "Brandenburg"},
                             "plant": {"name": "Nordwerk", "land": "Berlin"},
                             "quantityGrams": 20000000, "onTheRoadGrams": 11900000, "acceptedGrams": 11850000,
                             "leftGrams": -3750000, "loadsLeftOut": 0,
                             "clocks": [{"code": "confirmation-valid", "paragraph": "NachwV §5(4)", "lastDay": "2027-12-31"}],
                             "loads": [
                               {"kind": "consignment", "consignment": "%s", "massGrams": 11900000, "settled": false,
                                "flags": ["over-quantity"]},
                               {"consignment": "%s", "noteNumber": "11681570210293-4", "massGrams": 11850000,
                                "settled": true, "flags": []}],
                             "history": [{"type": "certificate.declared.v1", "name": "Grünhügel Rückbau"},
                                         {"type": "certificate.declaration-accepted.v1"},
                                         {"type": "certificate.submitted.v1"}, {"type": "certificate.confirmed.v1"}]}""".formatted(OVER, FITS));
        }

        @Test
        void say_what_falls_due_for_the_authority() {
            var answer = get("/api/certificates/" + WAITING, caller(STRANGER, "authority L"));
            assertThat(answer).bodyJson().isLenientlyEqualTo("""
                            {"state": "submitted", "clocks": [
                              {"code": "receipt-acknowledged", "paragraph": "NachwV §4 Satz 1", "lastDay": "2026-12-05"},
                              {"code": "certificate-decided", "paragraph": "NachwV §5(1)", "lastDay": "2026-12-23"}]}""");
            assertThat(count("look")).isEqualTo(1);
        }

        @Test
        void name_no_load_that_does_not_exist_for_the_caller() {
            var answer = get("/api/certificates/" + CONFIRMED, caller(STRANGER, "authority P"));
            assertThat(texts(answer, "loads", "consignment")).containsExactly(OVER.toString(), FITS.toString());
            database.update(
                    "update consignment set generator_site = 'S11111111', plant_site = 'S11111111' where id = ?", OVER);
            try {
                answer = get("/api/certificates/" + CONFIRMED, caller(STRANGER, "authority P"));
                assertThat(texts(answer, "loads", "consignment")).containsExactly("", FITS.toString());
            } finally {
                database.update(
                        "update consignment set generator_site = 'P11111111', plant_site = 'L33333333' where id = ?",
                        OVER);
            }
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "'', 2",
            "number=ENP12345678901, 1",
            "number=ENP1, 0",
            "wasteCode=17 05, 2",
            "wasteCode=20, 0",
            "applicant=grünhügel, 2",
            "applicant=nordwerk, 0",
            "plant=Nord, 2",
            "state=valid, 1",
            "state=submitted, 1",
            "state=refused, 0",
            "dueBefore=2026-12-05, 0",
            "dueBefore=2026-12-06, 1",
            "dueBefore=2028-01-01, 2",
        })
        void are_found(String query, int found) {
            var answer = get("/api/certificates?" + query.replace(" ", "%20"), caller(NORTH_PLANT, "gate"));
            assertThat(texts(answer, "items", "id")).hasSize(found);
        }

        @Test
        void are_found_newest_first_in_pages() {
            var first = get("/api/certificates?limit=1", caller(GREEN_HILL, "dispatcher"));
            assertThat(texts(first, "items", "id")).containsExactly(WAITING.toString());
            var second = get(
                    "/api/certificates?limit=1&after=" + next(first).orElseThrow(), caller(GREEN_HILL, "dispatcher"));
            assertThat(texts(second, "items", "id")).containsExactly(CONFIRMED.toString());
            assertThat(next(second)).isEmpty();
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource({
            "1, dispatcher, 200",
            "5, auditor, 200",
            "3, dispatcher, 404",
            "6, dispatcher, 404",
            "6, authority P, 200",
            "6, authority L, 200",
            "6, authority B, 404",
            "1, operator, 404",
            "1, driver, 403",
        })
        void exist_for_their_two_parties_and_the_authorities_at_their_ends(int organisation, String role, int status) {
            var who = OrganisationId.parse("00000000-0000-4000-8000-00000000000" + organisation);
            assertThat(get("/api/certificates/" + CONFIRMED, caller(who, role))).hasStatus(status);
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({"state, lost", "dueBefore, soon", "wasteCode, soil", "limit, many", "after, x", "from, 2026-11-23"})
        void refuse_what_they_do_not_understand(String name, String value) {
            var answer = http.get()
                    .uri("/api/certificates")
                    .param(name, value)
                    .with(caller(GREEN_HILL, "dispatcher"))
                    .exchange();
            assertThat(answer).hasStatus(400);
            assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(name);
        }

        @Test
        void have_ids() {
            assertThat(get("/api/certificates/12", caller(GREEN_HILL, "dispatcher")))
                    .hasStatus(400);
        }
    }

    /** Its lines, each a consignment and a code. */
    private List<String> list(OrganisationId organisation, String role, String query) {
        return lines(get("/api/findings" + query, caller(organisation, role)));
    }

    private static List<String> lines(MvcTestResult answer) {
        var codes = texts(answer, "items", "code");
        var lines = new ArrayList<String>();
        for (String consignment : texts(answer, "items", "consignment")) {
            lines.add(consignment + " " + codes.get(lines.size()));
        }
        return lines;
    }

    private static List<String> texts(MvcTestResult answer, String list, String name) {
        assertThat(answer).hasStatusOk();
        return ((Json.Arr) Objects.requireNonNull(body(answer).members().get(list)))
                .items().stream()
                        .map(item -> text(((Json.Obj) item).members().get(name)))
                        .toList();
    }

    private static Optional<String> next(MvcTestResult answer) {
        return Optional.of(text(body(answer).members().get("next"))).filter(next -> !next.isEmpty());
    }

    private static String text(@Nullable Json value) {
        return value instanceof Json.Text(var text) ? text : "";
    }

    private static Json.Obj body(MvcTestResult answer) {
        try {
            return (Json.Obj) Json.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String address, JwtRequestPostProcessor caller) {
        return http.get()
                .uri(URI.create(address))
                .accept(MediaType.APPLICATION_JSON)
                .with(caller)
                .exchange();
    }

    /** @param role one or several, with the Länder of an authority behind */
    private static JwtRequestPostProcessor caller(OrganisationId organisation, String role) {
        String[] words = role.split(" ", 2);
        return Callers.caller(organisation, words[0], words.length > 1 ? words[1].replace(" ", "") : "");
    }

    private int count(String table) {
        var count = database.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
