package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Findings;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.outage.Papers;

/** What a consignment's own records let find, beside the paper that stood in for its note. */
@Component
final class OfItsRecords implements FindingSource {
    @Override
    public Map<UUID, List<Findings.Found>> find(
            JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now) {
        var papers = Papers.of(database, consignments.keySet());
        var found = new HashMap<UUID, List<Findings.Found>>();
        consignments.forEach((id, records) ->
                found.put(id, Findings.of(told(records), papers.getOrDefault(id, List.of()), now)));
        return found;
    }

    @Override
    public Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return Papers.touched(database, record);
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
