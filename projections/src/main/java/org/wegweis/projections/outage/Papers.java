package org.wegweis.projections.outage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.wegweis.kernel.finding.OutageFindings;
import org.wegweis.kernel.finding.OutageFindings.Told;
import org.wegweis.kernel.finding.Paper;
import org.wegweis.kernel.outage.Event;
import org.wegweis.projections.feed.ReadRecord;

/** Which paper stood in for which consignment's note. Reads table {@code record} alone, which is ahead of all others. */
public final class Papers {
    private Papers() {}

    /** The paper that was entered as being about that consignment. */
    public static List<Paper> of(JdbcOperations database, UUID consignment) {
        return database
                .queryForList(
                        "select distinct subject from record where type = 'outage.receipt-entered.v1'"
                                + " and data ->> 'consignment' = ? order by subject",
                        UUID.class,
                        consignment.toString())
                .stream()
                .flatMap(outage -> OutageFindings.papers(told(database, outage)).stream())
                .filter(paper -> paper.consignment().value().equals(consignment))
                .toList();
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
