package org.wegweis.tracking.permit;

import org.wegweis.kernel.permit.Refusal;

/** The rules of a paper forbid it. */
public final class PermitRefused extends RuntimeException {
    private final Refusal reason;

    PermitRefused(Refusal reason) {
        super(reason.toString(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
