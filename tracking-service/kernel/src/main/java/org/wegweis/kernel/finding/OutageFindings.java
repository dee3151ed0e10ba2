package org.wegweis.kernel.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.kernel.statement.StatementId;

/** Reads an outage's records, and the clock of whoever asks, for paper whose content was not stated in time (§22(4) NachwV). */
public final class OutageFindings {
    private final Map<ReceiptNumber, Told> used = new LinkedHashMap<>();
    private final Map<ReceiptNumber, Told> entered = new LinkedHashMap<>();
    private Optional<Instant> over = Optional.empty();

    private OutageFindings(List<Told> told) {
        for (var record : told) {
            switch (record.event()) {
                case Event.Reported _ -> {}
                case Event.ReceiptUsed(var _, var number, var _, var _) -> used.put(number, record);
                case Event.ReceiptEntered(var _, var number, var _) -> entered.put(number, record);
                case Event.Ended(var _, var at) -> over = Optional.of(Deadline.SENT_AGAIN_AFTER_AN_OUTAGE.over(at));
            }
        }
    }

    /** A record's event, and when it was recorded. */
    public record Told(Event event, Instant recordedAt) {}

    /**
     * Something found.
     *
     * @param at the statement that it is about
     * @param since from when on it was so
     */
    public record Found(Finding finding, ReceiptNumber receipt, StatementId at, Instant since) {}

    /**
     * What there is to find. While an outage lasts, nothing is: the ten days begin with its end.
     *
     * @param told all records of one outage, in their order
     */
    public static List<Found> of(List<Told> told, Instant now) {
        var outage = new OutageFindings(told);
        return outage.over.map(over -> outage.find(over, now)).orElse(List.of());
    }

    private List<Found> find(Instant over, Instant now) {
        var found = new ArrayList<Found>();
        used.forEach((number, use) -> {
            var entry = entered.get(number);
            if (entry == null) {
                if (!now.isBefore(over)) found.add(found(Finding.RECEIPT_OVERDUE, number, use, over));
            } else if (!entry.recordedAt().isBefore(over)) {
                found.add(found(Finding.RECEIPT_LATE, number, entry, entry.recordedAt()));
            }
        });
        return List.copyOf(found);
    }

    private static Found found(Finding finding, ReceiptNumber number, Told told, Instant since) {
        return new Found(finding, number, told.event().statement().id(), since);
    }

    /** The paper of that outage whose content was stated, with the consignment it was about. */
    public static List<Paper> papers(List<Told> told) {
        var outage = new OutageFindings(told);
        var papers = new ArrayList<Paper>();
        outage.entered.forEach((number, entry) -> {
            if (entry.event() instanceof Event.ReceiptEntered(var s, var _, var consignment)
                    && outage.used.get(number) instanceof Told(Event.ReceiptUsed use, var _)) {
                papers.add(new Paper(
                        s.subject(), number, use.form(), consignment, use.usedAt(), entry.recordedAt(), outage.over));
            }
        });
        return List.copyOf(papers);
    }
}
