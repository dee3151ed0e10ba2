package org.wegweis.kernel.outage;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.statement.StatementId;

/** Where an outage stands. */
public sealed interface State {
    State INITIAL = new NotReported();

    record NotReported() implements State {}

    /** There is an outage, or was one. */
    sealed interface Existing extends State {
        File file();
    }

    record UnderWay(File file) implements Existing {}

    record Over(File file, Instant endedAt) implements Existing {}

    /**
     * What was stated so far.
     *
     * @param obliged whose proof it concerns, at which site
     * @param receipts in the order in which they were stated
     */
    record File(
            Party obliged,
            Cause cause,
            Instant since,
            SequencedMap<ReceiptNumber, Receipt> receipts,
            Set<StatementId> statements) {
        public File {
            receipts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(receipts));
            statements = Set.copyOf(statements);
        }

        public Optional<Receipt> receipt(ReceiptNumber number) {
            return Optional.ofNullable(receipts.get(number));
        }

        File with(StatementId id) {
            var more = new HashSet<>(statements);
            more.add(id);
            return new File(obliged, cause, since, receipts, more);
        }

        File with(ReceiptNumber number, Receipt receipt) {
            var more = new LinkedHashMap<>(receipts);
            more.put(number, receipt);
            return new File(obliged, cause, since, more, statements);
        }
    }

    /** Paper that stood in for a note. */
    record Receipt(Form form, Instant usedAt, Optional<Entry> entry) {}

    /** @param at the clock of whoever stated it */
    record Entry(ConsignmentId consignment, Instant at) {}
}
