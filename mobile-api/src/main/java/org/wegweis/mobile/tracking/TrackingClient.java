package org.wegweis.mobile.tracking;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** Asks tracking-service, as a service with a token of its own. */
@Component
public class TrackingClient {
    private final RestClient http;
    private final Settings settings;
    private final ServiceClient client;
    private final InstantSource clock;
    private volatile Optional<Token> token = Optional.empty();

    private record Token(String value, Instant goodUntil) {}

    /** @param url tracking-service's address */
    @ConfigurationProperties("wegweis.tracking-service")
    record Settings(URI url) {}

    /**
     * How this service proves who it is (client_credentials, RFC 6749 §4.4).
     *
     * @param tokenUri the issuer's token endpoint
     */
    @ConfigurationProperties("wegweis.service-client")
    record ServiceClient(String id, String secret, URI tokenUri) {}

    TrackingClient(Settings settings, ServiceClient client, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // it would offer an upgrade with each request, and none is taken
                .connectTimeout(Duration.ofSeconds(2))
                .build());
        factory.setReadTimeout(Duration.ofSeconds(30));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * Forwards verified statements.
     *
     * @return one result each, in order
     * @throws Problem 503 if tracking-service or the issuer is away; whether anything was recorded is unknown, and
     *     sending the same again tells
     */
    public Json.Arr state(Json.Arr statements) {
        if (ask("POST", "/api/statements", Optional.of(statements)).orElse(null) instanceof Json.Arr results
                && results.items().size() == statements.items().size()) {
            return results;
        }
        throw Problem.away("The tracking service");
    }

    /** What was opened, corrections applied, and where it stands; empty if there is no such consignment. */
    public Optional<Json.Obj> opening(String consignment) {
        return ask("GET", "/api/consignments/" + consignment + "/opening", Optional.empty())
                .map(Json.Obj.class::cast);
    }

    private Optional<Json> ask(String method, String path, Optional<Json> body) {
        for (int tried = 1; ; tried++) {
            try {
                var request = http.method(HttpMethod.valueOf(method))
                        .uri(settings.url().resolve(path))
                        .header("Authorization", "Bearer " + token());
                body.ifPresent(
                        json -> request.contentType(MediaType.APPLICATION_JSON).body(json.canonicalBytes()));
                byte[] answer = request.retrieve().body(byte[].class);
                return Optional.ofNullable(answer).map(Json::parse);
            } catch (RestClientResponseException e) {
                HttpStatusCode status = e.getStatusCode();
                if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) return Optional.empty();
                if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED) && tried == 1) {
                    token = Optional.empty(); // the issuer may have a new key
                    continue;
                }
                // Whatever else it refuses, we asked wrongly: a fault of ours, not something that goes away.
                if (status.is4xxClientError()) throw new IllegalStateException("refused: " + method + " " + path, e);
                throw Problem.away("The tracking service");
            } catch (ResourceAccessException | IllegalArgumentException e) {
                throw Problem.away("The tracking service");
            }
        }
    }

    private String token() {
        var now = clock.instant();
        var kept = token.filter(some -> now.isBefore(some.goodUntil()));
        if (kept.isPresent()) return kept.get().value();
        byte[] answer = http.post()
                .uri(client.tokenUri())
                .headers(headers -> headers.setBasicAuth(client.id(), client.secret(), StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials&scope=statements")
                .retrieve()
                .body(byte[].class);
        if (answer == null) throw Problem.away("The identity provider");
        var fields = Fields.of(Json.parse(answer));
        var fresh = new Token(
                fields.text("access_token"),
                now.plusSeconds(fields.integer("expires_in")).minus(Duration.ofMinutes(1)));
        token = Optional.of(fresh);
        return fresh.value();
    }
}
