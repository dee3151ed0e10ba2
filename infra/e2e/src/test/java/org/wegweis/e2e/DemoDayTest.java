package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** The demo day as a whole: 26 routes, and packages that hold until a byte is changed. */
class DemoDayTest {
    private static final String ENDED = "opened released picked-up delivered ";

    @TempDir
    static Path folder;

    private static RunningWegweis wegweis;

    @BeforeAll
    static void play() throws IOException {
        wegweis = RunningWegweis.start(folder, "--demo");
    }

    @AfterAll
    static void stop() {
        if (wegweis != null) wegweis.close();
    }

    @Test
    void every_consignment_has_its_steps_in_order() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(routes())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                ENDED + "accepted",
                                20, // one of them was picked up late, and said so twice; two go to the store
                                ENDED + "rejected taken-back",
                                1,
                                ENDED + "partly-accepted",
                                1,
                                ENDED + "accepted corrected correction-agreed correction-agreed",
                                1,
                                "opened released picked-up handed-over taken-over delivered accepted",
                                1,
                                "opened released picked-up handed-over taken-over handed-over taken-over"
                                        + " delivered accepted",
                                1,
                                "opened cancelled",
                                1,
                                "opened released picked-up",
                                1)));
    }

    /** How often each sequence of steps occurs. */
    private static Map<String, Integer> routes() throws IOException {
        var client = new WegweisClient(wegweis.doors());
        var projections = client.doors().projections();
        Map<String, Integer> routes = new HashMap<>();
        for (var person : generatorsDispatchers()) {
            var found = client.get(projections, "/api/consignments", person).require(200);
            for (var item : list(found.fields(), "items")) {
                var route = client.get(projections, "/api/consignments/" + item.text("id"), person)
                        .require(200);
                routes.merge(String.join(" ", steps(route.fields())), 1, Integer::sum);
            }
        }
        return routes;
    }

    @Test
    void certificates_count_their_loads_confirmed_privileged_or_undecided() throws IOException {
        var client = new WegweisClient(wegweis.doors());
        var listed = (Json.Arr) Json.parse(Files.readAllBytes(folder.resolve("demo/certificates.json")));
        // on the road and accepted: 23 of them under way; 5 and 15; 8; both transfer notes of 26
        Map<String, List<Object>> expected = Map.of(
                "ENP20260000001", List.of("valid", 21_560_000L, 38_300_000L),
                "ENN20260000002", List.of("submitted", 0L, 2_440_000L),
                "ENN20260000003", List.of("valid", 0L, 8_700_000L),
                "SNN20260000004", List.of("valid", 0L, 640_000L),
                "ENN20260000005", List.of("valid", 0L, 0L));
        var plants = people("gerd.thiele", "lea.brandt");
        for (var item : listed.items()) {
            String path = "/api/certificates/" + Fields.of(item).text("certificate");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(plants.stream()
                                    .map(person -> client.get(wegweis.doors().trackingService(), path, person))
                                    .filter(answer -> answer.status() == 200)
                                    .map(answer -> answer.fields())
                                    .map(it -> List.<Object>of(
                                            it.text("state"),
                                            it.integer("onTheRoadGrams"),
                                            it.integer("acceptedGrams")))
                                    .toList())
                            .isEqualTo(List.of(Objects.requireNonNull(
                                    expected.get(Fields.of(item).text("number"))))));
        }
    }

    /** The page's own tests, in a real browser against this running service. */
    @Test
    void the_verification_page_is_used_by_keyboard_in_two_languages_and_sizes() throws Exception {
        var console = Path.of("../../projections/console");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"))),
                "needs Chromium; name it in CHROMIUM");
        Assumptions.assumeTrue(
                Files.isDirectory(console.resolve("node_modules/playwright-core")), "needs the console's node_modules");
        var log = Files.createTempFile("browser", ".log");
        var command = new ProcessBuilder(
                        "npx", "vitest", "run", "--config", "vitest.browser.config.ts", "browser/verify.test.ts")
                .directory(console.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .putAll(Map.of(
                        "WEGWEIS_VERIFY_URL",
                        wegweis.doors().ledgerBridge().toString(),
                        "WEGWEIS_VERIFY_PACKAGE",
                        folder.resolve("demo/01-accepted.asice").toString()));
        assertThat(command.start().waitFor()).as(Files.readString(log)).isZero();
    }

    /** All loads of the day are covered by papers, until one permit is withdrawn as of that morning. */
    @Test
    void papers_cover_the_day_but_for_one_load_of_asbestos() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(withFindingsOfPapers()).containsExactly("17 06 01*"));
    }

    /** The waste codes of the loads of which papers let find something. */
    private static List<String> withFindingsOfPapers() throws IOException {
        var client = new WegweisClient(wegweis.doors());
        var projections = client.doors().projections();
        var codes = new ArrayList<String>();
        for (var person : generatorsDispatchers()) {
            var all = client.get(projections, "/api/consignments", person).require(200);
            for (var item : list(all.fields(), "items")) {
                var route = client.get(projections, "/api/consignments/" + item.text("id"), person)
                        .require(200)
                        .fields();
                boolean found = list(route, "findings").stream()
                        .map(finding -> finding.text("code"))
                        .anyMatch(code -> code.contains("permit") || code.contains("papers") || code.contains("limit"));
                if (found) codes.add(route.text("wasteCode"));
            }
        }
        return codes;
    }

    /** The console's own browser test, against what runs here. */
    @Test
    void the_console_shows_a_route_by_keyboard_and_without_findings_of_axe() throws Exception {
        var console = Path.of(System.getProperty("wegweis.root"), "projections", "console");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"))),
                "skipped: no Chromium; name it in CHROMIUM");
        Assumptions.assumeTrue(Files.exists(console.resolve("node_modules")), "skipped: the console was not built");
        var hanna = generatorsDispatchers().getFirst();
        var builder = new ProcessBuilder("npm", "run", "test:browser", "--", "browser/running.test.ts")
                .directory(console.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "WEGWEIS_CONSOLE_URL", wegweis.doors().projections().toString(),
                        "WEGWEIS_CONSOLE_USER", hanna.signInName(),
                        "WEGWEIS_CONSOLE_PASSWORD", hanna.password()));
        var npm = builder.start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(npm.waitFor()).as(said).isZero();
    }

    @Test
    void packages_hold_against_the_trust_file_and_together_without_it() throws IOException {
        var trust = trust();
        assertThat(packages()).hasSize(25).allSatisfy(file -> {
            assertThat(exit(Files.readAllBytes(file), Optional.of(trust))).isEqualTo(0);
            assertThat(exit(Files.readAllBytes(file), Optional.empty())).isEqualTo(3);
        });
    }

    /** What the collected load came of lies in its package; all packages of the day stay small. */
    @Test
    void packages_hold_what_the_waste_passed_through_and_a_report() throws IOException {
        for (var file : packages()) {
            var parts = parts(Files.readAllBytes(file));
            assertThat(new String(Objects.requireNonNull(parts.get("report.pdf")), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            if (parts.keySet().stream()
                            .filter(name -> name.startsWith("records/"))
                            .count()
                    <= 12) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(200_000);
            }
        }
        var collected = parts(Files.readAllBytes(folder.resolve("demo/26-collected.asice")));
        assertThat(collected.entrySet().stream()
                        .filter(part -> part.getKey().startsWith("records/"))
                        .map(part -> Fields.of(Json.parse(part.getValue())).text("type"))
                        .filter(type -> type.equals("transfer-note.issued.v1")))
                .hasSize(2);
    }

    @Test
    void a_package_with_a_changed_byte_does_not_hold() throws IOException {
        var trust = Optional.of(trust());
        var random = new Random(25);
        for (var file : packages()) {
            var parts = parts(Files.readAllBytes(file));
            assertThat(exit(container(parts), trust)).as("packed again").isEqualTo(0);
            for (var part : proving(parts)) {
                int place = random.nextInt(part.getValue().length);
                assertThat(exit(container(changed(parts, part, place, random)), trust))
                        .as("%s, byte %d of %s", file.getFileName(), place, part.getKey())
                        .isEqualTo(1);
            }
        }
    }

    /** Every byte of one package; the test above takes one of every part of all packages. */
    @Test
    void whatever_byte_is_changed_the_package_does_not_hold() throws IOException {
        var trust = Optional.of(trust());
        var random = new Random(26);
        var file = packages().stream()
                .filter(it -> it.toString().contains("cancelled"))
                .findFirst()
                .orElseThrow();
        var parts = parts(Files.readAllBytes(file));
        for (var part : proving(parts)) {
            for (int place = 0; place < part.getValue().length; place++) {
                assertThat(exit(container(changed(parts, part, place, random)), trust))
                        .as("byte %d of %s", place, part.getKey())
                        .isEqualTo(1);
            }
        }
    }

    private static List<Map.Entry<String, byte[]>> proving(Map<String, byte[]> parts) {
        var proving = parts.entrySet().stream()
                .filter(part -> part.getKey().matches("records/.*|proofs/.*|checkpoint\\.txt"))
                .toList();
        assertThat(proving).hasSizeGreaterThanOrEqualTo(5);
        return proving;
    }

    private static Map<String, byte[]> changed(
            Map<String, byte[]> parts, Map.Entry<String, byte[]> part, int place, Random random) {
        byte[] bytes = part.getValue().clone();
        bytes[place] ^= (byte) (1 + random.nextInt(255));
        var changed = new LinkedHashMap<>(parts);
        changed.put(part.getKey(), bytes);
        return changed;
    }

    private static Map<String, byte[]> parts(byte[] container) {
        return Container.read(container).parts();
    }

    private static byte[] container(Map<String, byte[]> parts) {
        return Container.write(parts);
    }

    private static int exit(byte[] container, Optional<Trust> trust) {
        return Verification.verify(container, trust).outcome().exit();
    }

    private static Trust trust() throws IOException {
        return Trust.parse(Files.readAllBytes(folder.resolve("demo/trust.json")));
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("demo"))) {
            return files.filter(file -> file.toString().endsWith(".asice"))
                    .sorted()
                    .toList();
        }
    }

    /** Every consignment of the day is one of these three generators'. */
    private static List<Person> generatorsDispatchers() throws IOException {
        return people("hanna.krause", "mehmet.aydin", "ute.schroeder");
    }

    private static List<Person> people(String... signInNames) throws IOException {
        var people = new ArrayList<Person>();
        var listed = (Json.Arr) Json.parse(Files.readAllBytes(folder.resolve("demo/people.json")));
        for (var item : listed.items()) {
            var fields = Fields.of(item);
            if (List.of(signInNames).contains(fields.text("signInName"))) {
                people.add(new Person(fields.text("signInName"), fields.text("password")));
            }
        }
        return people;
    }

    private static List<String> steps(Fields route) {
        return list(route, "steps").stream()
                .map(step -> step.text("type").replaceAll("^consignment\\.|\\.v1$", ""))
                .toList();
    }

    private static List<Fields> list(Fields fields, String name) {
        var array = (Json.Arr) fields.take(name).orElseThrow();
        return array.items().stream().map(Fields::of).toList();
    }
}
