package org.wegweis.evidence.seal;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;

/**
 * Seals the heads of one log, each extending the one before. What it promises is written down in the abstract test
 * {@code LedgerContract}, which every adapter passes.
 */
public interface Ledger {

    /**
     * Seals a checkpoint. A head that is sealed already gets its first seal again.
     *
     * @param consistency proof from the latest sealed head to this one; empty while nothing is sealed
     * @throws LedgerAway if the ledger cannot be asked now
     */
    Sealing seal(Note checkpoint, List<TreeHash> consistency);

    /** The seal of the largest head. */
    Optional<Seal> latest();

    /** The seal of the head of that size. */
    Optional<Seal> at(long size);

    /**
     * Seals by rising size.
     *
     * @param above only heads of more entries than that
     * @param most how many at most
     */
    List<Seal> history(long above, int most);
}
