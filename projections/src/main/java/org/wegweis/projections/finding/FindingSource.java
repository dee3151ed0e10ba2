package org.wegweis.projections.finding;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
     * What there is to find, by consignment; one about which there is nothing may be left out. Many are asked about at once:
     * who reads the database reads it once for all of them.
     *
     * @param database for what their records alone do not say; to be read only
     * @param consignments each with all its records, in their order, at least one
     */
    Map<UUID, List<Found>> find(JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now);

    /** The consignments about which a record of another subject may change what is found. */
    default Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return Set.of();
    }

    /** The same of some records at once; they are written already. */
    default Set<UUID> touched(JdbcOperations database, List<ReadRecord> taken) {
        var touched = new HashSet<UUID>();
        for (var record : taken) touched.addAll(touched(database, record));
        return touched;
    }

    /** Whether time alone may still change what is found about a consignment that has come to its end. */
    default boolean pending(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        return false;
    }
}
