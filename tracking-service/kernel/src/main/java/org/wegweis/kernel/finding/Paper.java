package org.wegweis.kernel.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.outage.Form;
import org.wegweis.kernel.outage.ReceiptNumber;

/**
 * Paper that stood in for a consignment's note and whose content was stated afterwards (§22 NachwV).
 *
 * @param enteredAt when that was recorded
 * @param over the first instant at which it was too late; none while the outage lasts
 */
public record Paper(
        UUID outage,
        ReceiptNumber number,
        Form form,
        ConsignmentId consignment,
        Instant usedAt,
        Instant enteredAt,
        Optional<Instant> over) {
    /** Filling in takes a while, and clocks differ; ours, no law. */
    private static final Duration AT_ONCE = Duration.ofMinutes(15);

    /** Whether it was stated within ten calendar days of the end of the outage (§22(4)). */
    public boolean inTime() {
        return beforeItWasOver(enteredAt);
    }

    /**
     * Whether it excuses that something was stated late: what happened was written on paper, and reached us within the ten
     * days too.
     */
    boolean excuses(Instant happenedAt, Instant recordedAt) {
        return inTime() && !happenedAt.isBefore(usedAt.minus(AT_ONCE)) && beforeItWasOver(recordedAt);
    }

    private boolean beforeItWasOver(Instant at) {
        return over.map(at::isBefore).orElse(true);
    }
}
