package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** The demo day as a whole: 25 routes, and packages that hold until a byte is changed. */
class DemoDayTest {
    private static final String ENDED = "opened picked-up delivered ";

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
    void everyConsignmentHasItsStepsInOrder() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(routes())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                ENDED + "accepted", 19, // one of them was picked up late, and said so twice
                                ENDED + "rejected", 1,
                                ENDED + "partly-accepted", 1,
                                ENDED + "accepted corrected", 1,
                                "opened picked-up handed-over delivered accepted", 1,
                                "opened cancelled", 1,
                                "opened picked-up", 1)));
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
    void packagesHoldAgainstTheTrustFileAndTogetherWithoutIt() throws IOException {
        var trust = trust();
        assertThat(packages()).hasSize(24).allSatisfy(file -> {
            assertThat(exit(Files.readAllBytes(file), Optional.of(trust))).isEqualTo(0);
            assertThat(exit(Files.readAllBytes(file), Optional.empty())).isEqualTo(3);
        });
    }

    @Test
    void aPackageWithAChangedByteDoesNotHold() throws IOException {
        var trust = Optional.of(trust());
        var random = new Random(25);
        for (var file : packages()) {
            byte[] original = Files.readAllBytes(file);
            assertThat(exit(rewritten(original, "", random), trust)).as("rewritten alike").isEqualTo(0);
            for (String part : List.of("records/", "proofs/", "checkpoint.txt")) {
                assertThat(exit(rewritten(original, part, random), trust))
                        .as("%s with a changed byte in %s", file.getFileName(), part)
                        .isEqualTo(1);
            }
        }
    }

    /** The container again, with one random byte changed in the first part of that name; of none if it is empty. */
    private static byte[] rewritten(byte[] container, String part, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        boolean pending = !part.isEmpty();
        try (var in = new ZipInputStream(new ByteArrayInputStream(container));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (pending && entry.getName().startsWith(part)) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                    pending = false;
                }
                var crc = new CRC32();
                crc.update(bytes);
                var copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(bytes.length);
                copy.setCrc(crc.getValue());
                zip.putNextEntry(copy);
                zip.write(bytes);
            }
        }
        assertThat(pending).as("has %s", part).isFalse();
        return out.toByteArray();
    }

    private static int exit(byte[] container, Optional<Trust> trust) {
        return Verification.verify(container, trust).outcome().exit();
    }

    private static Trust trust() throws IOException {
        return Trust.parse(Files.readAllBytes(folder.resolve("demo/trust.json")));
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("demo"))) {
            return files.filter(file -> file.toString().endsWith(".asice")).sorted().toList();
        }
    }

    /** Every consignment of the day is one of these three generators'. */
    private static List<Person> generatorsDispatchers() throws IOException {
        var people = new ArrayList<Person>();
        var listed = (Json.Arr) Json.parse(Files.readAllBytes(folder.resolve("demo/people.json")));
        for (var item : listed.items()) {
            var fields = Fields.of(item);
            if (List.of("hanna.krause", "mehmet.aydin", "ute.schroeder").contains(fields.text("signInName"))) {
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
