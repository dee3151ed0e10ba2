package org.wegweis.kernel.outage;

import java.time.Instant;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What has happened in an outage. */
public sealed interface Event extends Stated {
    record Reported(Statement statement, SiteNumber site, Cause cause, Instant since) implements Event {}

    record ReceiptUsed(Statement statement, ReceiptNumber number, Form form, Instant usedAt) implements Event {}

    record ReceiptEntered(Statement statement, ReceiptNumber number, ConsignmentId consignment) implements Event {}

    record Ended(Statement statement, Instant at) implements Event {}
}
