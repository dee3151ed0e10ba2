package org.wegweis.ledgerbridge.sealing;

import java.util.List;
import org.wegweis.evidence.seal.LedgerAway;

/** The logs that are sealed on the same ledger, this one among them, by the word of whoever answers for the ledger. */
@FunctionalInterface
public interface NeighbourLogs {

    /** @throws LedgerAway if nobody answers */
    List<NeighbourLog> logs();

    /**
     * One log.
     *
     * @param owner the organisation that registered it, or got it
     * @param kind of records, for example {@code waste-routes}
     * @param sealedSize of its largest sealed head; 0 if there is none
     * @param equivocations how many heads are kept that its key has signed and that contradict a sealed one
     */
    record NeighbourLog(String origin, String owner, String kind, long sealedSize, int equivocations) {}
}
