package org.wegweis.tracking.statement;

/** The rules of some room forbid it. Each room has its own, which holds the reason. */
public abstract class Refused extends RuntimeException {
    /** @param reason for logs only */
    protected Refused(String reason) {
        super(reason, null, false, false); // an answer, not a fault: no stack trace
    }
}
