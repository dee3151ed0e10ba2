package org.wegweis.kernel.consignment;

import org.wegweis.kernel.statement.StatementId;

/** The answer to a command. */
public sealed interface Decision {
    record Accepted(Event event) implements Decision {}

    /** The statement is there already; whether it says the same is for the one who holds both to compare. */
    record Known(StatementId id) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
