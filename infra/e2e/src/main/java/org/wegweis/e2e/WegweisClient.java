package org.wegweis.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.standalone.Doors;

/** Calls the public doors, with the token of whoever calls. */
public final class WegweisClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Doors doors;
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    public WegweisClient(Doors doors) {
        this.doors = doors;
    }

    /** Somebody who signs in. */
    public record Person(String signInName, String password) {}

    public Doors doors() {
        return doors;
    }

    /** A token for one person's own calls (client_credentials). */
    public String token(Person person) {
        return tokens.computeIfAbsent(person, this::freshToken);
    }

    private String freshToken(Person person) {
        String basic = Base64.getEncoder()
                .encodeToString((encoded(person.signInName()) + ":" + encoded(person.password()))
                        .getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(doors.identity().resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return Fields.of(exchange(request).require(200).json()).text("access_token");
    }

    public Answer get(URI door, String path, Optional<Person> who) {
        return call("GET", door, path, who, Optional.empty());
    }

    public Answer get(URI door, String path, Person who) {
        return get(door, path, Optional.of(who));
    }

    public Answer post(URI door, String path, Person who, Json body) {
        return call("POST", door, path, Optional.of(who), Optional.of(body.canonical()));
    }

    public Answer put(URI door, String path, Person who, Json body) {
        return call("PUT", door, path, Optional.of(who), Optional.of(body.canonical()));
    }

    /** Any call; a body is sent as JSON. */
    public Answer call(String method, URI door, String path, Optional<Person> who, Optional<String> body) {
        var request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        who.ifPresent(person -> request.header("Authorization", "Bearer " + token(person)));
        return exchange(request);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            long retryAfter = response.headers().firstValueAsLong("Retry-After").orElse(0);
            return new Answer(response.statusCode(), response.body(), retryAfter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
