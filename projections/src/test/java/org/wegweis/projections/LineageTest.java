package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Callers.caller;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.NORTH_PLANT_GATE;
import static org.wegweis.projections.Ways.OLD_HARBOUR;
import static org.wegweis.projections.Ways.OLD_HARBOUR_QUAY;
import static org.wegweis.projections.Ways.STRANGER;
import static org.wegweis.projections.Ways.SWIFT_HAUL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.Flag;
import org.wegweis.kernel.stock.Loss;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Part;
import org.wegweis.kernel.stock.Source;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.Treatment;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * Soil from Brandenburg and sludge from Hamburg are mixed in Berlin; some becomes gravel, some goes on to Hamburg, some is
 * still there.
 */
@SpringBootTest(properties = {"spring.config.name=projections", "wegweis.feed.poll=PT0.1S"})
@AutoConfigureMockMvc
class LineageTest {
    private static final Surroundings surroundings = new Surroundings();
    private static final Ways ways = new Ways(12);
    private static final Random random = new Random(99);
    private static final UUID STOCK = StockId.of(NORTH_PLANT_GATE.site()).value();
    private static final WasteCode MIXTURE = new WasteCode("191211", true);
    private static final UUID SOIL = ways.whole(GREEN_HILL_YARD, "170503");
    private static final UUID SLUDGE = ways.whole(OLD_HARBOUR_QUAY, "190813");
    private static final LotId MIXED = new LotId(id());
    private static final LotId GRAVEL = new LotId(id());
    private static final UUID ONWARD = id();
    private static final UUID CANCELLED = id();

    static {
        var operator = new Actor(STRANGER, Role.OPERATOR, Optional.empty());
        var plant = new Actor(NORTH_PLANT, Role.DISPATCHER, Optional.empty());
        ways.state(STOCK, operator, s -> new Event.Begun(s, NORTH_PLANT_GATE));
        ways.state(STOCK, operator, s -> takenIn(s, SOIL, "170503"));
        ways.state(STOCK, operator, s -> takenIn(s, SLUDGE, "190813"));
        ways.state(
                STOCK,
                plant,
                s -> new Event.Treated(
                        s,
                        new Treatment(
                                new Operation("R12"),
                                List.of(part(new LotId(SOIL), 11_850), part(new LotId(SLUDGE), 10_150)),
                                List.of(
                                        new Treatment.Output(
                                                MIXED, Lot.Kind.WASTE, Optional.of(MIXTURE), Mass.ofKilograms(20_000)),
                                        new Treatment.Output(
                                                GRAVEL, Lot.Kind.PRODUCT, Optional.empty(), Mass.ofKilograms(1_500))),
                                List.of(),
                                List.of(new Treatment.Lost(Loss.DRYING, Mass.ofKilograms(500)))),
                        Set.of(Flag.MIXED_HAZARDOUS)));
        for (var onward : List.of(ONWARD, CANCELLED)) {
            var opening = new Opening(
                    Optional.empty(),
                    Optional.empty(),
                    MIXTURE,
                    Mass.ofKilograms(15_000),
                    NORTH_PLANT_GATE,
                    SWIFT_HAUL,
                    OLD_HARBOUR_QUAY);
            ways.state(onward, plant, s -> new org.wegweis.kernel.consignment.Event.Opened(s, opening));
            var parts = List.of(part(MIXED, onward.equals(ONWARD) ? 15_000 : 5_000));
            ways.state(STOCK, plant, s -> new Event.PassedOn(s, new ConsignmentId(onward), parts));
        }
        ways.cancel(CANCELLED, NORTH_PLANT);
        ways.state(
                STOCK,
                operator,
                s -> new Event.PassOnUndone(s, new ConsignmentId(CANCELLED), List.of(part(MIXED, 5_000))));
        ways.pickUp(ONWARD); // weighs 11,900 kg
        surroundings.createTopic("wegweis.records");
        surroundings.publish("wegweis.records", ways.records());
    }

