package org.wegweis.ledgerbridge.gathering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/** What lies in a package of a consignment, and what has no room in it. */
class GatheringTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final OrganisationId GREEN_HILL = OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01");
    private static final Caller HANNA =
            new Caller(GREEN_HILL, Set.of(Actor.Role.DISPATCHER), Set.of(), "hanna", "hanna", "token");
    private static final int MIB = 1 << 20;

    private final Random random = new Random(7);
    private final Map<String, byte[]> told = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final UUID consignment = id();
    private HttpServer others;

    @BeforeEach
    void the_other_services() throws IOException {
        others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        others.createContext("/", exchange -> {
            try (exchange) {
                String uri = exchange.getRequestURI().toString();
                asked.add(uri);
                String path = exchange.getRequestURI().getPath();
                byte[] body = told.getOrDefault(uri, told.getOrDefault(path, new byte[0]));
                int status = refused.getOrDefault(path, body.length == 0 ? 404 : 200);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        others.start();
        tells("/api/consignments/" + consignment, "{\"fallbackReceipts\":[]}");
        lineage(true);
    }

    @AfterEach
    void close() {
        others.stop(0);
    }

    private UUID id() {
        return Uuid7.next(() -> NOON, random);
    }

    private void tells(String path, String json) {
        told.put(path, json.getBytes(UTF_8));
    }

    private void lineage(boolean complete, UUID... nodes) {
        var shown = new ArrayList<String>();
        shown.add(node(consignment));
        Arrays.stream(nodes).map(GatheringTest::node).forEach(shown::add);
        tells(
                "/api/consignments/" + consignment + "/lineage",
                "{\"complete\":%s,\"edges\":[],\"nodes\":[%s]}".formatted(complete, String.join(",", shown)));
    }

    private static String node(UUID id) {
        return "{\"kind\":\"consignment\",\"id\":\"%s\",\"hidden\":false,\"massGrams\":1}".formatted(id);
    }

    /** Tracking-service tells of a subject that has one record, made longer by blanks. */
    private void recorded(String kind, UUID subject, Json.Obj data, int blanks) {
        var record = new EventRecord(
                id(),
                "consignment.opened.v1",
                subject,
                0,
                asked.size() + told.size(),
                Optional.empty(),
                NOON,
                NOON,
                new Actor(GREEN_HILL, Actor.Role.DISPATCHER, Optional.empty()),
                Optional.empty(),
                Hash.of(new byte[Hash.LENGTH]),
                data);
        String content = Base64.getEncoder().encodeToString(record.encode());
        tells(
                "/api/" + kind + "/" + subject + "/records",
                "[{\"position\":%d,\"record\":\"%s\",\"disclosures\":[]}]%s"
                        .formatted(record.position(), content, " ".repeat(blanks)));
    }

    private void recorded(UUID subject) {
        recorded(Subject.CONSIGNMENTS, subject, Json.Obj.of(), 0);
    }

    private Gathering gathered() {
        var door = URI.create("http://127.0.0.1:" + others.getAddress().getPort());
        var about = new Subject(Subject.CONSIGNMENTS, consignment.toString());
        var gathering = Gathering.of(about, new Doors(door, door, door), HANNA);
        assertThat(gathering.lookAround(Long.MAX_VALUE)).isTrue();
        return gathering;
    }

    @Test
    void certificates_of_a_number_are_read_to_the_last_page() {
        recorded(Subject.CONSIGNMENTS, consignment, Json.Obj.of().with("certificate", "ENE123456780"), 0);
        var certificates = IntStream.range(0, 5).mapToObj(_ -> id()).toList();
        certificates.forEach(one -> recorded("certificates", one, Json.Obj.of(), 0));
        String list = "/api/certificates?number=ENE123456780";
        tells(list, page(certificates.subList(0, 2), "\"b c\""));
        tells(list + "&after=b+c", page(certificates.subList(2, 4), "\"d\""));
        tells(list + "&after=d", page(certificates.subList(4, 5), "null"));
        assertThat(gathered().told())
                .extracting(one -> one.record().subject())
                .containsAll(certificates)
                .hasSize(6);
    }

    private static String page(List<UUID> ids, String next) {
        var items = ids.stream().map("{\"id\":\"%s\"}"::formatted).toList();
        return "{\"items\":[%s],\"next\":%s}".formatted(String.join(",", items), next);
    }

    @Test
    void a_list_without_an_end_is_no_answer() {
        recorded(Subject.CONSIGNMENTS, consignment, Json.Obj.of().with("certificate", "ENE123456780"), 0);
        tells("/api/certificates", page(List.of(), "\"again\""));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(this::gathered)
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo("away"));
    }

    @Test
    void a_lineage_that_is_not_whole_leaves_something_out() {
        recorded(consignment);
        assertThat(gathered().leftOut()).isZero();
        lineage(false);
        assertThat(gathered().leftOut()).isOne();
    }

    @Test
    void what_has_more_records_than_asked_for_is_left_out() {
        var large = id();
        recorded(consignment);
        lineage(true, large);
        refused.put("/api/consignments/" + large + "/records", 422);
        tells(
                "/api/consignments/" + large + "/records",
                "{\"type\":\"https://wegweis.example/problems/too-many-records\"}");
        assertThat(gathered().leftOut()).isOne();
        assertThat(asked).contains("/api/consignments/" + large + "/records?most=9999");
    }

    @Test
    void another_refusal_is_none_of_that() {
        var other = id();
        recorded(consignment);
        lineage(true, other);
        refused.put("/api/consignments/" + other + "/records", 422);
        tells(
                "/api/consignments/" + other + "/records",
                "{\"type\":\"https://wegweis.example/problems/something-else\"}");
        assertThatExceptionOfType(Problem.class).isThrownBy(this::gathered);
    }

    @Test
    void what_has_more_bytes_than_there_is_room_for_is_left_out_and_what_fits_after_it_is_not() {
        var large = id();
        var small = id();
        recorded(consignment);
        recorded(Subject.CONSIGNMENTS, large, Json.Obj.of(), 21 * MIB);
        recorded(small);
        lineage(true, large, small);
        var gathering = gathered();
        assertThat(gathering.leftOut()).isOne();
        assertThat(gathering.told()).extracting(one -> one.record().subject()).containsExactly(consignment, small);
    }

    @Test
    void all_together_have_no_more_bytes_than_there_is_room_for() {
        var some = IntStream.range(0, 4).mapToObj(_ -> id()).toList();
        recorded(consignment);
        some.forEach(one -> recorded(Subject.CONSIGNMENTS, one, Json.Obj.of(), 6 * MIB));
        lineage(true, some.toArray(UUID[]::new));
        var gathering = gathered();
        assertThat(gathering.told()).hasSize(4);
        assertThat(gathering.leftOut()).isOne();
    }

    @Test
    void who_asks_for_something_too_large_is_told_what_would_be_right() {
        recorded(Subject.CONSIGNMENTS, consignment, Json.Obj.of(), 21 * MIB);
        assertThatExceptionOfType(Problem.class).isThrownBy(this::gathered).satisfies(problem -> {
            assertThat(problem.slug()).isEqualTo("too-many-records");
            assertThat(problem.detail()).contains("at most 10000", "20 MiB", "/tlog-proof/");
        });
    }
}
