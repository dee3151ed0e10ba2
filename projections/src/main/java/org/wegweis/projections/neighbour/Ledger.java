package org.wegweis.projections.neighbour;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** How far ledger-bridge has come with log and seals. */
@Component
public class Ledger {
    private static final Duration LASTS = Duration.ofSeconds(1);

    private final Neighbour bridge;
    private final InstantSource clock;
    private volatile Asked asked = new Asked(Optional.empty(), Instant.MIN);

    Ledger(@Value("${wegweis.ledger-bridge.url}") URI url, InstantSource clock) {
        this.bridge = new Neighbour(url);
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param signedSize every position below is under a signed checkpoint
     * @param sealedSize every position below is sealed on the ledger
     * @param independent whether somebody other than the operator seals
     */
    public record Status(long records, long signedSize, long sealedSize, String ledger, boolean independent) {}

    private record Asked(Optional<Status> status, Instant at) {}

    /** Empty while ledger-bridge is away. */
    public Optional<Status> status() {
        if (asked.at().plus(LASTS).isAfter(clock.instant())) return asked.status();
        Optional<Status> status;
        try {
            status = Optional.ofNullable(bridge.get("/api/status", null, new ParameterizedTypeReference<Status>() {}));
        } catch (RestClientException e) {
            status = Optional.empty();
        }
        asked = new Asked(status, clock.instant());
        return status;
    }
}
