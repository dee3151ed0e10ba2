package org.wegweis.ledgerbridge.ordering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.record.Hash;

/**
 * What consecutive records add to the chains of their subjects.
 *
 * @param begun chains whose first record is among them
 * @param goingOn chains that have records already
 */
record Links(List<Link> begun, List<Link> goingOn) {

    /**
     * Some records of one subject that follow on one another.
     *
     * @param firstVersion of the first of them
     * @param previous which record the first of them names as the one before it
     * @param version of the last of them
     * @param hash of the last of them
     */
    record Link(UUID subject, long firstVersion, Optional<Hash> previous, long version, Hash hash) {
        private boolean goesOnWith(Arrival arrival) {
            return arrival.version() == version + 1 && arrival.previous().equals(Optional.of(hash));
        }
    }

    /** Nothing if one of them does not follow on the one of its subject before it. */
    static Optional<Links> of(List<Arrival> arrivals) {
        var links = new LinkedHashMap<UUID, Link>();
        for (var arrival : arrivals) {
            var link = links.get(arrival.subject());
            if (link != null && !link.goesOnWith(arrival)) return Optional.empty();
            links.put(
                    arrival.subject(),
                    new Link(
                            arrival.subject(),
                            link == null ? arrival.version() : link.firstVersion(),
                            link == null ? arrival.previous() : link.previous(),
                            arrival.version(),
                            arrival.hash()));
        }
        var begun = new ArrayList<Link>();
        var goingOn = new ArrayList<Link>();
        links.values().forEach(link -> (link.firstVersion() == 0 ? begun : goingOn).add(link));
        return Optional.of(new Links(begun, goingOn));
    }
}
