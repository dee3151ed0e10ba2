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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.standalone.Doors;

/** Calls the public doors, with the token of whoever calls. */
public final class WegweisClient {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // it would offer an upgrade with each request, and none is taken
            .connectTimeout(Duration.ofSeconds(5))
            .build();
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

    /** A post that is done once, however often it is sent under that key. */
    public Answer post(URI door, String path, Person who, UUID key, Json body) {
        return exchange("POST", door, path, Optional.of(who), Optional.of(body.canonical()), Optional.of(key));
    }

    public Answer put(URI door, String path, Person who, Json body) {
        return call("PUT", door, path, Optional.of(who), Optional.of(body.canonical()));
    }

    /** Any call; a body is sent as JSON. */
    public Answer call(String method, URI door, String path, Optional<Person> who, Optional<String> body) {
        return exchange(method, door, path, who, body, Optional.empty());
    }

    private Answer exchange(
            String method, URI door, String path, Optional<Person> who, Optional<String> body, Optional<UUID> key) {
        var request = HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        key.ifPresent(id -> request.header("Idempotency-Key", id.toString()));
        if (who.isEmpty()) return exchange(request);
        String token = token(who.get());
        var answer = exchange(request.header("Authorization", "Bearer " + token));
        if (answer.status() != 401) return answer;
        tokens.remove(who.get(), token); // it has run out; others may have a new one already
        return exchange(request.setHeader("Authorization", "Bearer " + token(who.get())));
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
