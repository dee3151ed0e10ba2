package org.wegweis.tracking.consignment;

import org.wegweis.kernel.statement.StatementId;

/** The consignment holds that statement already. */
final class StatementKnown extends RuntimeException {
    private final StatementId id;

    StatementKnown(StatementId id) {
        super("statement " + id + " is known", null, false, false); // an answer, not a fault: no stack trace
        this.id = id;
    }

    StatementId id() {
        return id;
    }
}