    private static Event takenIn(org.wegweis.kernel.statement.Statement s, UUID load, String code) {
        return new Event.TakenIn(
                s,
                new LotId(load),
                Source.CONSIGNMENT,
                new WasteCode(code, true),
                Mass.ofKilograms(11_850),
                Optional.of(new Operation("R13")));
    }

    private static Part part(LotId lot, long kilograms) {
        return new Part(lot, Mass.ofKilograms(kilograms));
    }

    private static UUID id() {
        return Uuid7.next(() -> Ways.MORNING, random);
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> surroundings.postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", surroundings::servers);
        properties.add("wegweis.tracking-service.url", () -> "http://127.0.0.1:1");
        properties.add("wegweis.ledger-bridge.url", () -> "http://127.0.0.1:1");
    }

    @AfterAll
    static void close() throws Exception {
        surroundings.close();
    }

    @BeforeEach
    void everythingIsRead() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(ways.records().size())
                        .equals(database.queryForObject("select count(*) from record", Integer.class)));
        database.update("delete from look");
    }

    @Test
    void the_plant_sees_what_became_of_a_load() {
        var lineage = lineage(SOIL, caller(NORTH_PLANT, "dispatcher", ""));
        assertThat(kinds(lineage, "nodes"))
                .containsExactlyInAnyOrder("consignment", "lot", "treatment", "lot", "product", "consignment");
        assertThat(kinds(lineage, "sources")).containsExactly("consignment");
        // Gravel, what is still held, and the load that went on to Hamburg.
        assertThat(kinds(lineage, "sinks")).containsExactlyInAnyOrder("product", "lot", "consignment");
        assertThat(lineage.canonical())
                .contains(ONWARD.toString(), GRAVEL.toString())
                .doesNotContain(CANCELLED.toString());
        assertThat(masses(lineage)).contains(11_850_000L, 20_000_000L, 1_500_000L, 15_000_000L);
    }

    @Test
    void and_of_what_a_load_came() {
        var lineage = lineage(ONWARD, caller(OLD_HARBOUR, "dispatcher", ""));
        assertThat(kinds(lineage, "sources")).containsExactly("consignment", "consignment");
        assertThat(kinds(lineage, "sinks")).containsExactly("consignment");
        // It is the generator of the sludge; the soil and the plant's lots are no matter of its.
        assertThat(lineage.canonical())
                .contains(SLUDGE.toString())
                .doesNotContain(SOIL.toString(), GREEN_HILL.toString(), MIXED.toString());
    }

    @Test
    void what_does_not_exist_for_a_party_shows_its_kind_and_mass_only() {
        var lineage = lineage(SOIL, caller(GREEN_HILL, "dispatcher", ""));
        var hidden = nodes(lineage).stream().skip(1).toList();
        assertThat(hidden).hasSize(5).allSatisfy(node -> {
            assertThat(node.members().get("hidden")).isEqualTo(new Json.Bool(true));
            for (String name :
                    List.of("id", "wasteCode", "land", "site", "to", "operation", "heldGrams", "lostGrams")) {
                assertThat(node.members().get(name)).as(name).isEqualTo(new Json.Null());
            }
        });
    }

    @Test
    void an_authority_sees_land_and_code_of_what_is_hidden_and_its_looks_are_written_down() {
        var lineage = lineage(SOIL, caller(STRANGER, "authority", "P"));
        var hidden = nodes(lineage).stream().skip(1).toList();
        assertThat(hidden)
                .allSatisfy(node -> assertThat(node.canonical()).contains("\"id\":null", "\"land\":\"Berlin\""));
        assertThat(lineage.canonical()).contains("19 12 11*");
        assertThat(looks()).isEqualTo(1);
        // Berlin's sees the onward load too, and that is a look at it.
        lineage(SOIL, caller(STRANGER, "authority", "L"));
        assertThat(looks()).isEqualTo(3);
    }

    @Test
    void for_strangers_it_does_not_exist() {
        assertThat(get("/api/consignments/" + SOIL + "/lineage", caller(STRANGER, "dispatcher", "")))
                .hasStatus(404);
        assertThat(get("/api/stocks/L33333333", caller(GREEN_HILL, "dispatcher", "")))
                .hasStatus(404);
        assertThat(get("/api/stocks/L33333333", caller(STRANGER, "authority", "P")))
                .hasStatus(404);
        assertThat(get("/api/stocks/17", caller(NORTH_PLANT, "dispatcher", ""))).hasStatus(400);
    }

    @Test
    void the_balance_is_the_plants_and_its_authoritys() {
        for (var who : List.of(caller(NORTH_PLANT, "dispatcher", ""), caller(STRANGER, "authority", "L"))) {
            assertThat(get("/api/stocks/L33333333", who))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"site": "L33333333", "balance": {
                              "sum": {"takenInGrams": 23700000, "producedGrams": 20000000, "treatedGrams": 22000000,
                                      "productGrams": 1500000, "lostGrams": 500000, "passedOnGrams": 15000000,
                                      "heldGrams": 6700000},
                              "lines": [{"productGrams": 1500000, "lostGrams": 500000},
                                        {"wasteCode": "170503", "heldGrams": 0},
                                        {"wasteCode": "190813", "heldGrams": 1700000},
                                        {"wasteCode": "191211", "passedOnGrams": 15000000, "heldGrams": 5000000}]}}""");
        }
    }

    @Test
    void what_the_stocks_let_find_is_shown_on_the_routes() {
        var plant = caller(NORTH_PLANT, "dispatcher", "");
        assertThat(body(get("/api/consignments/" + SOIL, plant))).contains("no-onward-link", "mixed-hazardous");
        assertThat(body(get("/api/consignments/" + ONWARD, plant)))
                .contains("passed-on-mass-differs")
                .doesNotContain("sources-not-stated");
        // In the list too, though nothing was said of the loads themselves when the plant mixed them.
        assertThat(body(get("/api/findings", plant))).contains("no-onward-link", "mixed-hazardous");
    }

    @Test
    void a_circle_and_too_many_of_them_end() {
        database.update("insert into lineage_edge values (?, ?, 1)", "c:" + ONWARD, "c:" + SOIL);
        try {
            assertThat(kinds(lineage(SOIL, caller(NORTH_PLANT, "dispatcher", "")), "nodes"))
                    .hasSize(8); // the sludge, with its lot, is a source of it now
            database.update(
                    "insert into lineage_edge select ?, 'l:x:' || n, 1 from generate_series(1, 1500) n", "c:" + ONWARD);
            var lineage = lineage(SOIL, caller(NORTH_PLANT, "dispatcher", ""));
            assertThat(lineage.members().get("complete")).isEqualTo(new Json.Bool(false));
        } finally {
            database.update("delete from lineage_edge where source = ?", "c:" + ONWARD);
        }
    }

    private long looks() {
        return database.queryForList("select id from look").size();
    }

    private Json.Obj lineage(UUID consignment, JwtRequestPostProcessor caller) {
        var answer = get("/api/consignments/" + consignment + "/lineage", caller);
        assertThat(answer).hasStatusOk();
        return (Json.Obj) Json.parse(body(answer));
    }

    private static List<Json.Obj> nodes(Json.Obj lineage) {
        return ((Json.Arr) lineage.members().getOrDefault("nodes", new Json.Arr(List.of())))
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    private static List<String> kinds(Json.Obj lineage, String which) {
        var nodes = nodes(lineage);
        var kinds = new ArrayList<String>();
        for (var item : ((Json.Arr) lineage.members().getOrDefault(which, new Json.Arr(List.of()))).items()) {
            var node = item instanceof Json.Num(double number) ? nodes.get((int) number) : (Json.Obj) item;
            kinds.add(Fields.of(node).text("kind"));
        }
        return kinds;
    }

    private static List<Long> masses(Json.Obj lineage) {
        return ((Json.Arr) lineage.members().getOrDefault("edges", new Json.Arr(List.of())))
                .items().stream()
                        .map(edge -> Fields.of(edge).integer("massGrams"))
                        .toList();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor caller) {
        return http.get().uri(path).with(caller).exchange();
    }
}
