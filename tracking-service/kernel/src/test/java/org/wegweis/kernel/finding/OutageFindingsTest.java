package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.finding.OutageFindings.Found;
import org.wegweis.kernel.finding.OutageFindings.Told;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.outage.Cause;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.outage.Form;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;

/** Two receipts were used on 23 November; the outage ended the same day. */
class OutageFindingsTest {
    private static final ReceiptNumber ONE = new ReceiptNumber("001");
    private static final ReceiptNumber TWO = new ReceiptNumber("002");
    /** Berlin's midnight after 3 December. */
    private static final Instant OVER = Instant.parse("2026-12-03T23:00:00Z");

    private final List<Told> told = new ArrayList<>();

    @BeforeEach
    void used() {
        tell(NOON, s -> new Event.Reported(s, new SiteNumber("L00000042"), Cause.DEVICE, NOON.minusSeconds(60)));
        tell(NOON, s -> new Event.ReceiptUsed(s, ONE, Form.FALLBACK_RECEIPT, NOON));
        tell(NOON, s -> new Event.ReceiptUsed(s, TWO, Form.PAPER_NOTE, NOON));
    }

    @Test
    void while_it_lasts_nothing_is_overdue() {
        assertThat(OutageFindings.of(told, NOON.plus(Duration.ofDays(100)))).isEmpty();
    }

    @Test
    @Shows(Rule.SENT_AGAIN)
    void the_tenth_calendar_day_after_its_end_is_the_last() {
        end();
        assertThat(OutageFindings.of(told, OVER.minusMillis(1))).isEmpty();
        assertThat(OutageFindings.of(told, OVER))
                .containsExactly(
                        new Found(Finding.RECEIPT_OVERDUE, ONE, statement(1), OVER),
                        new Found(Finding.RECEIPT_OVERDUE, TWO, statement(2), OVER));
    }

    @Test
    @Shows(Rule.SENT_AGAIN)
    void what_counts_is_when_it_reached_us() {
        end();
        tell(OVER.minusMillis(1), s -> new Event.ReceiptEntered(s, ONE, SOIL));
        tell(OVER, s -> new Event.ReceiptEntered(s, TWO, SOIL));
        assertThat(OutageFindings.of(told, OVER.plus(Duration.ofDays(5))))
                .containsExactly(new Found(Finding.RECEIPT_LATE, TWO, statement(5), OVER));
    }

    @Test
    void paper_that_comes_to_light_after_the_ten_days_is_overdue_at_once() {
        end();
        var three = new ReceiptNumber("003");
        tell(OVER.plusSeconds(1), s -> new Event.ReceiptUsed(s, three, Form.FALLBACK_RECEIPT, NOON));
        assertThat(OutageFindings.of(told, OVER.plusSeconds(2)))
                .extracting(Found::receipt)
                .contains(three);
    }

    @Test
    void paper_is_known_once_its_consignment_is() {
        assertThat(OutageFindings.papers(told)).isEmpty();
        end();
        tell(OVER, s -> new Event.ReceiptEntered(s, TWO, SOIL));
        assertThat(OutageFindings.papers(told))
                .containsExactly(new Paper(id(700), TWO, Form.PAPER_NOTE, SOIL, NOON, OVER, Optional.of(OVER)));
        assertThat(OutageFindings.papers(told).getFirst().inTime()).isFalse();
    }

    private void end() {
        tell(NOON, s -> new Event.Ended(s, NOON));
    }

    private StatementId statement(int number) {
        return new StatementId(id(800 + number));
    }

    private interface Telling {
        Event of(Statement statement);
    }

    private void tell(Instant recordedAt, Telling what) {
        var s = new Statement(statement(told.size()), id(700), LANDFILL_GATE, NOON, new TreeMap<>(), Optional.empty());
        told.add(new Told(what.of(s), recordedAt));
    }
}
