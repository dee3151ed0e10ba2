package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Callers.caller;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.NIGHT_HAUL;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.NORTH_PLANT_GATE;
import static org.wegweis.projections.Ways.OLD_HARBOUR;
import static org.wegweis.projections.Ways.STRANGER;
import static org.wegweis.projections.Ways.SWIFT_HAUL;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Paper;
import org.wegweis.kernel.permit.Scope;
import org.wegweis.kernel.permit.Wastes;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.finding.FindingSource;

/** Papers that were filed, and what they say about three loads of soil and their two carriers. */
@SpringBootTest(properties = {"spring.config.name=projections", "wegweis.feed.poll=PT0.1S"})
@AutoConfigureMockMvc
class PapersTest {
    private static final Surroundings surroundings = new Surroundings();
    private static final ToldNeighbours neighbours = new ToldNeighbours();
    private static final Ways ways = new Ways(16);
    private static final Party SWIFT_DEPOT = new Party(SWIFT_HAUL, new SiteNumber("L44444444"));
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static final UUID PERMIT = ways.file(new Paper(
            SWIFT_DEPOT, new Scope.CarrierPermit(), new Wastes.All(), NEW_YEAR, Optional.empty(), Optional.empty()));
    /** Two loads a day fit, less than three. */
    private static final UUID PLANT_PERMIT = ways.file(new Paper(
            NORTH_PLANT_GATE,
            new Scope.PlantPermit(Set.of(new Operation("D1")), Optional.of(Mass.ofKilograms(24_000)), Optional.empty()),
            new Wastes.All(),
            NEW_YEAR,
            Optional.empty(),
            Optional.empty()));

    /** Over both carriers. */
    private static final UUID FIRST = ways.whole(GREEN_HILL_YARD, "170503");

    private static final UUID SECOND = straight();
    private static final UUID THIRD = straight();
    private static final UUID AFTER_THE_WITHDRAWAL;

    static {
        ways.withdraw(PERMIT, LocalDate.of(2026, 11, 25));
        ways.later(Duration.ofDays(2));
        AFTER_THE_WITHDRAWAL = straight();
        surroundings.createTopic("wegweis.records");
        surroundings.publish("wegweis.records", ways.records());
    }

