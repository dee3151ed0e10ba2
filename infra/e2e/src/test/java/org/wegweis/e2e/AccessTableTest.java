package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/**
 * Who may call what: every role at every endpoint of every service, for a party and for a stranger, with real tokens.
 * An endpoint that is not in the table fails the test.
 */
class AccessTableTest {
    private static final String PASSWORD = "ein langes Passwort";
    private static final String PARTY = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01";
    private static final String STRANGER = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a05";
    private static final List<String> ROLES =
            List.of("driver", "gate", "dispatcher", "authority", "auditor", "operator");

    private static final Set<String> OFFICE = Set.of("dispatcher", "gate", "authority", "auditor");
    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> EVERYBODY = Set.copyOf(ROLES);

    /**
     * One endpoint.
     *
     * @param roles that are let in
     * @param open whether it needs no token at all
     * @param hidden whether strangers who are let in get 404, because the consignment does not exist for them
     */
    private record Row(String service, String method, String path, Set<String> roles, boolean open, boolean hidden) {
        Row(String service, String method, String path, Set<String> roles) {
            this(service, method, path, roles, false, false);
        }

        static Row open(String service, String method, String path) {
            return new Row(service, method, path, EVERYBODY, true, false);
        }

        static Row hidden(String service, String method, String path, Set<String> roles) {
            return new Row(service, method, path, roles, false, true);
        }

