package org.wegweis.tracking.statement;

import org.wegweis.kernel.statement.StatementId;

/** Its subject holds that statement already. */
public final class StatementKnown extends RuntimeException {
    public StatementKnown(StatementId id) {
        super("statement " + id + " is known", null, false, false); // an answer, not a fault: no stack trace
    }
}