    private static UUID straight() {
        var load = ways.open(GREEN_HILL_YARD, "170503");
        ways.pickUp(load);
        ways.deliver(load, SWIFT_HAUL);
        ways.accept(load);
        return load;
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @Autowired
    List<FindingSource> sources;

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
        neighbours.told.put("/api/organisations", """
                [{"id": "%s", "name": "Grünhügel", "sites": [{"number": "P11111111", "name": "Hof", "place": "Flensburg",
                  "roles": ["generator"], "latitude": 54.78, "longitude": 9.44}]},
                 {"id": "%s", "name": "Nordwerk", "sites": [{"number": "L33333333", "name": "Tor", "place": "Kempten",
                  "roles": [], "latitude": 47.73, "longitude": 10.31}]}]""".formatted(GREEN_HILL, NORTH_PLANT));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(ways.records().size())
                        .equals(database.queryForObject("select count(*) from record", Integer.class)));
    }

    @Test
    void a_load_is_held_against_the_papers_of_its_hands() {
        assertThat(found(FIRST, caller(GREEN_HILL, "dispatcher", "")))
                .contains("no-papers-on-file") // the second carrier's
                .doesNotContain("carrier-without-permit", "carrier-not-notified", "plant-without-permit");
        assertThat(found(FIRST, caller(STRANGER, "authority", "P"))).doesNotContain("no-papers-on-file");
        assertThat(found(SECOND, caller(GREEN_HILL, "dispatcher", ""))).doesNotContain("no-papers-on-file");
        assertThat(found(AFTER_THE_WITHDRAWAL, caller(STRANGER, "authority", "P")))
                .contains("carrier-without-permit", "carrier-not-notified");
    }

    @Test
    void the_load_with_which_the_day_is_full_is_found_and_none_before() {
        var who = caller(NORTH_PLANT, "gate", "");
        assertThat(found(FIRST, who)).doesNotContain("over-daily-limit");
        assertThat(found(SECOND, who)).doesNotContain("over-daily-limit");
        assertThat(found(THIRD, who)).contains("over-daily-limit").doesNotContain("over-yearly-limit");
        assertThat(found(AFTER_THE_WITHDRAWAL, who)).doesNotContain("over-daily-limit");
    }

    @Test
    void a_plant_at_the_other_end_of_the_country_is_odd() {
        assertThat(found(FIRST, caller(GREEN_HILL, "dispatcher", ""))).contains("far-away");
    }

    @Test
    void a_paper_touches_what_its_holder_carried_and_a_load_what_its_plant_took_after_it() {
        assertThat(touched(record(PERMIT, 1))).containsExactlyInAnyOrder(FIRST, SECOND, THIRD, AFTER_THE_WITHDRAWAL);
        assertThat(touched(record(SECOND, 3))).containsExactlyInAnyOrder(THIRD, AFTER_THE_WITHDRAWAL);
        assertThat(touched(record(SECOND, 1))).isEmpty();
    }

    @Test
    void papers_exist_for_whoever_works_with_their_holder_and_for_authorities() {
        assertThat(papers(SWIFT_HAUL, caller(SWIFT_HAUL, "dispatcher", ""))).containsExactly(PERMIT.toString());
        assertThat(papers(SWIFT_HAUL, caller(GREEN_HILL, "dispatcher", ""))).containsExactly(PERMIT.toString());
        assertThat(papers(NORTH_PLANT, caller(SWIFT_HAUL, "dispatcher", ""))).containsExactly(PLANT_PERMIT.toString());
        assertThat(papers(SWIFT_HAUL, caller(OLD_HARBOUR, "dispatcher", ""))).isEmpty();
        assertThat(papers(SWIFT_HAUL, caller(STRANGER, "authority", "L"))).hasSize(1); // its own Land's
        assertThat(papers(SWIFT_HAUL, caller(STRANGER, "authority", "P"))).hasSize(1); // on a way from its Land
        assertThat(papers(SWIFT_HAUL, caller(STRANGER, "authority", "S"))).isEmpty();
        assertThat(papers(NIGHT_HAUL, caller(NIGHT_HAUL, "dispatcher", ""))).isEmpty();
        var paper = text(get("/api/permits?organisation=" + SWIFT_HAUL, caller(SWIFT_HAUL, "gate", "")));
        assertThat(paper).contains("\"withdrawnFrom\":\"2026-11-25\"", "\"kind\":\"carrier-permit\"");
    }

    @Test
    void an_authoritys_look_is_written_down_and_bad_input_is_named() {
        database.update("delete from look");
        papers(SWIFT_HAUL, caller(STRANGER, "authority", "P"));
        papers(SWIFT_HAUL, caller(GREEN_HILL, "dispatcher", ""));
        assertThat(database.queryForList("select organisation || ' ' || count from look", String.class))
                .containsExactly(STRANGER + " 1");
        assertThat(get("/api/permits?organisation=me", caller(GREEN_HILL, "dispatcher", "")))
                .hasStatus(400);
        assertThat(get("/api/permits", caller(GREEN_HILL, "dispatcher", ""))).hasStatus(400);
        assertThat(get("/api/permits?organisation=" + GREEN_HILL, caller(GREEN_HILL, "driver", "")))
                .hasStatus(403);
    }

    private Set<UUID> touched(ReadRecord record) {
        return sources.stream()
                .flatMap(source -> source.touched(database, List.of(record)).stream())
                .collect(Collectors.toSet());
    }

    private ReadRecord record(UUID subject, int version) {
        return ReadRecord.of(database, subject).get(version);
    }

    private List<String> found(UUID consignment, JwtRequestPostProcessor who) {
        var answer = get("/api/consignments/" + consignment, who);
        assertThat(answer).hasStatusOk();
        return items(
                Objects.requireNonNull(
                        ((Json.Obj) Json.parse(text(answer))).members().get("findings")),
                "code");
    }

    private List<String> papers(OrganisationId holder, JwtRequestPostProcessor who) {
        var answer = get("/api/permits?organisation=" + holder, who);
        assertThat(answer).hasStatusOk();
        return items(Json.parse(text(answer)), "permit");
    }

    private static List<String> items(Json array, String member) {
        return ((Json.Arr) array)
                .items().stream()
                        .map(item -> Objects.requireNonNull(
                                        (Json.Text) ((Json.Obj) item).members().get(member))
                                .value())
                        .toList();
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor who) {
        return http.get().uri(path).with(who).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
