package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.List;
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
        return sources.stream()
                .flatMap(source -> source.find(database, consignment, now).stream())
                .toList();
    }

    /** The consignments, other than its subject, about which a record may change what is found. */
    Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return sources.stream()
                .flatMap(source -> source.touched(database, record).stream())
                .collect(Collectors.toSet());
    }

    /** Whether time alone may still change what is found about a consignment that has come to its end. */
    boolean pending(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return sources.stream().anyMatch(source -> source.pending(database, consignment, now));
    }
}
