package org.wegweis.tracking.permit;

import org.wegweis.kernel.permit.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The rules of a paper forbid it. */
public final class PermitRefused extends Refused {
    private final Refusal reason;

    PermitRefused(Refusal reason) {
        super(reason, PermitProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
