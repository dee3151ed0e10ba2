package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.projections.feed.ReadRecord;

/**
 * Finds something about a consignment. Every bean of this kind is asked, for a route as for the table of findings: it knows
 * no caller, asks no neighbour, and at the same moment finds the same in the same tables.
 */
public interface FindingSource {

    /**
     * What there is to find.
     *
     * @param database for what its records alone do not say; to be read only
     * @param consignment all records of one consignment, in their order, at least one
     */
    List<Found> find(JdbcOperations database, List<ReadRecord> consignment, Instant now);

    /** The consignments about which a record of another subject may change what is found. */
    default Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return Set.of();
    }

    /** Whether time alone may still change what is found about a consignment that has come to its end. */
    default boolean pending(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return false;
    }
}
