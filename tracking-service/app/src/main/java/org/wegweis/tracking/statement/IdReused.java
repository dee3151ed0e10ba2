package org.wegweis.tracking.statement;

import org.wegweis.kernel.statement.StatementId;

/** The id belongs to a statement that says something else. */
public final class IdReused extends RuntimeException {
    public IdReused(StatementId id) {
        super("the id " + id + " belongs to another statement", null, false, false);
    }
}
