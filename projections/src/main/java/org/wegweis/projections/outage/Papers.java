package org.wegweis.projections.outage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.finding.OutageFindings;
import org.wegweis.kernel.finding.OutageFindings.Told;
import org.wegweis.kernel.finding.Paper;
import org.wegweis.kernel.outage.Event;
import org.wegweis.projections.feed.ReadRecord;

/** Which paper stood in for which consignment's note. Reads table {@code record} alone, which is ahead of all others. */
public final class Papers {
    private Papers() {}

    /** The papers that were entered as being about those consignments. */
    public static Map<UUID, List<Paper>> of(JdbcOperations database, Set<UUID> consignments) {
        var papers = new HashMap<UUID, List<Paper>>();
        for (var outage : database.queryForList(
                "select distinct subject from record where type = 'outage.receipt-entered.v1'"
                        + " and data ->> 'consignment' = any (?) order by subject",
                UUID.class,
                new SqlArrayValue(
                        "text", consignments.stream().map(UUID::toString).toArray()))) {
            for (var paper : OutageFindings.papers(told(database, outage))) {
                var consignment = paper.consignment().value();
                if (consignments.contains(consignment)) {
                    papers.computeIfAbsent(consignment, _ -> new ArrayList<>()).add(paper);
                }
            }
        }
        return papers;
    }

    /** The consignments about which that record may change what is found: until an outage ends no paper is late. */
    public static Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return switch (record.event()) {
            case Event.ReceiptEntered entered -> Set.of(entered.consignment().value());
            case Event.Ended _ ->
                OutageFindings.papers(told(database, record.subject())).stream()
                        .map(paper -> paper.consignment().value())
                        .collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    /** All records of an outage. */
    static List<Told> told(JdbcOperations database, UUID outage) {
        return ReadRecord.of(database, outage).stream()
                .map(record -> new Told(record.event(Event.class), record.recordedAt()))
                .toList();
    }
}
