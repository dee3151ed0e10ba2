package org.wegweis.tracking.consignment;

import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The consignment's rules forbid it. */
public final class CommandRefused extends Refused {
    private final Refusal reason;

    CommandRefused(Refusal reason) {
        super(reason, ConsignmentProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
