package org.wegweis.tracking.consignment;

import org.wegweis.kernel.consignment.Refusal;

/** The consignment's rules forbid it. */
public final class CommandRefused extends RuntimeException {
    private final Refusal reason;

    CommandRefused(Refusal reason) {
        super(reason.toString(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