        String endpoint() {
            return service + " " + method + " " + path;
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row("identity", "GET", "/api/people", Set.of("operator")),
            new Row("identity", "POST", "/api/people", Set.of("operator")),
            Row.open("identity", "GET", "/login"),
            new Row("mobile-api", "POST", "/api/devices", Set.of("driver", "gate")),
            new Row("mobile-api", "GET", "/api/devices", Set.of("driver", "gate", "dispatcher")),
            new Row("mobile-api", "DELETE", "/api/devices/{thumbprint}", Set.of("driver", "gate", "dispatcher")),
            Row.open("mobile-api", "GET", "/api/devices/{thumbprint}/key"),
            Row.open("mobile-api", "GET", "/api/devices/{thumbprint}/enrolment"),
            new Row("mobile-api", "POST", "/api/statements", Set.of("driver", "gate")),
            Row.hidden("mobile-api", "PUT", "/api/tours/{consignment}", Set.of("dispatcher")),
            new Row("mobile-api", "GET", "/api/tour", Set.of("driver")),
            Row.hidden("mobile-api", "GET", "/api/tour/{consignment}", Set.of("driver")),
            new Row("tracking-service", "POST", "/api/consignments", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/pick-up", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/release", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/hand-over", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/take-over", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/delivery", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/acceptance", Set.of("dispatcher", "gate")),
            Row.hidden(
                    "tracking-service",
                    "POST",
                    "/api/consignments/{id}/partial-acceptance",
                    Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/rejection", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/taking-back", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/correction", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/agreement", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/disagreement", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/consignments/{id}/cancellation", Set.of("dispatcher")),
            Row.hidden("tracking-service", "GET", "/api/consignments/{id}/records", OFFICE),
            new Row("tracking-service", "GET", "/api/consignments/{id}/opening", NOBODY),
            new Row("tracking-service", "GET", "/api/records", Set.of("operator", "auditor")),
            new Row("tracking-service", "POST", "/api/transfer-notes", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/transfer-notes/{id}/signature", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "POST", "/api/transfer-notes/{id}/entry", Set.of("dispatcher", "gate")),
            Row.hidden(
                    "tracking-service", "POST", "/api/transfer-notes/{id}/cancellation", Set.of("dispatcher", "gate")),
            Row.hidden("tracking-service", "GET", "/api/transfer-notes/{id}", OFFICE),
            Row.hidden("tracking-service", "GET", "/api/transfer-notes/{id}/records", OFFICE),
            new Row("tracking-service", "POST", "/api/outages", Set.of("dispatcher", "gate", "driver")),
            Row.hidden(
                    "tracking-service", "POST", "/api/outages/{id}/receipts", Set.of("dispatcher", "gate", "driver")),
            Row.hidden(
                    "tracking-service",
                    "POST",
                    "/api/outages/{id}/receipts/{number}/entry",
                    Set.of("dispatcher", "gate", "driver")),
            Row.hidden("tracking-service", "POST", "/api/outages/{id}/end", Set.of("dispatcher", "gate", "driver")),
            new Row("tracking-service", "GET", "/api/outages", Set.of("dispatcher", "gate", "auditor")),
            Row.hidden("tracking-service", "GET", "/api/outages/{id}", OFFICE),
            Row.hidden("tracking-service", "GET", "/api/outages/{id}/records", OFFICE),
            new Row("tracking-service", "POST", "/api/certificates", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/plant-acceptance", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/submission", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/papers", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/acknowledgement", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/demand", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/confirmation", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/refusal", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/confirmation-order", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/certificates/{id}/revocation", Set.of("authority")),
            Row.hidden("tracking-service", "GET", "/api/certificates/{id}", OFFICE),
            Row.hidden("tracking-service", "GET", "/api/certificates/{id}/records", OFFICE),
            Row.hidden("tracking-service", "GET", "/api/stocks/{site}", Set.of("dispatcher", "gate", "auditor")),
            Row.hidden("tracking-service", "GET", "/api/stocks/{site}/records", OFFICE),
            Row.hidden("tracking-service", "POST", "/api/stocks/{site}/counts", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/stocks/{site}/treatments", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/stocks/{site}/passings-on", Set.of("dispatcher", "gate")),
            new Row("tracking-service", "POST", "/api/permits", Set.of("dispatcher")),
            Row.hidden("tracking-service", "POST", "/api/permits/{id}/acknowledgement", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/permits/{id}/withdrawal", Set.of("authority")),
            Row.hidden("tracking-service", "POST", "/api/permits/{id}/end", Set.of("dispatcher")),
            Row.hidden("tracking-service", "GET", "/api/permits/{id}", with(OFFICE, "driver")),
            Row.hidden("tracking-service", "GET", "/api/permits/{id}/records", OFFICE),
            new Row("tracking-service", "GET", "/api/permits", with(OFFICE, "driver")),
            new Row("tracking-service", "GET", "/api/disclosures", OFFICE),
            new Row("tracking-service", "POST", "/api/statements", NOBODY),
            new Row("tracking-service", "GET", "/api/waste-codes/{code}", EVERYBODY),
            new Row("tracking-service", "GET", "/api/organisations", EVERYBODY),
            new Row("tracking-service", "GET", "/api/organisations/{id}", EVERYBODY),
            new Row("tracking-service", "PUT", "/api/organisations/{id}", Set.of("operator")),
            new Row("projections", "GET", "/api/consignments", with(OFFICE, "operator")),
            Row.hidden("projections", "GET", "/api/consignments/{id}", with(OFFICE, "operator")),
            new Row("projections", "GET", "/api/outages", with(OFFICE, "operator")),
            new Row("projections", "GET", "/api/register", with(OFFICE, "operator")),
            Row.hidden("projections", "GET", "/api/transfer-notes/{id}", with(OFFICE, "operator")),
            Row.hidden("projections", "GET", "/api/consignments/{id}/lineage", with(OFFICE, "operator")),
            Row.hidden("projections", "GET", "/api/stocks/{site}", with(OFFICE, "operator")),
            new Row("projections", "GET", "/api/permits", with(OFFICE, "operator")),
            new Row("projections", "GET", "/api/certificates", with(OFFICE, "operator")),
            Row.hidden("projections", "GET", "/api/certificates/{id}", with(OFFICE, "operator")),
            new Row("projections", "GET", "/api/findings", with(OFFICE, "operator")),
            new Row("projections", "POST", "/api/rebuild", Set.of("operator")),
            Row.open("projections", "GET", "/console-settings.json"),
            Row.open("projections", "GET", "/"),
            Row.open("projections", "GET", "/index.html"),
            Row.open("projections", "GET", "/vorgang/{id}"),
            Row.open("projections", "GET", "/hinweise"),
            Row.open("projections", "GET", "/nachweise"),
            Row.open("projections", "GET", "/nachweise/{id}"),
            Row.open("projections", "GET", "/register"),
            Row.open("ledger-bridge", "GET", "/checkpoint"),
            Row.open("ledger-bridge", "GET", "/tlog-proof/{index}"),
            Row.open("ledger-bridge", "GET", "/consistency"),
            Row.open("ledger-bridge", "GET", "/tile/**"),
            new Row("ledger-bridge", "POST", "/api/rebuild", Set.of("operator")),
            new Row("ledger-bridge", "GET", "/api/rebuild", Set.of("operator")),
            Row.open("ledger-bridge", "GET", "/trust"),
            Row.open("ledger-bridge", "POST", "/witness/add-checkpoint"),
            Row.open("ledger-bridge", "GET", "/witness"),
            Row.open("ledger-bridge", "GET", "/witness/{originHash}/checkpoint"),
            Row.open("ledger-bridge", "GET", "/witness/equivocations"),
            Row.open("ledger-bridge", "GET", "/time-stamp/{size}"),
            Row.open("ledger-bridge", "POST", "/tsa"),
            Row.open("ledger-bridge", "GET", "/api/status"),
            Row.open("ledger-bridge", "GET", "/verify"),
            Row.open("ledger-bridge", "POST", "/verify"),
            Row.open("ledger-bridge", "GET", "/ledger"),
            Row.open("ledger-bridge", "GET", "/api/ledger"),
            new Row("ledger-bridge", "GET", "/api/audits", Set.of("auditor", "operator")),
            Row.hidden("ledger-bridge", "GET", "/api/{kind}/{id}/evidence", OFFICE));

    @TempDir
    static Path folder;

    private static RunningWegweis wegweis;
    private static WegweisClient client;
    private static String consignment;
    private static String certificate;
    private static String transferNote;
    private static String outage;
    private static String permit;

    private static Set<String> with(Set<String> some, String one) {
        var more = new TreeSet<>(some);
        more.add(one);
        return more;
    }

    @BeforeAll
    static void enterEverybody() throws IOException {
        wegweis = RunningWegweis.start(folder);
        client = new WegweisClient(wegweis.doors());
        var admin = new Person("admin", wegweis.doors().administratorPassword().orElseThrow());
        var sites = new Json.Arr(List.of(
                Json.Obj.of().with("number", "P12345678").with("name", "Hof").with("place", "Potsdam")));
        client.put(
                        wegweis.doors().trackingService(),
                        "/api/organisations/" + PARTY,
                        admin,
                        Json.Obj.of().with("name", "Grünhügel").with("sites", sites))
                .require(200);
        for (String organisation : List.of(PARTY, STRANGER)) {
            for (String role : ROLES) {
                // The stranger's authority looks after another Land.
                var land = new Json.Arr(List.of(new Json.Text(organisation.equals(PARTY) ? "P" : "S")));
                client.post(
                                wegweis.doors().identity(),
                                "/api/people",
                                admin,
                                Json.Obj.of()
                                        .with(
                                                "signInName",
                                                person(role, organisation).signInName())
                                        .with("password", PASSWORD)
                                        .with("organisation", organisation)
                                        .with("roles", new Json.Arr(List.of(new Json.Text(role))))
                                        .with("jurisdiction", land))
                        .require(201);
            }
        }
        var party = Json.Obj.of().with("organisation", PARTY).with("site", "P12345678");
        consignment = client.post(
                        wegweis.doors().trackingService(),
                        "/api/consignments",
                        person("dispatcher", PARTY),
                        Json.Obj.of()
                                .with("wasteCode", "170503")
                                .with("declaredGrams", 1)
                                .with("generator", party)
                                .with("plant", party)
                                .with("carrier", Json.Obj.of().with("organisation", PARTY)))
                .require(201)
                .fields()
                .text("consignment");
        certificate = client.post(
                        wegweis.doors().trackingService(),
                        "/api/certificates",
                        person("dispatcher", PARTY),
                        Json.Obj.of()
                                .with("kind", "EN")
                                .with("wasteCode", "170503")
                                .with("quantityGrams", 1)
                                .with("applicant", party)
                                .with("plant", party)
                                .with("operation", "D1")
                                .with("until", "2099-12-31"))
                .require(201)
                .fields()
                .text("certificate");
        transferNote = client.post(
                        wegweis.doors().trackingService(),
                        "/api/transfer-notes",
                        person("dispatcher", PARTY),
                        Json.Obj.of()
                                .with("wasteCode", "170503")
                                .with("massGrams", 1)
                                .with("generator", party)
                                .with("taker", Json.Obj.of().with("organisation", PARTY)))
                .require(201)
                .fields()
                .text("transferNote");
        outage = client.post(
                        wegweis.doors().trackingService(),
                        "/api/outages",
                        person("dispatcher", PARTY),
                        Json.Obj.of()
                                .with("site", "P12345678")
                                .with("cause", "power")
                                .with("since", "2026-11-23T08:00:00Z"))
                .require(201)
                .fields()
                .text("outage");
        permit = client.post(
                        wegweis.doors().trackingService(),
                        "/api/permits",
                        person("dispatcher", PARTY),
                        Json.Obj.of()
                                .with("kind", "notification")
                                .with("holder", party)
                                .with("wasteCodes", "all")
                                .with("from", "2026-01-01"))
                .require(201)
                .fields()
                .text("permit");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.get(
                                        wegweis.doors().projections(),
                                        "/api/consignments/" + consignment,
                                        person("dispatcher", PARTY))
                                .status()
                        == 200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.get(
                                        wegweis.doors().projections(),
                                        "/api/certificates/" + certificate,
                                        person("dispatcher", PARTY))
                                .status()
                        == 200);
    }

    @AfterAll
    static void stop() {
        if (wegweis != null) wegweis.close();
    }

    @Test
    void every_endpoint_is_in_the_table() {
        var endpoints = new TreeSet<String>();
        for (var service : doors().entrySet()) {
            var paths = client.get(service.getValue(), "/v3/api-docs", Optional.empty())
                    .require(200)
                    .fields()
                    .take("paths")
                    .orElseThrow();
            for (var path : ((Json.Obj) paths).members().entrySet()) {
                for (String method : Fields.of(path.getValue()).names()) {
                    endpoints.add(service.getKey() + " " + method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        assertThat(endpoints).isNotEmpty();
        assertThat(TABLE.stream().map(Row::endpoint).toList()).containsAll(endpoints);
    }

    @Test
    void every_role_gets_in_where_the_table_says_and_nowhere_else() {
        var wrong = new ArrayList<String>();
        for (var row : TABLE) {
            for (String role : ROLES) {
                for (String organisation : List.of(PARTY, STRANGER)) {
                    int status = call(row, Optional.of(person(role, organisation)));
                    boolean in = row.roles().contains(role);
                    boolean stranger = organisation.equals(STRANGER);
                    boolean right;
                    if (!in) {
                        right = status == 403;
                    } else if (row.hidden() && stranger) {
                        right = status == 404;
                    } else {
                        right = status == 503 || (status != 401 && status != 403 && status < 500);
                    }
                    if (!right) {
                        wrong.add(row.endpoint() + " as " + role + (stranger ? " of a stranger: " : " of a party: ")
                                + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void without_a_token_only_open_doors_open() {
        var wrong = new ArrayList<String>();
        for (var row : TABLE) {
            int status = call(row, Optional.empty());
            if (row.open() ? status == 401 || status == 403 : status != 401) wrong.add(row.endpoint() + ": " + status);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_nobody_named_is_closed() {
        for (var door : doors().values()) {
            assertThat(client.get(door, "/nothing/here", person("operator", PARTY))
                            .status())
                    .isEqualTo(403);
            assertThat(client.get(door, "/actuator/env", person("operator", PARTY))
                            .status())
                    .isIn(403, 404);
        }
    }

    private static int call(Row row, Optional<Person> who) {
        String path = row.path()
                .replace("{thumbprint}", "A".repeat(43))
                .replace("{kind}", "consignments")
                .replace("{consignment}", consignment)
                .replace("/api/organisations/{id}", "/api/organisations/" + PARTY)
                .replace("{code}", "170503")
                .replace("{site}", "P12345678")
                .replace("/api/transfer-notes/{id}", "/api/transfer-notes/" + transferNote)
                .replace("/api/outages/{id}", "/api/outages/" + outage)
                .replace("{number}", "2026-0042")
                .replace("/api/certificates/{id}", "/api/certificates/" + certificate)
                .replace("/api/permits/{id}", "/api/permits/" + permit)
                .replace("{id}", consignment)
                .replace("{index}", "0")
                .replace("{size}", "1")
                .replace("{originHash}", "0".repeat(64))
                .replace("**", "0/000.p/1");
        if (path.equals("/consistency")) path += "?old=0";
        if (path.endsWith("/disclosures")) path += "?name=plate&value=X";
        if (path.endsWith("/permits")) path += "?organisation=" + PARTY;
        Optional<String> body = switch (row.method()) {
            case "POST", "PUT" -> Optional.of(body(row));
            default -> Optional.empty();
        };
        URI door = Objects.requireNonNull(doors().get(row.service()));
        return client.call(row.method(), door, path, who, body).status();
    }

    /** Good enough to get past the door, and never enough to change what other rows see. */
    private static String body(Row row) {
        String last = row.path().substring(row.path().lastIndexOf('/') + 1);
        return switch (last) {
            case "statements" -> "[]";
            case "{consignment}" -> "{\"driver\":\"driver.party\"}";
            case "acceptance" -> "{\"acceptedGrams\":1}";
            case "partial-acceptance" -> "{\"acceptedGrams\":1,\"rejectedGrams\":1,\"reason\":\"other\"}";
            case "rejection" -> "{\"reason\":\"other\"}";
            case "correction" -> "{\"corrects\":\"" + consignment + "\",\"massGrams\":1}";
            case "hand-over" -> "{\"to\":{\"organisation\":\"" + PARTY + "\"}}";
            case "taking-back" -> "{\"massGrams\":1}";
            case "agreement", "disagreement" -> "{\"correction\":\"" + consignment + "\"}";
            case "receipts" -> "{\"number\":\"2026-0042\",\"form\":\"paper-note\",\"usedAt\":\"2026-11-23T09:00:00Z\"}";
            case "end" -> "{\"at\":\"2026-11-23T10:00:00Z\"}";
            case "entry" -> "{\"consignment\":\"" + consignment + "\"}";
            case "signature", "release", "pick-up", "take-over", "delivery", "cancellation" -> "{}";
            default -> "{\"colour\":\"unknown here\"}";
        };
    }

    private static Person person(String role, String organisation) {
        return new Person(role + (organisation.equals(PARTY) ? ".party" : ".stranger"), PASSWORD);
    }

    private static Map<String, URI> doors() {
        var doors = wegweis.doors();
        var all = new TreeMap<String, URI>();
        all.put("identity", doors.identity());
        all.put("mobile-api", doors.mobileApi());
        all.put("tracking-service", doors.trackingService());
        all.put("projections", doors.projections());
        all.put("ledger-bridge", doors.ledgerBridge());
        return all;
    }
}
