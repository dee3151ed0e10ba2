package org.wegweis.kernel.permit;

import java.time.LocalDate;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What has happened to a paper. That it runs out is no event: it is asked as of a day. */
public sealed interface Event extends Stated {
    record Filed(Statement statement, Paper paper) implements Event {}

    record Acknowledged(Statement statement) implements Event {}

    record Withdrawn(Statement statement, LocalDate from) implements Event {}

    record GivenUp(Statement statement, LocalDate from) implements Event {}
}
