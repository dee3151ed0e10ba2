package org.wegweis.ledgerbridge.gathering;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * One record and what its vault holds beside it.
 *
 * @param position where the record is in the log, as tracking-service says
 */
public record Told(
        long position,
        EventRecord record,
        Hash entry,
        List<Evidence.Disclosure> disclosures,
        Optional<Evidence.SignedStatement> statement) {
    public Told {
        disclosures = List.copyOf(disclosures);
    }
}
