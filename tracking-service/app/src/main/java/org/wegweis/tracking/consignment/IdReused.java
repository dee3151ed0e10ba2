package org.wegweis.tracking.consignment;

import org.wegweis.kernel.statement.StatementId;

/** The id belongs to a statement that says something else. */
final class IdReused extends RuntimeException {
    IdReused(StatementId id) {
        super("the id " + id + " belongs to another statement", null, false, false);
    }
}
