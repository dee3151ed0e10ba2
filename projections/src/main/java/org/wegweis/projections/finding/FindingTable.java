package org.wegweis.projections.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/**
 * Notes which consignments a batch touches. {@link Inspector} reads them a moment later: what goes wrong there, or takes
 * long, holds up no record.
 */
@Component
public final class FindingTable implements ReadModel {
    static final String NOTE = "insert into to_inspect (consignment) values (?)";

    private final Inspection inspection;

    public FindingTable(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        var touched = new HashSet<>(inspection.touched(database, taken));
        for (var record : taken) if (record.event() instanceof Event) touched.add(record.subject());
        note(database, touched);
    }

    private static void note(JdbcOperations database, Set<UUID> touched) {
        database.batchUpdate(
                NOTE, touched.stream().sorted().map(id -> new Object[] {id}).toList());
    }

    /** What a record touches may be written in the same batch. */
    @Override
    public boolean readsOthers() {
        return true;
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate finding, finding_party, party_findings, laender_findings, inspected, to_inspect");
    }
}
