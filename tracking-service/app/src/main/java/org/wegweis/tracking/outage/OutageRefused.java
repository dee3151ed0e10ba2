package org.wegweis.tracking.outage;

import org.wegweis.kernel.outage.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The rules of an outage forbid it. */
public final class OutageRefused extends Refused {
    private final Refusal reason;

    OutageRefused(Refusal reason) {
        super(reason, OutageProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
