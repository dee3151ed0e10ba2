package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.consignment.Agreement;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.outage.Form;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** What is found about a load, and what is not: a load without fault has no findings. */
class FindingsTest {
    private static final Set<Finding> SHOWN = EnumSet.noneOf(Finding.class);
    /** Found by readers of more than the consignment's own records, who have tests of their own. */
    private static final Set<Finding> OF_OTHERS = EnumSet.of(
            Finding.NOT_VALID, // CertificateFindingsTest
            Finding.OVER_QUANTITY, // CertificateFindingsTest
            Finding.OVER_TWENTY_TONNES, // CertificateFindingsTest
            Finding.NO_ONWARD_LINK, // StockFindingsTest
            Finding.SOURCES_NOT_STATED, // StockFindingsTest
            Finding.PASSED_ON_MASS_DIFFERS, // StockFindingsTest
            Finding.MIXED_HAZARDOUS, // StockFindingsTest
            Finding.RECEIPT_OVERDUE, // OutageFindingsTest
            Finding.OVER_SMALL_AMOUNT, // SmallAmountsTest
            Finding.FAR_AWAY); // FarAwayTest

    private final List<Told> told = new ArrayList<>();
    private Instant now = NOON;

    @AfterAll
    static void every_finding_was_found_once() {
        var elsewhere = EnumSet.copyOf(OF_OTHERS);
        elsewhere.addAll(PaperFindingsTest.OF_PAPERS);
        assertThat(SHOWN).isEqualTo(EnumSet.complementOf(elsewhere));
    }

    @Test
    void a_load_without_fault_has_none() {
        whole();
        assertThat(found()).isEmpty();
    }

