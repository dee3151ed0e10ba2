package org.wegweis.tracking.transfernote;

import org.wegweis.kernel.transfernote.Refusal;

/** The transfer note's rules forbid it. */
public final class TransferNoteRefused extends RuntimeException {
    private final Refusal reason;

    TransferNoteRefused(Refusal reason) {
        super(reason.toString(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
