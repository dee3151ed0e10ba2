package org.wegweis.kernel.certificate;

import org.wegweis.kernel.statement.StatementId;

/** The answer to a command. */
public sealed interface Decision {
    record Accepted(Event event) implements Decision {}

    /** That statement was accepted before. */
    record Known(StatementId id) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
