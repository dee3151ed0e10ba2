package org.wegweis.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.door.ReadableTokens.token;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;

class DoorTest {
    private static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01";
    private static final String ANNA = person("\"driver\"");
    private static final String PROBLEMS = "https://wegweis.example/problems/";

    private static ConfigurableApplicationContext tiny;
    private static int port;

    private record Answer(int status, HttpHeaders headers, String body) {}

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        tiny = TinyService.application().sources(ReadableTokens.class).run();
        port = port(tiny);
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Nested
    class DenyFirst {
        @ParameterizedTest
        @CsvSource({
            // method, path, without a token, driver, dispatcher, service
            "GET,  /open,            200, 200, 200, 200",
            "GET,  /signed-in,       401, 200, 200, 200",
            "GET,  /things/mine,     401, 200, 403, 403", // the first rule that fits decides
            "GET,  /things/7,        401, 403, 200, 403",
            "GET,  /for-services,    401, 403, 403, 200",
            "GET,  /nobody-named-me, 401, 403, 403, 403",
            "GET,  /nowhere,         401, 403, 403, 403",
            "DELETE, /open,          401, 403, 403, 403",
            "POST, /signed-in,       401, 403, 403, 403",
            "GET,  /error,           401, 403, 403, 403",
            "GET,  /actuator/health,     200, 200, 200, 200",
            "GET,  /actuator/prometheus, 200, 200, 200, 200",
            "GET,  /v3/api-docs,         200, 200, 200, 200",
            "GET,  /.well-known/oauth-protected-resource, 200, 200, 200, 200", // RFC 9728, before any rule
            "GET,  /actuator/env,        401, 403, 403, 403",
            "GET,  /actuator/heapdump,   401, 403, 403, 403",
            "POST, /actuator/health,     401, 403, 403, 403",
        })
        void only_what_a_rule_names_opens(
                String method, String path, int nobody, int driver, int dispatcher, int service) {
            assertThat(call(method, path, "").status()).as("nobody").isEqualTo(nobody);
            assertThat(call(method, path, ANNA).status()).as("driver").isEqualTo(driver);
            assertThat(call(method, path, person("\"dispatcher\"")).status())
                    .as("dispatcher")
                    .isEqualTo(dispatcher);
            assertThat(call(method, path, token("{\"sub\":\"mobile-api\",\"scope\":\"profile statements\"}"))
                            .status())
                    .as("service")
                    .isEqualTo(service);
        }

        @Test
        void scopes_come_as_one_text_or_as_an_array() {
            String claims = "{\"sub\":\"mobile-api\",\"scope\":[\"statements\"]}";
            assertThat(call("GET", "/for-services", token(claims)).status()).isEqualTo(200);
        }

        @Test
        void both_refusals_are_problem_documents() {
            var stranger = call("GET", "/things/mine", "");
            assertProblem(stranger, 401, "not-signed-in");
            assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
            assertProblem(call("GET", "/things/7", ANNA), 403, "not-for-role");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "a.b.c", "two words", "é"})
        void what_is_no_token_is_no_sign_in(String token) {
            assertProblem(raw("GET /open HTTP/1.0\r\nAuthorization: Bearer " + token), 401, "not-signed-in");
        }

