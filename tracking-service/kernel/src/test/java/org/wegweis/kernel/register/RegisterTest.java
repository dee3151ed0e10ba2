package org.wegweis.kernel.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.register.Entry.Document;
import org.wegweis.kernel.register.Register.Told;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.WasteCode;

/** Who files what, where and when; each step an hour after the last, recorded on the same day. */
class RegisterTest {
    private final List<Told<Event>> told = new ArrayList<>();

    @Test
    void nothing_is_filed_before_the_plant_has_accepted() {
        delivered(soil());
        assertThat(entries()).isEmpty();
        say(LANDFILL_GATE, s -> new Event.Rejected(s, Reason.CONTAMINATED, Optional.empty()));
        assertThat(entries()).as("what was rejected was not disposed of").isEmpty();
    }

    @Test
    @Shows({Rule.REGISTER_BY_CERTIFICATE, Rule.REGISTER_BY_WASTE})
    void generator_and_plant_file_by_certificate_and_each_carrier_by_waste() {
        delivered(soil());
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_890)));
        assertThat(entries())
                .extracting(Entry::organisation, Entry::part, Entry::filedUnder, Entry::under)
                .containsExactly(
                        line(GREEN_HILL, Part.GENERATOR, "ENP12345678901", "NachwV §24(2) Satz 1 Nr. 1"),
                        line(FAST_WHEELS, Part.CARRIER, "170503", "NachwV §24(2) Satz 1 Nr. 3"),
                        line(SLOW_WHEELS, Part.CARRIER, "170503", "NachwV §24(2) Satz 1 Nr. 3"),
                        line(NORTH_LANDFILL, Part.PLANT, "ENP12345678901", "NachwV §24(2) Satz 1 Nr. 1"));
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.mass()).isEqualTo(kg(8_890));
            assertThat(entry.number()).isEqualTo(soil().noteNumber());
            assertThat(entry.document()).isEqualTo(Document.CONSIGNMENT_NOTE);
        });
        assertThat(entries())
                .extracting(Entry::happenedAt)
                .as("given away by the generator and each carrier, taken by the plant")
                .containsExactly(hour(1), hour(2), hour(3), hour(4));
    }

    @Test
    @Shows(Rule.REGISTER_KEPT_THREE_YEARS)
    void it_is_filed_within_ten_days_of_receipt_and_kept_three_years() {
        delivered(soil());
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.dueBy()).isEqualTo(LocalDate.of(2026, 12, 3));
            assertThat(entry.keptUntil()).isEqualTo(LocalDate.of(2029, 11, 23));
        });
    }

    @Test
    void what_was_accepted_in_part_is_filed_with_that_part() {
        delivered(soil());
        say(LANDFILL_GATE, s -> new Event.PartlyAccepted(s, kg(5_000), kg(3_900), Reason.CAPACITY, Optional.empty()));
        assertThat(entries()).hasSize(4).extracting(Entry::mass).containsOnly(kg(5_000));
    }

    @Test
    @Shows(Rule.REGISTER_SHOWS_WHAT_IS_IN_FORCE)
    void a_correction_in_force_changes_the_entry_and_not_its_days() {
        delivered(soil());
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        var before = entries();
        var word = told.getLast().event().statement().id();
        say(LANDFILL_OFFICE, s -> new Event.Corrected(s, word, toMass(kg(8_800))));
        assertThat(entries()).as("nobody has agreed yet").isEqualTo(before);
        var correction = told.getLast().event().statement().id();
        for (var by : List.of(GREEN_HILL_OFFICE, FAST_OFFICE, SLOW_DRIVER)) {
            say(by, s -> new Event.CorrectionAgreed(s, correction));
        }
        assertThat(entries()).extracting(Entry::mass).containsOnly(kg(8_800));
        assertThat(entries())
                .extracting(Entry::enteredAt)
                .containsOnly(before.getFirst().enteredAt());
    }

    @Test
    void a_store_on_the_way_keeps_no_register() {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS, Optional.of(SLOW_STORE)));
        say(SLOW_DRIVER, s -> new Event.HandedOver(s, FAST_WHEELS));
        say(FAST_DRIVER, Event.Delivered::new);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        assertThat(entries()).extracting(Entry::organisation).containsExactly(GREEN_HILL, FAST_WHEELS, NORTH_LANDFILL);
    }

    @Test
    @Shows(Rule.ONE_ENTRY_FOR_TWO_PARTS)
    void a_plant_that_is_its_own_generator_and_carrier_files_once() {
        var plant = new Opening(
                soil().noteNumber(),
                soil().certificate(),
                soil().waste(),
                soil().declared(),
                soil().plant(),
                NORTH_LANDFILL,
                soil().plant());
        say(LANDFILL_OFFICE, s -> new Event.Opened(s, plant));
        say(LANDFILL_OFFICE, s -> new Event.PickedUp(s, Optional.empty()));
        say(LANDFILL_OFFICE, Event.Delivered::new);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        assertThat(entries()).extracting(Entry::part).containsExactly(Part.PLANT);
    }

    @Test
    @Shows(Rule.REGISTER_BY_CERTIFICATE)
    void a_collector_files_its_note_as_collector_and_not_as_carrier_too() {
        var sn = new CertificateNumber("SNP12345678901");
        var collection = new Opening(
                Optional.empty(),
                Optional.of(sn),
                new WasteCode("080111", true),
                kg(120),
                new Party(FAST_WHEELS, SiteNumber.ofCollectionIn(Land.P)),
                FAST_WHEELS,
                soil().plant());
        say(FAST_OFFICE, s -> new Event.Opened(s, collection));
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        say(FAST_DRIVER, Event.Delivered::new);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(120)));
        assertThat(entries())
                .extracting(Entry::organisation, Entry::part, Entry::filedUnder)
                .containsExactly(
                        tuple(FAST_WHEELS, Part.COLLECTOR, sn.toString()),
                        tuple(NORTH_LANDFILL, Part.PLANT, sn.toString()));
    }

    @Test
    @Shows(Rule.REGISTER_BY_WASTE)
    void waste_without_duty_of_proof_is_filed_by_kind_within_ten_days_of_the_step() {
        var clean = new Opening(
                Optional.empty(),
                Optional.empty(),
                new WasteCode("170504", false),
                kg(8_900),
                soil().generator(),
                FAST_WHEELS,
                soil().plant());
        delivered(clean);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        assertThat(entries())
                .extracting(Entry::under)
                .containsExactly("NachwV §24(6)", "NachwV §24(7)", "NachwV §24(7)", "NachwV §24(4)");
        assertThat(entries()).extracting(Entry::filedUnder).containsOnly("170504");
        assertThat(entries()).extracting(Entry::from).containsExactly(hour(1), hour(2), hour(3), hour(4));
    }

    @Nested
    class TransferNotes {
        private final List<Told<org.wegweis.kernel.transfernote.Event>> notes = new ArrayList<>();

        private Content note(Optional<CertificateNumber> certificate, OrganisationId taker) {
            return new Content(
                    Optional.empty(), certificate, new WasteCode("080111", true), kg(20), soil().generator(), taker);
        }

        @Test
        @Shows({Rule.COLLECTOR_FILES_TRANSFER_NOTES, Rule.REGISTER_BY_WASTE})
        void generator_and_collector_each_file_a_copy() {
            var sn = new CertificateNumber("SNP12345678901");
            note(s -> new org.wegweis.kernel.transfernote.Event.Issued(s, note(Optional.of(sn), FAST_WHEELS)));
            note(s -> new org.wegweis.kernel.transfernote.Event.Entered(s, SOIL));
            assertThat(Register.ofTransferNote(notes))
                    .extracting(Entry::organisation, Entry::part, Entry::filedUnder, Entry::under)
                    .containsExactly(
                            line(GREEN_HILL, Part.GENERATOR, "080111", "NachwV §24(3)"),
                            line(FAST_WHEELS, Part.COLLECTOR, sn.toString(), "NachwV §24(2) Satz 1 Nr. 2"));
            assertThat(Register.ofTransferNote(notes))
                    .extracting(Entry::consignment)
                    .containsOnly(Optional.of(SOIL.value()));
        }

        @Test
        @Shows(Rule.REGISTER_BY_WASTE)
        void of_a_small_amount_the_plant_files_the_other_copy() {
            note(s -> new org.wegweis.kernel.transfernote.Event.Issued(s, note(Optional.empty(), NORTH_LANDFILL)));
            assertThat(Register.ofTransferNote(notes))
                    .extracting(Entry::organisation, Entry::part, Entry::filedUnder, Entry::under)
                    .containsExactly(
                            line(GREEN_HILL, Part.GENERATOR, "080111", "NachwV §24(3)"),
                            line(NORTH_LANDFILL, Part.PLANT, "080111", "NachwV §24(3)"));
        }

        @Test
        void what_was_cancelled_is_filed_nowhere() {
            note(s -> new org.wegweis.kernel.transfernote.Event.Issued(s, note(Optional.empty(), NORTH_LANDFILL)));
            note(org.wegweis.kernel.transfernote.Event.Cancelled::new);
            assertThat(Register.ofTransferNote(notes)).isEmpty();
        }

        private void note(Function<Statement, org.wegweis.kernel.transfernote.Event> what) {
            var s = new Statement(
                    new StatementId(id(600 + notes.size())),
                    id(599),
                    LANDFILL_GATE,
                    NOON,
                    new TreeMap<>(),
                    Optional.empty());
            notes.add(new Told<>(what.apply(s), NOON.plusSeconds(1)));
        }
    }

    private static Tuple line(OrganisationId who, Part part, String filedUnder, String under) {
        return tuple(who, part, filedUnder, under);
    }

    /** Opened, fetched by Fast Wheels, handed to Slow Wheels, delivered. */
    private void delivered(Opening opening) {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, opening));
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.empty()));
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        say(SLOW_DRIVER, Event.Delivered::new);
    }

    private Instant hour(int hour) {
        return NOON.plus(Duration.ofHours(hour));
    }

    private List<Entry> entries() {
        return Register.ofConsignment(told);
    }

    private void say(Actor by, Function<Statement, Event> what) {
        var at = hour(told.size());
        var s = new Statement(
                new StatementId(id(300 + told.size())), SOIL.value(), by, at, new TreeMap<>(), Optional.empty());
        told.add(new Told<>(what.apply(s), at.plusSeconds(1)));
    }
}
