package org.wegweis.ledgerbridge.ordering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wegweis.kernel.json.Json;

/** All that the record store has, page by page through tracking-service's door. */
final class StoreRecords implements Records {
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI trackingService;
    private final String token;

    /** @param token of an operator */
    StoreRecords(URI trackingService, String token) {
        this.trackingService = trackingService;
        this.token = token;
    }

    @Override
    public List<Arrival> from(long position, int most) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        trackingService.resolve("/api/records?from=" + position + "&most=" + Math.min(most, PAGE)))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("tracking-service is away", e);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("tracking-service answers " + answer.statusCode());
        }
        var arrivals = new ArrayList<Arrival>();
        if (!(Json.parse(answer.body()) instanceof Json.Arr(var items))) {
            throw new IllegalStateException("tracking-service answers no list of records");
        }
        for (var item : items) {
            if (!(item instanceof Json.Text(String base64)))
                throw new Broken("the store has something else than records");
            var arrival = Arrival.of(
                    0, position + arrivals.size(), Base64.getDecoder().decode(base64));
            if (arrival.position() != position + arrivals.size()) {
                throw new Broken("the store has position " + arrival.position() + " where position "
                        + (position + arrivals.size()) + " should be");
            }
            arrivals.add(arrival);
        }
        if (arrivals.isEmpty()) throw new OutOfReach("the store", position);
        return arrivals;
    }

    @Override
    public void close() {
        http.close();
    }
}
