package org.wegweis.kernel.outage;

import java.time.Instant;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What may be asked of an outage. */
public sealed interface Command extends Stated {
    /** Whoever notices it says so, for its own site (§22(1) Satz 5 NachwV). */
    record Report(Statement statement, SiteNumber site, Cause cause, Instant since) implements Command {}

    /** A load was proved on paper; may come to light after the end. */
    record UseReceipt(Statement statement, ReceiptNumber number, Form form, Instant usedAt) implements Command {}

    /** What the paper says is stated about that consignment now (§22(4) Nr. 1). */
    record EnterReceipt(Statement statement, ReceiptNumber number, ConsignmentId consignment) implements Command {}

    record End(Statement statement, Instant at) implements Command {}
}
