package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.MassUnit;

/** The valid samples of the US e-Manifest go through the same doors: papers that nobody here wrote. */
class EManifestReplayTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("wegweis.shared", "absent"), "data", "epa-emanifest");

    /** Federal waste codes and the AVV code that comes nearest; lines without one are PCB bags. */
    private static final Map<String, String> CODES = Map.of("D001", "140603", "D003", "160904", "", "150202");

    private static final Random RANDOM = new Random(3);

    @TempDir
    static Path folder;

    private static RunningWegweis wegweis;
    private static WegweisClient client;
    private static Person operator;
    private static final Map<String, Person> DISPATCHERS = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the e-Manifest samples are not here: " + SAMPLES);
        wegweis = RunningWegweis.start(folder);
        client = new WegweisClient(wegweis.doors());
        operator = new Person("admin", wegweis.doors().administratorPassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (wegweis != null) wegweis.close();
    }

    @Test
    void everyLineThatStatesAMassTakesTheWayThatItsPaperNames() throws IOException {
        var replayed = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var paper : papers()) {
            for (var line : list(paper, "wastes")) {
                try {
                    var mass = mass(line);
                    String consignment = replay(paper, line, mass);
                    assertRoute(paper, consignment, mass);
                    replayed.add(consignment);
                } catch (NoExactMass e) {
                    refused.add(e.getMessage());
                }
            }
        }
        assertThat(replayed).hasSize(1);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "480 Gallons is a volume, and a consignment states a mass",
                        "22 Gallons is a volume, and a consignment states a mass");
    }

    @Test
    void massesAreConvertedExactlyOrRefused() {
        assertThat(mass("432", "K")).isEqualTo(new Mass(432_000));
        assertThat(mass("1.5", "M")).isEqualTo(new Mass(1_500_000));
        assertThat(mass("100000", "P")).isEqualTo(new Mass(45_359_237));
        assertThat(mass("50", "T")).isEqualTo(new Mass(45_359_237));
        assertThatThrownBy(() -> mass("1", "P"))
                .isInstanceOf(NoExactMass.class)
                .hasMessage("1 P is no whole number of grams");
    }

    private static String replay(Fields paper, Fields line, Mass mass) {
        String generator = handler(paper.object("generator"));
        String facility = handler(paper.object("designatedFacility"));
        var carriers = carriers(paper);
        carriers.forEach(EManifestReplayTest::dispatcher); // who is named must be in the directory
        var opening = Json.Obj.of()
                .with("wasteCode", code(line))
                .with("declaredGrams", mass.grams())
                .with("generator", party(generator))
                .with("carrier", organisation(carriers.getFirst()))
                .with("plant", party(facility));
        var opened = client.post(tracking(), "/api/consignments", dispatcher(generator), withId(opening))
                .require(201)
                .fields();
        String consignment = opened.text("consignment");
        String holder = carriers.getFirst();
        step(consignment, "pick-up", holder, Json.Obj.of().with("loadedGrams", mass.grams()));
        for (String next : carriers.subList(1, carriers.size())) {
            step(consignment, "hand-over", holder, Json.Obj.of().with("to", organisation(next)));
            holder = next;
        }
        step(consignment, "delivery", holder, Json.Obj.of());
        step(consignment, "acceptance", facility, Json.Obj.of().with("acceptedGrams", mass.grams()));
        return consignment;
    }

    private static void step(String consignment, String step, String who, Json.Obj body) {
        client.post(tracking(), "/api/consignments/" + consignment + "/" + step, dispatcher(who), withId(body))
                .require(201);
    }

    /** The hands in the paper's order: each carrier states what it did while it held the load. */
    private static void assertRoute(Fields paper, String consignment, Mass mass) {
        String generator = handler(paper.object("generator"));
        String facility = handler(paper.object("designatedFacility"));
        var carriers = carriers(paper);
        var expected = new ArrayList<String>();
        expected.add("consignment.opened.v1 " + id(generator));
        expected.add("consignment.picked-up.v1 " + id(carriers.getFirst()));
        for (int i = 1; i < carriers.size(); i++) {
            expected.add("consignment.handed-over.v1 " + id(carriers.get(i - 1)) + " to " + id(carriers.get(i)));
        }
        expected.add("consignment.delivered.v1 " + id(carriers.getLast()));
        expected.add("consignment.accepted.v1 " + id(facility));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var answer = client.get(
                    client.doors().projections(), "/api/consignments/" + consignment, dispatcher(generator));
            assertThat(answer.status()).isEqualTo(200);
            var route = answer.fields();
            assertThat(list(route, "steps").stream().map(EManifestReplayTest::hand)).containsExactlyElementsOf(expected);
            assertThat(route.integer("acceptedGrams")).isEqualTo(mass.grams());
            assertThat(route.object("generator").text("organisation")).isEqualTo(id(generator));
            assertThat(route.object("plant").text("organisation")).isEqualTo(id(facility));
        });
    }

    private static String hand(Fields step) {
        String to = step.take("to")
                .filter(value -> !(value instanceof Json.Null))
                .map(value -> " to " + Fields.of(value).text("organisation"))
                .orElse("");
        return step.text("type") + " " + step.text("organisation") + to;
    }

    /** A quantity of the paper that is not a whole number of grams. */
    private static final class NoExactMass extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoExactMass(String message) {
            super(message);
        }
    }

    private static Mass mass(Fields line) {
        var quantity = line.object("quantity");
        var unit = quantity.object("unitOfMeasurement");
        var number = (Json.Num) quantity.take("quantity").orElseThrow();
        return mass(new BigDecimal(Double.toString(number.value())).stripTrailingZeros().toPlainString(),
                unit.text("code"), unit.optionalText("description").orElse(unit.text("code")));
    }

    private static Mass mass(String quantity, String unit) {
        return mass(quantity, unit, unit);
    }

    private static Mass mass(String quantity, String unit, String named) {
        var known = switch (unit) {
            case "K" -> MassUnit.KILOGRAM;
            case "M" -> MassUnit.TONNE;
            case "P" -> MassUnit.POUND;
            case "T" -> MassUnit.SHORT_TON;
            default ->
                throw new NoExactMass(quantity + " " + named + " is a volume, and a consignment states a mass");
        };
        try {
            return Mass.of(new BigDecimal(quantity), known);
        } catch (ArithmeticException e) {
            throw new NoExactMass(quantity + " " + named + " is no whole number of grams");
        }
    }

    private static String code(Fields line) {
        return list(line.object("hazardousWaste"), "federalWasteCodes").stream()
                .map(code -> code.text("code"))
                .map(CODES::get)
                .findFirst()
                .orElseGet(() -> CODES.get(""));
    }
    /** The samples that the agency calls valid. */
    private static List<Fields> papers() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            var valid = files.filter(file -> file.getFileName().toString().startsWith("emanifest-save-valid"))
                    .sorted()
                    .toList();
            var papers = new ArrayList<Fields>();
            for (var file : valid) papers.add(Fields.of(Json.parse(Files.readAllBytes(file))));
            assertThat(papers).hasSize(2);
            return papers;
        }
    }

    private static List<Fields> list(Fields fields, String name) {
        var array = (Json.Arr) fields.take(name).orElseThrow();
        return array.items().stream().map(Fields::of).toList();
    }

    private static List<String> carriers(Fields paper) {
        return list(paper, "transporters").stream()
                .sorted(Comparator.comparingLong(transporter -> transporter.integer("order")))
                .map(EManifestReplayTest::handler)
                .toList();
    }

    private static String handler(Fields handler) {
        return handler.text("epaSiteId");
    }

    /** One dispatcher for each handler, entered the first time it is named. */
    private static Person dispatcher(String handler) {
        return DISPATCHERS.computeIfAbsent(handler, _ -> {
            var site = Json.Obj.of().with("number", site(handler)).with("name", handler).with("place", "Virginia");
            client.put(
                            tracking(),
                            "/api/organisations/" + id(handler),
                            operator,
                            Json.Obj.of().with("name", handler).with("sites", new Json.Arr(List.of(site))))
                    .require(200);
            String signInName = handler.toLowerCase(Locale.ROOT);
            var answer = client.post(
                            client.doors().identity(),
                            "/api/people",
                            operator,
                            Json.Obj.of()
                                    .with("signInName", signInName)
                                    .with("organisation", id(handler))
                                    .with("roles", new Json.Arr(List.of(new Json.Text("dispatcher")))))
                    .require(201);
            return new Person(signInName, answer.fields().text("password"));
        });
    }

    /** Handlers of one State, so one Land: a Landeskenner and the last eight characters of the EPA's number. */
    private static String site(String handler) {
        return "P" + handler.substring(handler.length() - 8);
    }

    private static String id(String handler) {
        return UUID.nameUUIDFromBytes(handler.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Json.Obj organisation(String handler) {
        return Json.Obj.of().with("organisation", id(handler));
    }

    private static Json.Obj party(String handler) {
        dispatcher(handler);
        return organisation(handler).with("site", site(handler));
    }

    private static Json.Obj withId(Json.Obj body) {
        return body.with("id", Uuid7.next(InstantSource.system(), RANDOM).toString());
    }

    private static URI tracking() {
        return client.doors().trackingService();
    }
}
