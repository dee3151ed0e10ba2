package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Findings;
import org.wegweis.projections.feed.ReadRecord;

/** What a consignment's own records let find. */
@Component
final class OfItsRecords implements FindingSource {
    @Override
    public List<Findings.Found> find(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return Findings.of(told(consignment), now);
    }

    @Override
    public boolean pending(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return Findings.pending(told(consignment), now);
    }

    private static List<Findings.Told> told(List<ReadRecord> consignment) {
        return consignment.stream()
                .map(record -> new Findings.Told(record.event(Event.class), record.recordedAt()))
                .toList();
    }
}
