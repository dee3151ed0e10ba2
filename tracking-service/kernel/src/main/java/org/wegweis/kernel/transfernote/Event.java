package org.wegweis.kernel.transfernote;

import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What has happened to a transfer note. */
public sealed interface Event extends Stated {
    record Issued(Statement statement, Content content) implements Event {}

    record Signed(Statement statement) implements Event {}

    record Entered(Statement statement, ConsignmentId consignment) implements Event {}

    record EntryUndone(Statement statement) implements Event {}

    record Cancelled(Statement statement) implements Event {}
}
