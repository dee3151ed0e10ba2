package org.wegweis.ledgerbridge.sealing;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;

/** A ledger that can be away. */
public final class SwitchableLedger implements Ledger {
    private final Ledger ledger;
    public volatile boolean away;
    /** What happens just before the next seal. */
    Runnable before = () -> {};

    public SwitchableLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    private Ledger there() {
        if (away) throw new LedgerAway(LedgerAway.At.QUERY, "a test");
        return ledger;
    }

    @Override
    public Sealing seal(Note checkpoint, List<TreeHash> consistency) {
        var first = before;
        before = () -> {};
        first.run();
        return there().seal(checkpoint, consistency);
    }

    @Override
    public Optional<Seal> latest() {
        return there().latest();
    }

    @Override
    public Optional<Seal> at(long size) {
        return there().at(size);
    }

    @Override
    public List<Seal> history(long above, int most) {
        return there().history(above, most);
    }
}
