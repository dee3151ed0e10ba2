package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.projections.feed.ReadRecord;

/** The one place that gathers findings. */
@Component
public final class Inspection {
    private final List<FindingSource> sources;

    public Inspection(List<FindingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Everything that is found about a consignment at that moment, for whomever.
     *
     * @param consignment all its records, in their order
     */
    public List<Found> of(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        var id = consignment.getFirst().subject();
        return of(database, Map.of(id, consignment), now).getOrDefault(id, List.of());
    }

    /** The same of some consignments at once. */
    Map<UUID, List<Found>> of(JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now) {
        var all = new HashMap<UUID, List<Found>>();
        for (var source : sources) {
            source.find(database, consignments, now)
                    .forEach((id, found) ->
                            all.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(found));
        }
        return all;
    }

    /** The consignments, other than their subjects, about which these records may change what is found. */
    Set<UUID> touched(JdbcOperations database, List<ReadRecord> taken) {
        return sources.stream()
                .flatMap(source -> source.touched(database, taken).stream())
                .collect(Collectors.toSet());
    }

    /** Whether time alone may still change what is found about a consignment that has come to its end. */
    boolean pending(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return sources.stream().anyMatch(source -> source.pending(database, consignment, now));
    }
}
