package org.wegweis.ledgerbridge.sealing;

import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

/** How far the log, its signature and its seal are. */
public final class LogStatus {
    private final LogStore store;
    private final Checkpoints checkpoints;
    private final Ledger ledger;

    public LogStatus(LogStore store, Checkpoints checkpoints, Ledger ledger) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
    }

    public long records() {
        return store.size();
    }

    public long signedSize() {
        return checkpoints
                .latest()
                .map(Note::text)
                .map(Checkpoint::parse)
                .map(checkpoint -> checkpoint.head().size())
                .orElse(0L);
    }

    public long sealedSize() {
        return ledger.latest().map(Seal::head).map(head -> head.size()).orElse(0L);
    }

    /** How many signed heads wait for the ledger. */
    public long backlog() {
        return checkpoints.above(sealedSize());
    }
}
