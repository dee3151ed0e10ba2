package org.wegweis.tracking.transfernote;

import org.wegweis.kernel.transfernote.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The transfer note's rules forbid it. */
public final class TransferNoteRefused extends Refused {
    private final Refusal reason;

    TransferNoteRefused(Refusal reason) {
        super(reason, TransferNoteProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
