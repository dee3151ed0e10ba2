package org.wegweis.projections.neighbour;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Another door, asked with little patience: what it says is shown where it is there, and missing where not. */
final class Neighbour {
    private final RestClient http;
    private final URI url;

    Neighbour(URI url) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build());
        factory.setReadTimeout(Duration.ofSeconds(2));
        this.http = RestClient.builder().requestFactory(factory).build();
        this.url = url;
    }

    /**
     * Asks.
     *
     * @param token the caller's own, or null where the door is open to anybody
     * @throws RestClientException if it is away, refuses, or answers what nobody understands
     */
    <T> @Nullable T get(String path, @Nullable String token, ParameterizedTypeReference<T> type) {
        var request = http.get().uri(URI.create(url + path));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return request.retrieve().body(type);
    }
}
