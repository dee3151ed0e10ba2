package org.wegweis.tracking.statement;

import org.wegweis.door.Problem;

/** The rules of some room forbid it. Each room has its own, which holds the reason. */
public abstract class Refused extends RuntimeException {
    private final transient Problem problem;

    /**
     * An answer, not a fault: without a stack trace.
     *
     * @param reason for logs only
     * @param problem what is answered
     */
    protected Refused(Object reason, Problem problem) {
        super(reason.toString(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