    @Test
    void the_generators_name_is_missing() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
        assertThat(found()).isEmpty();
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        finds(Finding.GENERATOR_HAS_NOT_SIGNED);
    }

    @Test
    void the_generator_signed_hours_later() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        pass(Duration.ofHours(2));
        say(GREEN_HILL_OFFICE, Event.Released::new);
        finds(Finding.GENERATOR_SIGNED_LATE);
    }

    @Test
    void the_next_carrier_went_on_without_signing() {
        onTheRoad();
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        assertThat(found()).isEmpty();
        say(SLOW_DRIVER, Event.Delivered::new);
        finds(Finding.HAND_HAS_NOT_SIGNED);
    }

    @Test
    void a_take_over_signed_later_needs_an_agreement() {
        onTheRoad();
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        pass(Duration.ofHours(1));
        say(SLOW_DRIVER, s -> new Event.TakenOver(s, Agreement.NONE));
        finds(Finding.HAND_SIGNED_LATE);
    }

    @Test
    void where_it_is_agreed_in_writing_it_may_be_later() {
        onTheRoad();
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        pass(Duration.ofHours(1));
        say(SLOW_DRIVER, s -> new Event.TakenOver(s, Agreement.IN_WRITING));
        assertThat(found()).isEmpty();
    }

    @Test
    void hazardous_waste_needs_a_certificate() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, opening(soil().generator(), kg(8_900), false)));
        finds(Finding.NO_CERTIFICATE);
    }

    @Test
    void a_collection_came_without_transfer_notes() {
        var all = new Party(FAST_WHEELS, SiteNumber.ofCollectionIn(Land.P));
        say(FAST_OFFICE, s -> new Event.Opened(s, opening(all, kg(500), true)));
        say(FAST_OFFICE, Event.Released::new);
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        assertThat(found()).isEmpty();
        say(FAST_DRIVER, Event.Delivered::new);
        finds(Finding.NO_TRANSFER_NOTES);
    }

    @Test
    void the_plant_has_ten_calendar_days() {
        delivered();
        var accepted = now;
        pass(Duration.ofDays(11));
        record(LANDFILL_GATE, accepted, s -> new Event.Accepted(s, kg(8_900)));
        finds(Finding.NOTE_TO_THE_AUTHORITY_LATE);
    }

    @Test
    void in_practice_the_plant_has_five_days() {
        delivered();
        var accepted = now;
        pass(Duration.ofDays(6));
        record(LANDFILL_GATE, accepted, s -> new Event.Accepted(s, kg(8_900)));
        finds(Finding.PLANT_STATES_LATE);
    }

    @Test
    void in_practice_the_authority_has_it_within_fifteen_days() {
        delivered();
        var accepted = now;
        pass(Duration.ofDays(16));
        record(LANDFILL_GATE, accepted, s -> new Event.Accepted(s, kg(8_900)));
        finds(Finding.NOTE_TO_THE_AUTHORITY_LATE, Finding.NOTE_ARRIVES_LATE);
    }

    @Test
    void a_correction_waits_and_only_the_parties_are_told() {
        whole();
        var last = told.getLast().event().statement().id();
        say(LANDFILL_OFFICE, s -> new Event.Corrected(s, last, toMass(kg(8_800))));
        finds(Finding.CORRECTION_UNDECIDED);
        assertThat(Finding.CORRECTION_UNDECIDED.audience()).containsExactly(Finding.Audience.PARTIES);
    }

    @Test
    void in_practice_no_load_is_on_the_road_for_more_than_seven_days() {
        onTheRoad();
        pass(Duration.ofDays(7));
        assertThat(found()).isEmpty();
        pass(Duration.ofDays(1));
        finds(Finding.LONG_ON_THE_ROAD);
        say(FAST_DRIVER, Event.Delivered::new);
        finds(Finding.LONG_ON_THE_ROAD);
    }

    @Test
    void a_rejected_load_arrives_somewhere() {
        delivered();
        assertThat(Findings.pending(told, now)).isFalse();
        say(LANDFILL_GATE, s -> new Event.Rejected(s, Reason.CONTAMINATED, Optional.empty()));
        assertThat(found()).isEmpty();
        assertThat(Findings.pending(told, now)).isTrue();
        pass(Duration.ofDays(8));
        finds(Finding.REJECTED_AND_NOT_ARRIVED);
        assertThat(Findings.pending(told, now)).isFalse();
        say(GREEN_HILL_OFFICE, s -> new Event.TakenBack(s, kg(8_900)));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_tenth_more_or_less_is_odd() {
        delivered();
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_010)));
        assertThat(found()).isEmpty();
        told.removeLast();
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_009)));
        finds(Finding.MASS_DIFFERS);
    }

    @Test
    void a_part_rejected_counts_as_weighed() {
        delivered();
        say(LANDFILL_GATE, s -> new Event.PartlyAccepted(s, kg(4_000), kg(4_900), Reason.CAPACITY, Optional.empty()));
        assertThat(found()).isEmpty();
    }

    @Test
    void no_lorry_carries_forty_five_tonnes() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, opening(soil().generator(), kg(45_000), true)));
        finds(Finding.HEAVIER_THAN_A_LORRY);
    }

    @Test
    void a_plant_that_is_its_own_generator_is_odd() {
        var own = new Party(NORTH_LANDFILL, soil().plant().site());
        say(LANDFILL_OFFICE, s -> new Event.Opened(s, opening(own, kg(5), true)));
        finds(Finding.GENERATOR_IS_PLANT);
    }

    @Nested
    class WithPaperOfAnOutage {
        /** In force when the load was picked up; the outage ended at noon and the ten days are over on 4 December. */
        private Paper paper(Instant enteredAt) {
            return new Paper(
                    id(900),
                    new ReceiptNumber("2026-0042"),
                    Form.FALLBACK_RECEIPT,
                    SOIL,
                    NOON.minus(Duration.ofMinutes(10)),
                    enteredAt,
                    Optional.of(Deadline.SENT_AGAIN_AFTER_AN_OUTAGE.over(NOON)));
        }

        private List<Finding> found(Paper paper) {
            return Findings.of(told, List.of(paper), now).stream()
                    .map(Findings.Found::finding)
                    .toList();
        }

        /** All words about what happened at noon, recorded days later. */
        private void statedAfter(Duration time) {
            say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
            say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.of(kg(8_900))));
            say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
            pass(time);
            say(GREEN_HILL_OFFICE, Event.Released::new);
            say(SLOW_DRIVER, s -> new Event.TakenOver(s, Agreement.NONE));
            record(SLOW_DRIVER, NOON, Event.Delivered::new);
            record(LANDFILL_GATE, NOON, s -> new Event.Accepted(s, kg(8_900)));
        }

        @Test
        @Shows(Rule.PAPER_EXCUSES_LATE_WORDS)
        void what_was_on_paper_is_not_late_within_the_ten_days() {
            statedAfter(Duration.ofDays(9));
            assertThat(FindingsTest.this.found())
                    .containsExactly(
                            Finding.GENERATOR_SIGNED_LATE, Finding.HAND_SIGNED_LATE, Finding.PLANT_STATES_LATE);
            assertThat(found(paper(now))).isEmpty();
        }

        @Test
        @Shows(Rule.PAPER_EXCUSES_LATE_WORDS)
        void what_comes_after_the_ten_days_is_late_although_the_paper_was_entered_in_time() {
            statedAfter(Duration.ofDays(11));
            assertThat(found(paper(NOON.plus(Duration.ofDays(1)))))
                    .containsExactly(
                            Finding.GENERATOR_SIGNED_LATE,
                            Finding.HAND_SIGNED_LATE,
                            Finding.NOTE_TO_THE_AUTHORITY_LATE);
        }

        @Test
        void what_happened_before_the_paper_was_used_is_not_excused() {
            statedAfter(Duration.ofDays(6));
            var later = new Paper(
                    id(900),
                    new ReceiptNumber("2026-0042"),
                    Form.PAPER_NOTE,
                    SOIL,
                    NOON.plus(Duration.ofHours(1)),
                    now,
                    Optional.empty());
            assertThat(found(later)).contains(Finding.GENERATOR_SIGNED_LATE, Finding.PLANT_STATES_LATE);
        }

        @Test
        @Shows(Rule.SENT_AGAIN)
        void paper_entered_late_excuses_nothing_and_is_found_itself() {
            statedAfter(Duration.ofDays(1));
            assertThat(found(paper(NOON.plus(Duration.ofDays(11)))))
                    .contains(Finding.GENERATOR_SIGNED_LATE, Finding.RECEIPT_LATE);
            SHOWN.add(Finding.RECEIPT_LATE);
        }
    }

    @Test
    void what_was_cancelled_has_none() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, opening(soil().generator(), kg(45_000), false)));
        say(GREEN_HILL_OFFICE, Event.Cancelled::new);
        assertThat(found()).isEmpty();
    }

    @Test
    void each_has_a_code_of_its_own_and_words_in_both_languages() {
        assertThat(Arrays.stream(Finding.values()).map(Finding::code)).doesNotHaveDuplicates();
        assertThat(Finding.values())
                .allSatisfy(finding -> assertThat(List.of(finding.english(), finding.german()))
                        .allSatisfy(words -> assertThat(words).endsWith(".")));
    }

    private static Opening opening(Party generator, Mass declared, boolean certified) {
        return new Opening(
                soil().noteNumber(),
                certified ? soil().certificate() : Optional.empty(),
                soil().waste(),
                declared,
                generator,
                FAST_WHEELS,
                soil().plant());
    }

    private void onTheRoad() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
        say(GREEN_HILL_OFFICE, Event.Released::new);
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.of(kg(8_900))));
    }

    private void delivered() {
        onTheRoad();
        say(FAST_DRIVER, Event.Delivered::new);
    }

    private void whole() {
        delivered();
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
    }

    private interface Saying {
        Event of(Statement statement);
    }

    private void say(Actor by, Saying what) {
        record(by, now, what);
    }

    /** Stated now, of another time. */
    private void record(Actor by, Instant happenedAt, Saying what) {
        var statement = new Statement(
                new StatementId(id(300 + told.size())),
                SOIL.value(),
                by,
                happenedAt,
                new TreeMap<>(),
                Optional.empty());
        told.add(new Told(what.of(statement), now));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<Finding> found() {
        return Findings.of(told, now).stream().map(Findings.Found::finding).toList();
    }

    private void finds(Finding... findings) {
        assertThat(found()).containsExactly(findings);
        SHOWN.addAll(List.of(findings));
    }
}
