package org.wegweis.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Uuid7;

@SpringBootTest(properties = "spring.config.name=mobile-api")
@AutoConfigureMockMvc
@Import(MobileApiTest.Noon.class)
class MobileApiTest {
    static final String SWIFT_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02";
    private static final String SLOW_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a03";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final EmbeddedPostgres postgres;
    private static final TrackingServiceStub tracking;

    static {
        try {
            postgres = EmbeddedPostgres.start();
            tracking = new TrackingServiceStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Random random = new Random(5);
    private final Phone phone = new Phone();

    @Autowired
    MockMvcTester http;

    @TestConfiguration
    static class Noon {
        @Bean
        InstantSource noon() {
            return InstantSource.fixed(NOON);
        }
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("wegweis.tracking-service.url", tracking::url);
        properties.add("wegweis.service-client.token-uri", () -> tracking.url() + "/oauth2/token");
        properties.add("wegweis.service-client.secret", () -> "a secret of services");
    }

    @AfterAll
    static void stop() throws IOException {
        tracking.close();
        postgres.close();
    }

    @BeforeEach
    void enrolled() {
        tracking.away = false;
        tracking.stated.clear();
        assertThat(enrol(phone, anna())).hasStatus(201);
    }

    @Nested
    class Enrolling {
        @Test
        void answers_the_thumbprint_and_the_same_key_again_is_the_first_answer() {
            var again = enrol(phone, anna());
            assertThat(again).hasStatus(200);
            assertThat(text((Json.Obj) json(again), "thumbprint")).isEqualTo(phone.thumbprint());
        }

        @Test
        void somebody_elses_key_is_refused() {
            assertProblem(enrol(phone, caller("bernd", SWIFT_HAUL, "driver")), 409, "key-taken");
        }

        @Test
        void a_private_key_is_refused() {
            var answer = post("/api/devices", anna(), device(Json.parse(phone.key.toJSONString())));
            assertProblem(answer, 400, "wrong-field");
            assertThat(text((Json.Obj) json(answer), "field")).isEqualTo("/key/d");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"kty":"EC","crv":"P-256","x":"AA","y":"AA"}
                {"kty":"EC","crv":"P-384","x":"AA","y":"AA"}
                {"kty":"RSA","n":"AA","e":"AQAB"}
                {"kty":"EC","crv":"P-256"}
                "a key"
                """)
        void what_is_no_key_is_refused(String key) {
            assertProblem(post("/api/devices", anna(), device(Json.parse(key))), 400, "wrong-field");
        }

        @Test
        void a_dispatcher_sees_and_revokes_the_organisations_devices_and_strangers_see_none() {
            var stranger = caller("sven", SLOW_HAUL, "dispatcher");
            assertThat(get("/api/devices", stranger)).bodyText().doesNotContain(phone.thumbprint());
            assertThat(exchange(HttpMethod.DELETE, "/api/devices/" + phone.thumbprint(), stranger, ""))
                    .hasStatus(404);
            var dispatcher = caller("dora", SWIFT_HAUL, "dispatcher");
            assertThat(get("/api/devices", dispatcher)).bodyText().contains(phone.thumbprint());
            assertThat(exchange(HttpMethod.DELETE, "/api/devices/" + phone.thumbprint(), dispatcher, ""))
                    .hasStatus(204);
            assertThat(slug(one(phone.sign(pickUp())))).isEqualTo("revoked-device");
        }

        @Test
        void the_public_key_is_public() {
            assertThat(http.get()
                            .uri("/api/devices/" + phone.thumbprint() + "/key")
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("\"crv\":\"P-256\"")
                    .doesNotContain("\"d\"");
        }

        @Test
        void an_enrolment_tells_key_organisation_and_time_and_no_person() {
            var told = json(http.get()
                    .uri("/api/devices/" + phone.thumbprint() + "/enrolment")
                    .exchange());
            var fields = Fields.of(told);
            assertThat(fields.parsed("organisation", OrganisationId::parse))
                    .isEqualTo(OrganisationId.parse(SWIFT_HAUL));
            assertThat(fields.parsed("enrolledAt", Instant::parse)).isEqualTo(NOON);
            assertThat(fields.object("key").names()).containsExactlyInAnyOrder("kty", "crv", "x", "y");
            fields.noMore();
            assertProblem(
                    http.get()
                            .uri("/api/devices/" + "A".repeat(43) + "/enrolment")
                            .exchange(),
                    404,
                    "not-found");
        }
    }

    @Nested
    class Stating {
        @Test
        void a_signed_statement_is_forwarded_as_it_was_signed() {
            var payload = pickUp().with("counter", 7).with("checkpointSize", 3);
            String jws = phone.sign(payload);
            assertThat(text(one(jws), "status")).isEqualTo("accepted");
            var forwarded = tracking.stated.getFirst();
            assertThat(text(forwarded, "jws")).isEqualTo(jws);
            assertThat(text(forwarded, "key")).isEqualTo(phone.thumbprint());
            assertThat(text(forwarded, "organisation")).isEqualTo(SWIFT_HAUL);
            assertThat(text(forwarded, "role")).isEqualTo("driver");
            for (String same : List.of("id", "type", "consignment", "happenedAt", "data")) {
                assertThat(forwarded.members().get(same))
                        .isEqualTo(payload.members().get(same));
            }
        }

        @Test
        void results_come_in_order_and_a_refused_one_harms_nobody() {
            var first = pickUp();
            var last = pickUp();
            var results = state(anna(), phone.sign(first), "no jws", phone.sign(last));
            assertThat(text(results.get(0), "id")).isEqualTo(text(first, "id"));
            assertThat(slug(results.get(1))).isEqualTo("malformed-statement");
            assertThat(text(results.get(2), "id")).isEqualTo(text(last, "id"));
            assertThat(tracking.stated).hasSize(2);
        }

        @Test
        void a_changed_payload_is_refused() {
            String jws = phone.sign(pickUp());
            String other = phone.sign(pickUp());
            String bent = jws.substring(0, jws.indexOf('.'))
                    + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
                    + jws.substring(jws.lastIndexOf('.'));
            assertThat(slug(one(bent))).isEqualTo("wrong-signature");
        }

        @Test
        void a_signature_of_another_length_is_refused_though_the_platform_would_take_it() {
            assertThat(slug(one(phone.sign(phone.header(), pickUp().canonical(), "SHA256withECDSA"))))
                    .isEqualTo("wrong-signature");
        }

        @ParameterizedTest
        @CsvSource({"alg,none", "alg,HS256", "typ,JWT"})
        void a_header_of_another_kind_is_refused(String name, String value) {
            var header = phone.header().with(name, value);
            assertThat(slug(one(phone.sign(header, pickUp().canonical(), "SHA256withECDSAinP1363Format"))))
                    .isEqualTo("malformed-statement");
        }

        @Test
        void a_device_nobody_enrolled_and_one_of_somebody_else_are_unknown() {
            assertThat(slug(one(new Phone().sign(pickUp())))).isEqualTo("unknown-device");
            assertThat(slug(state(caller("bernd", SWIFT_HAUL, "driver"), phone.sign(pickUp()))
                            .getFirst()))
                    .isEqualTo("unknown-device");
            assertThat(slug(state(caller("anna", SLOW_HAUL, "driver"), phone.sign(pickUp()))
                            .getFirst()))
                    .isEqualTo("unknown-device");
        }

        @Test
        void a_clock_more_than_five_minutes_ahead_is_refused() {
            assertThat(text(one(phone.sign(pickUp().with("happenedAt", "2026-11-23T12:05:00Z"))), "status"))
                    .isEqualTo("accepted");
            assertThat(slug(one(phone.sign(pickUp().with("happenedAt", "2026-11-23T12:05:01Z")))))
                    .isEqualTo("clock-ahead");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                /id            | {"id":"1"}
                /consignment   | {"consignment":"6ba7b810-9dad-41d1-80b4-00c04fd430c8"}
                /happenedAt    | {"happenedAt":"noon"}
                /data          | {"data":[]}
                /counter       | {"counter":-1}
                /counter       | {"counter":0.5}
                /colour        | {"colour":"green"}
                /type          | {"type":5}
                """)
        void a_wrong_field_of_the_payload_is_named(String field, String change) {
            var payload = pickUp();
            for (var member : ((Json.Obj) Json.parse(change)).members().entrySet()) {
                payload = payload.with(member.getKey(), member.getValue());
            }
            var result = one(phone.sign(payload));
            assertThat(slug(result)).isEqualTo("malformed-statement");
            assertThat(text(member(result, "problem", Json.Obj.class), "field")).isEqualTo(field);
            assertThat(tracking.stated).isEmpty();
        }

        @Test
        void a_payload_that_is_not_strict_json_is_refused() {
            String twice = pickUp().canonical().replaceFirst("\\{", "{\"id\":\"x\",");
            assertThat(slug(one(phone.sign(phone.header(), twice, "SHA256withECDSAinP1363Format"))))
                    .isEqualTo("malformed-statement");
        }

        @Test
        void a_statement_of_a_megabyte_is_refused() {
            var large = pickUp().with("data", Json.Obj.of().with("remark", "x".repeat(1_000_000)));
            assertThat(slug(one(phone.sign(large)))).isEqualTo("statement-too-large");
        }

        @Test
        void a_batch_of_ten_thousand_is_refused_whole() {
            var many = new ArrayList<Json>();
            for (int i = 0; i < 10_000; i++) many.add(new Json.Text("x"));
            assertProblem(post("/api/statements", anna(), new Json.Arr(many).canonical()), 413, "too-many-statements");
        }

        @Test
        void malformed_json_is_refused() {
            assertThat(post("/api/statements", anna(), "[")).hasStatus(400);
            assertThat(post("/api/statements", anna(), "{}")).hasStatus(400);
            var result = (Json.Obj) ((Json.Arr) json(post("/api/statements", anna(), "[1]")))
                    .items()
                    .getFirst();
            assertThat(slug(result)).isEqualTo("malformed-statement");
            assertThat(result.members().get("id")).isEqualTo(new Json.Null());
        }

        @Test
        void while_tracking_service_is_away_the_phone_keeps_its_statements() {
            tracking.away = true;
            var answer = post("/api/statements", anna(), batch(phone.sign(pickUp())));
            assertProblem(answer, 503, "away");
            assertThat(answer).containsHeader("Retry-After");
        }
    }

    @Nested
    class Touring {
        @Test
        void a_driver_sees_what_was_assigned_or_stated_and_nothing_else() {
            var stated = pickUp();
            one(phone.sign(stated));
            String assigned = id();
            assertThat(exchange(
                            HttpMethod.PUT,
                            "/api/tours/" + assigned,
                            caller("dora", SWIFT_HAUL, "dispatcher"),
                            "{\"driver\":\"anna\"}"))
                    .hasStatus(204);
            assertThat(get("/api/tour", anna()))
                    .bodyText()
                    .contains(text(stated, "consignment"))
                    .contains(assigned);
            var bernd = caller("bernd", SWIFT_HAUL, "driver");
            assertThat(get("/api/tour", bernd)).bodyText().doesNotContain(assigned);
            assertThat(get("/api/tour/" + assigned, bernd)).hasStatus(404);
            assertThat(get("/api/tour/" + assigned, anna())).hasStatusOk();
        }

        @Test
        void a_tour_that_is_given_to_another_driver_is_taken_from_the_first() {
            String assigned = id();
            var dispatcher = caller("dora", SWIFT_HAUL, "dispatcher");
            for (String driver : List.of("anna", "bernd")) {
                assertThat(exchange(
                                HttpMethod.PUT,
                                "/api/tours/" + assigned,
                                dispatcher,
                                Json.Obj.of().with("driver", driver).canonical()))
                        .hasStatus(204);
            }
            assertThat(get("/api/tour/" + assigned, anna())).hasStatus(404);
            assertThat(get("/api/tour/" + assigned, caller("bernd", SWIFT_HAUL, "driver")))
                    .hasStatusOk();
        }

        @Test
        void a_driver_nobody_can_be_is_refused() {
            var dispatcher = caller("dora", SWIFT_HAUL, "dispatcher");
            for (String driver : List.of("\"\"", "\"a\\u0000b\"", "7")) {
                assertProblem(
                        exchange(HttpMethod.PUT, "/api/tours/" + id(), dispatcher, "{\"driver\":" + driver + "}"),
                        400,
                        "wrong-field");
            }
        }

        @Test
        void a_dispatcher_assigns_only_where_the_organisation_is_party() {
            assertThat(exchange(
                            HttpMethod.PUT,
                            "/api/tours/" + id(),
                            caller("sven", SLOW_HAUL, "dispatcher"),
                            "{\"driver\":\"anna\"}"))
                    .hasStatus(404);
        }
    }

    private Json.Obj pickUp() {
        return Json.Obj.of()
                .with("id", id())
                .with("type", "consignment.picked-up.v1")
                .with("consignment", id())
                .with("happenedAt", "2026-11-23T08:15:00Z")
                .with("data", Json.Obj.of().with("loadedGrams", 890_000));
    }

    private String id() {
        return Uuid7.next(InstantSource.fixed(NOON), random).toString();
    }

    private static JwtRequestPostProcessor anna() {
        return caller("anna", SWIFT_HAUL, "driver");
    }

    private static JwtRequestPostProcessor caller(String name, String organisation, String role) {
        return jwt().jwt(token -> token.subject(name)
                        .claim("preferred_username", name)
                        .claim("organisation", organisation)
                        .claim("roles", List.of(role)))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private MvcTestResult enrol(Phone phone, JwtRequestPostProcessor who) {
        return post(
                "/api/devices", who, device(Json.parse(phone.key.toPublicJWK().toJSONString())));
    }

    private static String device(Json key) {
        return Json.Obj.of().with("name", "Diensthandy 4").with("key", key).canonical();
    }

    private Json.Obj one(String jws) {
        return state(anna(), jws).getFirst();
    }

    private List<Json.Obj> state(JwtRequestPostProcessor who, String... jws) {
        var answer = post("/api/statements", who, batch(jws));
        assertThat(answer).hasStatusOk();
        return ((Json.Arr) json(answer))
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    private static String batch(String... jws) {
        return new Json.Arr(List.of(jws).stream().<Json>map(Json.Text::new).toList()).canonical();
    }

    private MvcTestResult get(String path, JwtRequestPostProcessor who) {
        return http.get().uri(path).with(who).exchange();
    }

    private MvcTestResult post(String path, JwtRequestPostProcessor who, String body) {
        return exchange(HttpMethod.POST, path, who, body);
    }

    private MvcTestResult exchange(HttpMethod method, String path, JwtRequestPostProcessor who, String body) {
        return http.method(method)
                .uri(path)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(text((Json.Obj) json(answer), "type")).endsWith("/" + slug);
    }

    private static String slug(Json.Obj result) {
        String type = text(member(result, "problem", Json.Obj.class), "type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static Json json(MvcTestResult answer) {
        return Json.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String text(Json.Obj json, String name) {
        return member(json, name, Json.Text.class).value();
    }

    private static <T extends Json> T member(Json.Obj json, String name, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(json.members().get(name), name));
    }
}