        @Test
        void the_table_can_be_read() {
            assertThat(tiny.getBean(DoorRules.class).rules())
                    .contains(DoorRules.service(HttpMethod.GET, "/for-services", "statements"));
        }
    }

    @Nested
    class CallerFromTheToken {
        @Test
        void says_for_whom_and_as_what_the_request_acts() {
            var answer = call("GET", "/open/who", token("""
                {"sub":"7f","preferred_username":"hanna.krause","organisation":"%s",
                 "roles":["authority","auditor"],"jurisdiction":["P","L"]}""".formatted(GREEN_HILL)));
            assertThat(answer.body())
                    .contains("\"organisation\":\"" + GREEN_HILL + "\"")
                    .contains("\"roles\":[\"AUTHORITY\",\"AUDITOR\"]")
                    .contains("\"jurisdiction\":[\"L\",\"P\"]")
                    .contains("\"subject\":\"7f\"")
                    .contains("\"signInName\":\"hanna.krause\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"sub\":\"7f\"}",
                    "{\"sub\":\"7f\",\"organisation\":\"Green Hill\"}",
                    "{\"organisation\":\"0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01\"}",
                    "{\"sub\":\"7f\",\"organisation\":\"0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01\",\"roles\":[\"king\"]}",
                    "{\"sub\":\"7f\",\"organisation\":\"0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01\",\"jurisdiction\":[\"PP\"]}",
                    "{\"sub\":\"7f\",\"organisation\":\"0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01\",\"roles\":{\"a\":[1]}}",
                })
        void a_token_that_does_not_say_so_is_refused(String claims) {
            assertProblem(call("GET", "/open/who", token(claims)), 403, "unusable-token");
        }

        @Test
        void without_a_token_nobody_calls() {
            assertProblem(call("GET", "/open/who", ""), 401, "not-signed-in");
        }
    }

    @Nested
    class StrictJson {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            {"waste":"170503","grams":1,"notes":[],"colour":"red"}  | wrong-field    | /colour
            {"waste":"170503","grams":"1","notes":[]}               | wrong-field    | /grams
            {"waste":"170503","grams":1.5,"notes":[]}               | wrong-field    | /grams
            {"waste":"170503","grams":1.0,"notes":[]}               | wrong-field    | /grams
            {"waste":"170503","grams":true,"notes":[]}              | wrong-field    | /grams
            {"waste":"170503","grams":null,"notes":[]}              | wrong-field    | /grams
            {"waste":"170503","grams":99999999999,"notes":[]}       | wrong-field    | /grams
            {"waste":170503,"grams":1,"notes":[]}                   | wrong-field    | /waste
            {"waste":true,"grams":1,"notes":[]}                     | wrong-field    | /waste
            {"waste":["170503"],"grams":1,"notes":[]}               | wrong-field    | /waste
            {"waste":"\\u0000","grams":1,"notes":[]}                | wrong-field    | /waste
            {"waste":"170503","grams":1,"notes":"one"}              | wrong-field    | /notes
            {"waste":"170503","grams":1,"notes":""}                 | wrong-field    | /notes
            {"waste":"170503","grams":1,"notes":[1]}                | wrong-field    | /notes/0
            {"waste":"170503","grams":1,"grams":2,"notes":[]}       | malformed-json |
            {"waste":"170503","grams":1,"notes":[]} {}              | wrong-field    |
            {"waste":"170503","grams":1,"notes":[]},                | malformed-json |
            {"waste":"170503","grams":01,"notes":[]}                | malformed-json |
            {"waste":"170503","grams":NaN,"notes":[]}               | malformed-json |
            {'waste':'170503'}                                      | malformed-json |
            {"waste":"170503"                                       | malformed-json |
            []                                                      | wrong-field    |
            "170503"                                                | wrong-field    |
            """)
        void a_body_is_exactly_what_is_asked_for(String body, String slug, @Nullable String field) {
            var answer = post("/open/load", body);
            assertProblem(answer, 400, slug);
            if (field != null) assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "null"})
        void a_body_there_must_be(String body) {
            assertThat(post("/open/load", body).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"a":1} | malformed-json
            {"a":1}x      | malformed-json
            []            | wrong-field
            1e400         | malformed-json
            """)
        void a_kernel_document_is_as_strict(String body, String slug) {
            assertProblem(post("/open/document", body), 400, slug);
        }

        @Test
        void depth_is_limited() {
            String deep = "[".repeat(2_000) + "]".repeat(2_000);
            assertThat(post("/open/load", "{\"waste\":\"1\",\"grams\":1,\"notes\":" + deep + "}")
                            .status())
                    .isEqualTo(400);
            assertProblem(post("/open/document", "{\"a\":" + deep + "}"), 400, "malformed-json");
        }

        @Test
        void what_is_right_comes_through() {
            String right = "{\"waste\":\"170503\",\"grams\":1,\"notes\":[\"wet\"]}";
            assertThat(post("/open/load", right).body()).isEqualTo(right);
            assertThat(post("/open/document", "{\"b\":1,\"a\":\"ü\"}").body()).isEqualTo("{\"a\":\"ü\",\"b\":1}");
        }
    }

    @Nested
    class BodyLimit {
        private final String tooLarge = "{\"waste\":\"" + "1".repeat(4096) + "\",\"grams\":1,\"notes\":[]}";

        @ParameterizedTest
        @ValueSource(strings = {"/open/load", "/open/document"})
        void by_its_announced_length(String path) {
            assertProblem(post(path, tooLarge), 413, "body-too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/open/load", "/open/document"})
        void at_the_first_byte_too_many(String path) {
            var body = BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(tooLarge.getBytes(StandardCharsets.UTF_8)));
            assertProblem(
                    send(request(path)
                            .header("Content-Type", "application/json")
                            .POST(body)),
                    413,
                    "body-too-large");
        }
    }

    @Nested
    class SayingNo {
        @Test
        void a_field_that_the_kernel_refuses_is_named() {
            var answer = call("GET", "/open/wrong", "");
            assertProblem(answer, 400, "wrong-field");
            assertThat(answer.body())
                    .contains("\"field\":\"/data/loadedGrams\"")
                    .contains("\"title\":\"Wrong field\"")
                    .contains("\"detail\":\"/data/loadedGrams should be a whole number of grams\"")
                    .contains("\"status\":400");
        }

        @Test
        void what_is_away_says_when_to_ask_again() {
            var answer = call("GET", "/open/away", "");
            assertProblem(answer, 503, "away");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }

        @Test
        void what_nobody_foresaw_says_nothing() {
            var answer = call("GET", "/open/broken", "");
            assertProblem(answer, 500, "internal");
            assertThat(answer.body()).doesNotContain("swordfish").doesNotContain("IllegalState");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            /open/nowhere             | 404 | not-found
            /open/load                | 405 | method-not-allowed
            /open/numbers/7           | 400 | wrong-field
            /open/numbers/7?times=x   | 400 | wrong-field
            /open/numbers/x?times=7   | 400 | wrong-field
            /open/numbers/7?times=%ZZ | 400 | bad-request
            /open/numbers/7?times=%FF | 400 |
            /open/%00                 | 400 |
            /open;x=1                 | 400 | bad-request
            //open                    | 400 | bad-request
            /open/..%2fsigned-in      | 400 |
            """)
        void a_bad_request_never_breaks_anything(String path, int status, @Nullable String slug) {
            var answer = raw("GET " + path + " HTTP/1.0");
            assertThat(answer.status()).isEqualTo(status);
            if (slug != null) assertProblem(answer, status, slug);
        }

        @ParameterizedTest
        @CsvSource({
            "text/plain,                    415",
            "application/xml,               415",
            "nonsense,                      415",
            "application/json;charset=nope, 415",
            "multipart/form-data,           400",
            "multipart/form-data;boundary=x, 415",
            "application/x-www-form-urlencoded, 400",
        })
        void another_media_type_is_refused(String type, int status) {
            var answer = send(request("/open/load").header("Content-Type", type).POST(BodyPublishers.ofString("%ZZ=")));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).contains(PROBLEMS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "application/xml", "nonsense", "application/problem+xml"})
        void a_problem_stays_a_problem_document_whatever_is_preferred(String accept) {
            var answer = send(request("/open/wrong").header("Accept", accept).GET());
            assertThat(answer.status()).isIn(400, 406);
            assertThat(answer.body()).contains(PROBLEMS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
        void a_form_is_not_even_read(String method) {
            var form = request("/open/load")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString("%ZZ="));
            assertProblem(send(form), 401, "not-signed-in");
        }

        @Test
        void an_unusual_method_is_refused() {
            assertProblem(raw("BREW /open HTTP/1.0"), 400, "bad-request");
        }
    }

    @Test
    void every_answer_brings_the_headers_that_protect_a_browser() {
        for (String path : new String[] {"/open", "/things/mine", "/open/broken"}) {
            var headers = call("GET", path, "").headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            csp -> assertThat(csp).contains("default-src 'none'", "frame-ancestors 'none'"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void while_the_issuer_is_away_a_service_starts_and_asks_callers_to_wait() {
        try (var lonely = TinyService.application()
                .run("--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1")) {
            String base = "http://127.0.0.1:" + port(lonely);
            var request = HttpRequest.newBuilder(URI.create(base + "/signed-in"));
            assertThat(send(HttpRequest.newBuilder(URI.create(base + "/open"))).status())
                    .isEqualTo(200);
            assertProblem(send(request), 401, "not-signed-in");
            var answer = send(request.header("Authorization", "Bearer aa.bb.cc"));
            assertProblem(answer, 503, "away");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static String person(String roles) {
        return token("{\"sub\":\"7f\",\"organisation\":\"" + GREEN_HILL + "\",\"roles\":[" + roles + "]}");
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"" + PROBLEMS + slug + "\"");
    }

    private Answer call(String method, String path, String token) {
        var request = request(path).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return send(request);
    }

    private Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What no client library would send, line by line. */
    private static Answer raw(String lines) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int blank = answer.indexOf("\r\n\r\n");
            var head = answer.substring(0, blank).lines().toList();
            var headers = head.stream()
                    .skip(1)
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
            return new Answer(
                    Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                    HttpHeaders.of(headers, (_, _) -> true),
                    answer.substring(blank + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(ConfigurableApplicationContext service) {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
