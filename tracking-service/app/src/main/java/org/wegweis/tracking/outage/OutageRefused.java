package org.wegweis.tracking.outage;

import org.wegweis.kernel.outage.Refusal;

/** The rules of an outage forbid it. */
public final class OutageRefused extends RuntimeException {
    private final Refusal reason;

    OutageRefused(Refusal reason) {
        super(reason.toString(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
