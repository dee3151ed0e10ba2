package org.wegweis.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;

@SpringBootTest(
        properties = {"spring.config.name=projections", "wegweis.feed.pause=PT0.05S", "wegweis.feed.poll=PT0.05S"})
@AutoConfigureMockMvc
class ProjectionsTest {
    static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01"; // generator, Brandenburg
    static final String SWIFT_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02"; // carrier
    private static final String NORTH_LANDFILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a04"; // plant, Berlin
    private static final String STRANGER = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a05";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOPIC = "wegweis.records";

    private static final EmbeddedPostgres postgres;
    private static final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 4, TOPIC);
    private static final Neighbours neighbours;
    private static final KafkaProducer<String, byte[]> producer;
    private static final Random random = new Random(3);
    private static long position;

    static {
        try {
            postgres = EmbeddedPostgres.start();
            neighbours = new Neighbours();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcTemplate database;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", kafka::getBrokersAsString);
        properties.add("wegweis.tracking-service.url", neighbours::url);
        properties.add("wegweis.ledger-bridge.url", neighbours::url);
    }

    @AfterAll
    static void stop() throws IOException {
        producer.close();
        kafka.destroy();
        neighbours.close();
        postgres.close();
    }

    @BeforeEach
    void everybodyIsThere() {
        neighbours.away = false;
        neighbours.signed = 0;
        neighbours.sealed = 0;
    }

    @Test
    void a_route_has_every_hand_in_order_and_says_what_was_weighed() {
        var load = new Load().opened().pickedUp().delivered().accepted(890_000).publish();
        var route = load.route(dispatcher(NORTH_LANDFILL), 4);
        assertThat(text(route, "state")).isEqualTo("accepted");
        assertThat(number(route, "acceptedGrams")).isEqualTo(890_000);
        assertThat(text(route, "wasteCode")).isEqualTo("17 05 03*");
        assertThat(steps(route))
                .extracting(step -> text(step, "type"))
                .containsExactly(
                        ConsignmentJson.OPENED,
                        ConsignmentJson.PICKED_UP,
                        ConsignmentJson.DELIVERED,
                        ConsignmentJson.ACCEPTED);
        var generator = member(route, "generator", Json.Obj.class);
        assertThat(text(generator, "name")).isEqualTo("Grünhügel Bau GmbH");
        assertThat(text(generator, "land")).isEqualTo("Brandenburg");
        assertThat(text(steps(route).get(1), "plate")).isEqualTo("B-XY 123");
    }

    @Test
    void what_is_odd_is_shown_to_those_whom_it_concerns() {
        var load = new Load()
                .opened()
                .pickedUp()
                .delivered()
                .accepted(890_000)
                .corrected(880_000)
                .publish();
        assertThat(findings(load.route(dispatcher(GREEN_HILL), 5)))
                .containsExactlyInAnyOrder(
                        "generator-has-not-signed",
                        "no-certificate",
                        "correction-undecided",
                        "no-papers-on-file", // of the carrier
                        "no-papers-on-file"); // of the plant
        assertThat(findings(load.route(authority("P"), 5)))
                .containsExactlyInAnyOrder("generator-has-not-signed", "no-certificate");
    }

    private static List<String> findings(Json.Obj route) {
        return member(route, "findings", Json.Arr.class).items().stream()
                .map(finding -> text((Json.Obj) finding, "code"))
                .toList();
    }

    @Test
    void a_correction_shows_before_and_after() {
        var load = new Load()
                .opened()
                .pickedUp()
                .delivered()
                .accepted(1_890_000)
                .corrected(890_000)
                .publish();
        var proposed = load.route(dispatcher(GREEN_HILL), 5);
        assertThat(number(proposed, "acceptedGrams")).isEqualTo(1_890_000);
        assertThat(text(steps(proposed).get(4), "standing")).isEqualTo("pending");
        load.agreed(GREEN_HILL).agreed(SWIFT_HAUL).publish();
        var route = load.route(dispatcher(GREEN_HILL), 7);
        assertThat(text(steps(route).get(4), "standing")).isEqualTo("in-force");
        assertThat(text(steps(route).get(6), "correction"))
                .isEqualTo(text(steps(route).get(4), "id"));
        assertThat(number(route, "acceptedGrams")).isEqualTo(890_000);
        assertThat(number(steps(route).get(3), "massGrams")).isEqualTo(1_890_000);
        assertThat(text(steps(route).get(3), "correctedBy"))
                .isEqualTo(text(steps(route).get(4), "id"));
    }

    @Test
    void records_that_come_again_change_nothing() {
        var load = new Load().opened().pickedUp().publish();
        var before = load.route(dispatcher(GREEN_HILL), 2);
        load.publish();
        var after = new Load().opened().publish(); // once this is visible, the others were read
        after.route(dispatcher(GREEN_HILL), 1);
        assertThat(load.route(dispatcher(GREEN_HILL), 2)).isEqualTo(before);
    }

    @Test
    void the_proof_of_a_step_follows_log_and_seal() {
        var load = new Load().opened().pickedUp().publish();
        var first = load.records.getFirst();
        load.route(dispatcher(GREEN_HILL), 2);
        neighbours.signed = EventRecord.parse(first).position() + 2;
        neighbours.sealed = EventRecord.parse(first).position() + 1;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(steps(load.route(dispatcher(GREEN_HILL), 2)))
                        .extracting(step -> text(step, "proof"))
                        .containsExactly("sealed", "logged"));
    }

    @Test
    void without_its_neighbours_a_route_says_what_it_does_not_know() {
        var load = new Load().opened().publish();
        load.route(dispatcher(GREEN_HILL), 1);
        neighbours.away = true;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var route = load.route(dispatcher(GREEN_HILL), 1);
            assertThat(text(route, "personalValues")).isEqualTo("away");
            assertThat(text(steps(route).getFirst(), "proof")).isEqualTo("unknown");
        });
        assertThat(get("/api/consignments?plate=B-XY%20123", dispatcher(GREEN_HILL)))
                .hasStatus(503);
    }

    @Test
    void whoever_is_no_party_finds_nothing() {
        var load = new Load().opened().publish();
        load.route(dispatcher(GREEN_HILL), 1);
        String path = "/api/consignments/" + load.id;
        assertThat(get(path, dispatcher(STRANGER))).hasStatus(404);
        assertThat(get(path, authority("S"))).hasStatus(404);
        assertThat(get(path, caller(GREEN_HILL, "driver", List.of()))).hasStatus(403);
        assertThat(found("number=" + load.note, dispatcher(STRANGER))).isEmpty();
        for (var seen : List.of(dispatcher(SWIFT_HAUL), dispatcher(NORTH_LANDFILL), authority("P"), authority("L"))) {
            assertThat(get(path, seen)).hasStatusOk();
            assertThat(found("number=" + load.note, seen)).containsExactly(load.id.toString());
        }
    }

    @Test
    void every_look_of_an_authority_is_written_down_and_no_person_with_it() {
        var load = new Load().opened().publish();
        load.route(dispatcher(GREEN_HILL), 1);
        int before = looks();
        assertThat(get("/api/consignments/" + load.id, authority("P"))).hasStatusOk();
        found("number=" + load.note, authority("P"));
        assertThat(get("/api/consignments/" + load.id, dispatcher(GREEN_HILL))).hasStatusOk();
        assertThat(looks()).isEqualTo(before + 2);
    }

    @Test
    void a_consignment_is_found_by_number_plate_code_organisation_and_day() {
        var load = new Load().opened().pickedUp().publish();
        load.route(dispatcher(GREEN_HILL), 2);
        neighbours.records.put(load.id.toString(), load.records);
        for (String query : List.of(
                "number=" + load.note,
                "number=" + load.id,
                "plate=" + encoded("B-XY 123"),
                "wasteCode=170503",
                "wasteCode=" + encoded("17 05 03*"),
                "wasteCode=17",
                "organisation=" + encoded("grünhügel"),
                "organisation=" + SWIFT_HAUL,
                "from=2026-11-23&to=2026-11-23",
                "state=on-the-road")) {
            assertThat(found(query + "&limit=200", dispatcher(GREEN_HILL)))
                    .as(query)
                    .contains(load.id.toString());
        }
        for (String query : List.of(
                "number=1",
                "plate=X",
                "wasteCode=010101",
                "organisation=niemand",
                "from=2026-11-24",
                "to=2026-11-22",
                "state=rejected")) {
            assertThat(found(query + "&limit=200", dispatcher(GREEN_HILL)))
                    .as(query)
                    .doesNotContain(load.id.toString());
        }
    }

    @Test
    void pages_follow_each_other_without_loss() {
        for (int i = 0; i < 5; i++) new Load().opened().publish().route(dispatcher(GREEN_HILL), 1);
        var whole = found("limit=200", dispatcher(GREEN_HILL));
        var paged = new ArrayList<String>();
        String after = "";
        do {
            var page = json(get("/api/consignments?limit=2" + after, dispatcher(GREEN_HILL)));
            ids(page).forEach(paged::add);
            after = page.members().get("next") instanceof Json.Text(String next) ? "&after=" + encoded(next) : "";
        } while (!after.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=green",
                "wasteCode=x",
                "from=heute",
                "to=1",
                "state=lost",
                "limit=0",
                "limit=1000",
                "after=x"
            })
    void a_wrong_parameter_is_named(String query) {
        var answer = get("/api/consignments?" + query, dispatcher(GREEN_HILL));
        assertThat(answer).hasStatus(400);
        assertThat(text(json(answer), "field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void rebuilt_tables_equal_the_old_ones() {
        var load = new Load().opened().pickedUp().delivered().accepted(10_000).publish();
        load.route(dispatcher(GREEN_HILL), 4);
        var before = tables();
        assertThat(http.post()
                        .uri("/api/rebuild")
                        .with(caller(STRANGER, "operator", List.of()))
                        .exchange())
                .hasStatus(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tables()).isEqualTo(before));
        assertThat(http.post().uri("/api/rebuild").with(dispatcher(GREEN_HILL)).exchange())
                .hasStatus(403);
    }

    private Map<String, Object> tables() {
        var tables = new TreeMap<String, Object>();
        for (String table : List.of(
                "consignment",
                "consignment_party",
                "record",
                "permit",
                "stock",
                "lineage_node",
                "lineage_edge",
                "outage",
                "register_entry",
                "transfer_note")) {
            tables.put(
                    table,
                    database.queryForList("select * from " + table + " t order by t::text")
                            .toString());
        }
        return tables;
    }

    private int looks() {
        return Objects.requireNonNull(database.queryForObject("select count(*) from look", Integer.class));
    }

    /** A consignment's records, as tracking-service would publish them. */
    private final class Load {
        final UUID id = uuid();
        final String note = "%014d-1".formatted(random.nextLong(1L << 40));
        final List<byte[]> records = new ArrayList<>();
        private final Map<String, UUID> said = new HashMap<>();

        Load opened() {
            var opening = new Opening(
                    Optional.of(new NoteNumber(note)),
                    Optional.empty(),
                    WasteCatalogue.AVV_2020.parse("170503"),
                    new Mass(900_000),
                    new Party(OrganisationId.parse(GREEN_HILL), new SiteNumber("P12345678")),
                    OrganisationId.parse(SWIFT_HAUL),
                    new Party(OrganisationId.parse(NORTH_LANDFILL), new SiteNumber("L00000001")));
            return add(GREEN_HILL, Role.DISPATCHER, statement -> new Event.Opened(statement, opening));
        }

        Load pickedUp() {
            return add(
                    SWIFT_HAUL,
                    Role.DRIVER,
                    statement -> new Event.PickedUp(statement, Optional.of(new Mass(900_000))));
        }

        Load delivered() {
            return add(SWIFT_HAUL, Role.DRIVER, Event.Delivered::new);
        }

        Load accepted(long grams) {
            return add(NORTH_LANDFILL, Role.GATE, statement -> new Event.Accepted(statement, new Mass(grams)));
        }

        Load corrected(long grams) {
            var last = new StatementId(Objects.requireNonNull(said.get("last")));
            return add(
                    NORTH_LANDFILL,
                    Role.GATE,
                    statement -> new Event.Corrected(
                            statement,
                            last,
                            new Correction(Optional.empty(), Optional.of(new Mass(grams)), Optional.empty())));
        }

        Load agreed(String organisation) {
            var correction = new StatementId(Objects.requireNonNull(said.get("correction")));
            return add(organisation, Role.DISPATCHER, statement -> new Event.CorrectionAgreed(statement, correction));
        }

        private Load add(String organisation, Role role, Function<Statement, Event> make) {
            var statement = new Statement(
                    new StatementId(uuid()),
                    id,
                    new Actor(OrganisationId.parse(organisation), role, Optional.empty()),
                    NOON,
                    new TreeMap<>(),
                    Optional.empty());
            said.put("last", statement.id().value());
            var event = make.apply(statement);
            if (event instanceof Event.Corrected)
                said.put("correction", statement.id().value());
            records.add(new EventRecord(
                            statement.id().value(),
                            ConsignmentJson.type(event),
                            id,
                            records.size(),
                            position++,
                            records.isEmpty() ? Optional.empty() : Optional.of(Hash.sha256(records.getLast())),
                            NOON,
                            NOON,
                            statement.by(),
                            Optional.empty(),
                            Hash.sha256(new byte[] {1}),
                            ConsignmentJson.data(event))
                    .encode());
            return this;
        }

        Load publish() {
            neighbours.records.put(id.toString(), records);
            for (byte[] record : records) {
                try {
                    producer.send(new ProducerRecord<>(TOPIC, id.toString(), record))
                            .get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
            return this;
        }

        /** The route, once it has that many steps. */
        Json.Obj route(JwtRequestPostProcessor who, int steps) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var answer = get("/api/consignments/" + id, who);
                assertThat(answer).hasStatusOk();
                assertThat(steps(json(answer))).hasSize(steps);
            });
            return json(get("/api/consignments/" + id, who));
        }

        private static List<Json.Obj> steps(Json.Obj route) {
            return ProjectionsTest.steps(route);
        }
    }

    private static UUID uuid() {
        return Uuid7.next(InstantSource.fixed(NOON), random);
    }

    private List<String> found(String query, JwtRequestPostProcessor who) {
        var answer = get("/api/consignments?" + query, who);
        assertThat(answer).hasStatusOk();
        return ids(json(answer));
    }

    private static List<String> ids(Json.Obj page) {
        return member(page, "items", Json.Arr.class).items().stream()
                .map(item -> text((Json.Obj) item, "id"))
                .toList();
    }

    private static List<Json.Obj> steps(Json.Obj route) {
        return member(route, "steps", Json.Arr.class).items().stream()
                .map(Json.Obj.class::cast)
                .toList();
    }

    private static JwtRequestPostProcessor dispatcher(String organisation) {
        return caller(organisation, "dispatcher", List.of());
    }

    private static JwtRequestPostProcessor authority(String land) {
        return caller(STRANGER, "authority", List.of(land));
    }

    private static JwtRequestPostProcessor caller(String organisation, String role, List<String> jurisdiction) {
        return jwt().jwt(token -> token.subject("somebody")
                        .claim("organisation", organisation)
                        .claim("roles", List.of(role))
                        .claim("jurisdiction", jurisdiction))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor who) {
        return http.get().uri(URI.create(path)).with(who).exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Json.Obj json(MvcTestResult answer) {
        return (Json.Obj) Json.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String text(Json.Obj json, String name) {
        return member(json, name, Json.Text.class).value();
    }

    private static long number(Json.Obj json, String name) {
        return (long) member(json, name, Json.Num.class).value();
    }

    private static <T extends Json> T member(Json.Obj json, String name, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(json.members().get(name), name));
    }
}
