package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/** What was acknowledged survives {@code kill -9} and a database that stops, once and in its place. */
class KillTest {
    private static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01";
    private static final String SWIFT_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02";
    private static final Person HANNA = new Person("hanna", "ein langes Passwort");
    private static final Person ANNA = new Person("anna", "noch ein langes Passwort");

    private final Random random = new Random();
    private final Phone phone = Phone.fresh();

    /** What the phone was told: its statement, and the position it got. */
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();

    private final Map<String, Json.Obj> statements = new LinkedHashMap<>();

    @Test
    void nothing_acknowledged_is_lost_doubled_or_moved(@TempDir Path folder) throws Exception {
        Head signed;
        try (var first = RunningWegweis.start(folder)) {
            var client = new WegweisClient(first.doors());
            enterEverybody(client);
            var consignments = opened(client, 60);
            state(client, consignments.subList(0, 20));
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions() // before the first head is signed there is none to fetch
                    .until(() -> checkpoint(client).size() > 20);
            signed = checkpoint(client);
            // Killed while statements are on their way: some are acknowledged, one perhaps recorded and not.
            var killed = new AtomicBoolean();
            var killer = Thread.ofVirtual().unstarted(() -> {
                try {
                    first.kill();
                    killed.set(true);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            for (int i = 20; i < consignments.size() && !killed.get(); i++) {
                if (i == 30) killer.start();
                try {
                    state(client, List.of(consignments.get(i)));
                } catch (RuntimeException e) {
                    break; // the phone keeps what was not answered
                }
            }
            killer.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(30);

        try (var second = RunningWegweis.start(folder)) {
            var client = new WegweisClient(second.doors());
            assertEverythingStands(client);
            assertExtended(client, signed);

            // The database stops in the middle of the work and comes back.
            var postgres = Postgres.of(folder);
            postgres.stop();
            var late = new ArrayList<>(statements.keySet());
            var answer = client.call(
                    "POST",
                    client.doors().mobileApi(),
                    "/api/statements",
                    Optional.of(ANNA),
                    Optional.of(new Json.Arr(List.of(
                                    new Json.Text(phone.sign(Objects.requireNonNull(statements.get(late.getLast()))))))
                            .canonical()));
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            postgres.start();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertEverythingStands(client));
            state(client, opened(client, 5));
            assertEverythingStands(client);
            assertExtended(client, signed);
        }
    }

    /** Every statement sent again is known under the position that was acknowledged, and stands once in its route. */
    private void assertEverythingStands(WegweisClient client) {
        for (var one : acknowledged.entrySet()) {
            var payload = Objects.requireNonNull(statements.get(one.getKey()));
            var result = Fields.of(phone.send(client, ANNA, List.of(payload)).getFirst());
            assertThat(result.text("status")).isEqualTo("known");
            assertThat(result.integer("position")).isEqualTo(one.getValue());
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            for (var payload : acknowledged.keySet()) {
                String consignment = Fields.of(Objects.requireNonNull(statements.get(payload)))
                        .text("consignment");
                var route = client.get(client.doors().projections(), "/api/consignments/" + consignment, HANNA)
                        .require(200)
                        .json();
                var steps = ((Json.Arr) Fields.of(route).take("steps").orElseThrow()).items();
                assertThat(steps.stream()
                                .filter(step -> Fields.of(step).text("id").equals(payload)))
                        .hasSize(1);
            }
        });
    }

    /** The head that was signed before is the beginning of the log that is signed now (RFC 9162 §2.1.4). */
    private void assertExtended(WegweisClient client, Head before) {
        long size = Fields.of(client.get(client.doors().ledgerBridge(), "/api/status", Optional.empty())
                        .require(200)
                        .json())
                .integer("records");
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> checkpoint(client).size() >= size);
        var now = checkpoint(client);
        var log = new TiledLog(path -> {
            var answer = client.get(client.doors().ledgerBridge(), "/" + path, Optional.empty());
            return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
        });
        assertThat(now.size()).isGreaterThanOrEqualTo(before.size());
        assertThat(Proofs.consistent(before, now, log.consistencyProof(before.size(), now.size())))
                .isTrue();
    }

    private static Head checkpoint(WegweisClient client) {
        var note = client.get(client.doors().ledgerBridge(), "/checkpoint", Optional.empty())
                .require(200);
        return Checkpoint.parse(Note.parse(note.body()).text()).head();
    }

    private void enterEverybody(WegweisClient client) {
        var admin = new Person("admin", client.doors().administratorPassword().orElseThrow());
        enter(client, admin, GREEN_HILL, "P12345678", HANNA, "dispatcher");
        enter(client, admin, SWIFT_HAUL, "L00000002", ANNA, "driver");
        phone.enrol(client, ANNA, "Diensthandy");
    }

    private static void enter(
            WegweisClient client, Person admin, String organisation, String site, Person person, String role) {
        var sites = new Json.Arr(
                List.of(Json.Obj.of().with("number", site).with("name", "Hof").with("place", "Ort")));
        client.put(
                        client.doors().trackingService(),
                        "/api/organisations/" + organisation,
                        admin,
                        Json.Obj.of().with("name", "Firma " + site).with("sites", sites))
                .require(200);
        client.post(
                        client.doors().identity(),
                        "/api/people",
                        admin,
                        Json.Obj.of()
                                .with("signInName", person.signInName())
                                .with("password", person.password())
                                .with("organisation", organisation)
                                .with("roles", new Json.Arr(List.of(new Json.Text(role)))))
                .require(201);
    }

    private List<String> opened(WegweisClient client, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var party = Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678");
            var opening = Json.Obj.of()
                    .with("wasteCode", "170503")
                    .with("declaredGrams", 1_000_000)
                    .with("generator", party)
                    .with("plant", party)
                    .with("carrier", Json.Obj.of().with("organisation", SWIFT_HAUL));
            ids.add(client.post(client.doors().trackingService(), "/api/consignments", HANNA, opening)
                    .require(201)
                    .fields()
                    .text("consignment"));
        }
        return ids;
    }

    private void state(WegweisClient client, List<String> consignments) {
        for (String consignment : consignments) {
            String id = Uuid7.next(InstantSource.system(), random).toString();
            var payload = Json.Obj.of()
                    .with("id", id)
                    .with("type", "consignment.picked-up.v1")
                    .with("consignment", consignment)
                    .with("happenedAt", InstantSource.system().instant().toString())
                    .with("data", Json.Obj.of());
            statements.put(id, payload);
            var result = Fields.of(phone.send(client, ANNA, List.of(payload)).getFirst());
            assertThat(result.text("status")).isEqualTo("accepted");
            acknowledged.put(id, result.integer("position"));
        }
    }

    /** The PostgreSQL of a data folder, from outside: stopped by its process id, started again as it was. */
    private record Postgres(List<String> command, Path data) {
        static Postgres of(Path folder) throws IOException {
            var data = folder.resolve("postgres");
            // One line: the program, and every argument in double quotes.
            var quoted =
                    Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(Files.readString(data.resolve("postmaster.opts")));
            var command = new ArrayList<String>();
            // PostgreSQL refuses root; in a user namespace of its own it is nobody in particular.
            if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
            while (quoted.find()) command.add(quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
            return new Postgres(command, data);
        }

        void stop() throws IOException {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
            var process = ProcessHandle.of(pid).orElseThrow();
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start(); // PostgreSQL's fast shutdown
            await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        }

        void start() throws IOException {
            var builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.start();
        }
    }
}
