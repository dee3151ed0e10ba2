package org.wegweis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class IdentityProviderTest {
    private static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01";
    private static final String CONSOLE = "http://127.0.0.1:8082";
    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext provider;
    private static String base;
    private static String admin;

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));

    @Configuration(proxyBeanMethods = false)
    static class Clock {
        @Bean
        InstantSource clock() {
            return NOW::get;
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException {
        postgres = EmbeddedPostgres.start();
        int port = freePort(); // known before the start: tokens name it
        base = "http://127.0.0.1:" + port;
        provider = IdentityProvider.application()
                .sources(Clock.class)
                .run(
                        "--server.port=" + port,
                        "--wegweis.identity.issuer=" + base,
                        "--wegweis.identity.console=" + CONSOLE,
                        "--wegweis.identity.mobile-api-secret=a secret of services",
                        "--wegweis.keys=" + keys,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres");
        admin = provider.getBean(FirstAdministrator.class).password().orElseThrow();
        enter("hanna.krause");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void enter(String name) {
        var entered = post(
                "/api/people",
                "Bearer " + token(FirstAdministrator.SIGN_IN_NAME, admin),
                "application/json",
                """
                {"signInName":"%s","password":"ein langes Passwort","organisation":"%s",
                 "roles":["dispatcher","authority"],"jurisdiction":["P","L"]}
                """.formatted(name, GREEN_HILL));
        assertThat(entered.statusCode()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws IOException {
        provider.close();
        postgres.close();
    }

    @Test
    void a_person_gets_a_token_that_says_who_acts_for_whom() throws Exception {
        var claims =
                SignedJWT.parse(token("hanna.krause", "ein langes Passwort")).getJWTClaimsSet();
        assertThat(claims.getStringClaim("organisation")).isEqualTo(GREEN_HILL);
        assertThat(claims.getStringListClaim("roles")).containsExactly("authority", "dispatcher");
        assertThat(claims.getStringListClaim("jurisdiction")).containsExactly("L", "P");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("hanna.krause");
        assertThat(claims.getIssuer()).isEqualTo(base);
        assertThat(claims.getSubject()).isNotEqualTo("hanna.krause");
    }

    @Test
    void a_wrong_password_gets_nothing() {
        assertThat(tokenAnswer("hanna.krause", "falsch", "client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(tokenAnswer("nobody", "falsch", "client_credentials").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoever_guesses_waits_and_the_right_password_with_them() {
        enter("otto.ohnesorg");
        String grant = "client_credentials";
        for (int i = 0; i < Throttle.WRONG_IN_A_ROW; i++) {
            assertThat(tokenAnswer("otto.ohnesorg", "falsch", grant).statusCode())
                    .isEqualTo(401);
        }
        var refused = tokenAnswer("otto.ohnesorg", "ein langes Passwort", grant);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(signIn("otto.ohnesorg").headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/login?wait"));
        assertThat(html("/login?wait").body()).contains("Zu viele falsche Passwörter");
        token("hanna.krause", "ein langes Passwort"); // nobody else waits

        NOW.updateAndGet(now -> now.plus(Throttle.WAIT));
        token("otto.ohnesorg", "ein langes Passwort");
        assertThat(tokenAnswer("otto.ohnesorg", "falsch", grant).statusCode()).isEqualTo(401);
        token("otto.ohnesorg", "ein langes Passwort"); // once wrong is once wrong
    }

    @Test
    void the_signing_key_outlives_a_restart_and_only_its_owner_reads_it(@TempDir Path keys) throws IOException {
        var made = SigningKey.in(keys);
        assertThat(SigningKey.in(keys)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(keys.resolve("identity.jwk")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void a_service_gets_its_scope_and_no_role() throws Exception {
        var answer = tokenAnswer("mobile-api", "a secret of services", "client_credentials&scope=statements");
        var claims = SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("scope")).containsExactly("statements");
        assertThat(claims.getClaim("roles")).isNull();
    }

    @Test
    void only_an_operator_enters_people() {
        String body = "{\"signInName\":\"x.y\",\"organisation\":\"" + GREEN_HILL + "\",\"roles\":[\"driver\"]}";
        assertThat(post(
                                "/api/people",
                                "Bearer " + token("hanna.krause", "ein langes Passwort"),
                                "application/json",
                                body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/people", "", "application/json", body).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_field_is_named() {
        var bodies = Map.of(
                "/signInName",
                "{\"signInName\":\"X\",\"organisation\":\"" + GREEN_HILL + "\",\"roles\":[\"driver\"]}",
                "/roles",
                "{\"signInName\":\"x.y\",\"organisation\":\"" + GREEN_HILL + "\",\"roles\":[\"king\"]}",
                "/organisation",
                "{\"signInName\":\"x.y\",\"roles\":[\"driver\"]}",
                "/colour",
                "{\"colour\":\"red\"}");
        bodies.forEach((field, body) -> {
            var answer = post(
                    "/api/people", "Bearer " + token(FirstAdministrator.SIGN_IN_NAME, admin), "application/json", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        });
    }

    @Test
    void the_console_signs_people_in_with_a_proof_key() throws Exception {
        String verifier = "v".repeat(64);
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String authorize = "/oauth2/authorize?response_type=code&client_id=console&scope=openid&state=s&redirect_uri="
                + encoded(CONSOLE + "/") + "&code_challenge_method=S256&code_challenge=" + challenge;

        assertThat(html(authorize).headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/login"));
        assertThat(html("/login").body()).contains("lang=\"de\"");
        var signedIn = signIn("hanna.krause");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        String back = html(authorize).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(CONSOLE + "/?code=");
        String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var answer = post(
                "/oauth2/token",
                "",
                "application/x-www-form-urlencoded",
                "grant_type=authorization_code&client_id=console&redirect_uri=" + encoded(CONSOLE + "/") + "&code="
                        + code + "&code_verifier=" + verifier);
        var claims = SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
        assertThat(claims.getStringClaim("organisation")).isEqualTo(GREEN_HILL);
    }

    @Test
    void without_a_proof_key_the_console_gets_no_code() {
        var answer = html("/oauth2/authorize?response_type=code&client_id=console&scope=openid&state=s&redirect_uri="
                + encoded(CONSOLE + "/"));
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    private HttpResponse<String> signIn(String name) {
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(html("/login").body());
        assertThat(csrf.find()).isTrue();
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form(Map.of("username", name, "password", "ein langes Passwort", "_csrf", csrf.group(1))))));
    }

    private HttpResponse<String> html(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(http, request);
    }

    private static String token(String name, String password) {
        return accessToken(tokenAnswer(name, password, "client_credentials"));
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> tokenAnswer(String name, String password, String grant) {
        String basic = Base64.getEncoder()
                .encodeToString((encoded(name) + ":" + encoded(password)).getBytes(StandardCharsets.UTF_8));
        return post("/oauth2/token", "Basic " + basic, "application/x-www-form-urlencoded", "grant_type=" + grant);
    }

    private static HttpResponse<String> post(String path, String authorization, String type, String body) {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return exchange(HttpClient.newHttpClient(), request);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpResponse<String> exchange(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
