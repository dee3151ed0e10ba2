package org.wegweis.kernel.consignment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.consignment.State.Standing;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** The rule book, command by command; {@link DecisionTablesTest} has its tables in full. */
class ConsignmentTest {

    @Nested
    class OpeningAConsignment {
        @Test
        void a_dispatcher_opens_a_consignment() {
            assertThat(given().when(open())).isEqualTo(accepted(new Event.Opened(open().statement(), soil())));
        }

        @Test
        void the_generator_the_carrier_or_the_plant_may_open_it() {
            for (Actor office : new Actor[] {GREEN_HILL_OFFICE, FAST_OFFICE, LANDFILL_OFFICE}) {
                assertThat(given().when(by(office, open()))).isInstanceOf(Decision.Accepted.class);
            }
        }

        @Test
        void nobody_opens_a_consignment_of_others() {
            assertThat(given().when(by(person(STRANGERS, Role.DISPATCHER), open())))
                    .isEqualTo(refused(new Refusal.NotAParty(STRANGERS)));
        }

        @Test
        void it_is_opened_once() {
            assertThat(given(open()).when(again(open()))).isEqualTo(refused(new Refusal.AlreadyOpened()));
        }

        @Test
        void its_parties_are_the_three_and_its_Laender_those_of_both_ends() {
            var file = file(given(open()));
            assertThat(file.parties()).containsExactlyInAnyOrder(GREEN_HILL, FAST_WHEELS, NORTH_LANDFILL);
            assertThat(file.laender()).containsExactlyInAnyOrder(Land.P, Land.L);
        }
    }

    @Nested
    class PickingUp {
        @Test
        void the_carrier_picks_up_and_may_say_how_much() {
            assertThat(given(open()).when(pickUp(kg(8_850))))
                    .isEqualTo(accepted(new Event.PickedUp(pickUp().statement(), Optional.of(kg(8_850)))));
            assertThat(given(open()).when(pickUp()))
                    .isEqualTo(accepted(new Event.PickedUp(pickUp().statement(), Optional.empty())));
        }

        @Test
        @Shows(Rule.HANDS_IN_THEIR_ORDER)
        void only_the_carrier_named_picks_up() {
            assertThat(given(open()).when(by(person(GREEN_HILL, Role.DRIVER), pickUp())))
                    .isEqualTo(refused(new Refusal.NotTheCarrier(FAST_WHEELS)));
        }

        @Test
        void another_carrier_is_a_stranger() {
            assertThat(given(open()).when(by(SLOW_DRIVER, pickUp())))
                    .isEqualTo(refused(new Refusal.NotAParty(SLOW_WHEELS)));
        }
    }

    @Nested
    class HandingOver {
        @Test
        @Shows(Rule.ANOTHER_CARRIER_ON_THE_NOTE)
        void the_carrier_hands_the_load_to_the_next() {
            assertThat(given(open(), pickUp()).when(handOver()))
                    .isEqualTo(accepted(new Event.HandedOver(handOver().statement(), SLOW_WHEELS)));
        }

        @Test
        @Shows(Rule.ANOTHER_CARRIER_ON_THE_NOTE)
        void the_next_carrier_then_holds_it_and_is_a_party() {
            var handedOver = given(open(), pickUp(), handOver());
            assertThat(handedOver.state())
                    .isEqualTo(new State.OnTheRoad(
                            file(handedOver), new State.Holder(SLOW_WHEELS, Optional.empty(), false)));
            assertThat(file(handedOver).carriers()).containsExactly(FAST_WHEELS, SLOW_WHEELS);
            assertThat(handedOver.when(by(SLOW_DRIVER, deliver()))).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows(Rule.HANDS_IN_THEIR_ORDER)
        void who_gave_the_load_away_cannot_deliver_it_nor_give_it_again() {
            var handedOver = given(open(), pickUp(), handOver());
            assertThat(handedOver.when(deliver())).isEqualTo(refused(new Refusal.NotTheCarrier(SLOW_WHEELS)));
            assertThat(handedOver.when(again(handOver()))).isEqualTo(refused(new Refusal.NotTheCarrier(SLOW_WHEELS)));
        }

        @Test
        void the_load_may_come_back() {
            var back = new Command.HandOver(statement(new StatementId(id(50)), SLOW_DRIVER), FAST_WHEELS);
            assertThat(given(open(), pickUp(), handOver(), back).when(deliver()))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Nested
    class Signing {
        @Test
        @Shows(Rule.GENERATOR_SIGNS)
        void the_generator_puts_its_name_to_the_note_once() {
            assertThat(given(open()).when(release()))
                    .isEqualTo(accepted(new Event.Released(release().statement())));
            assertThat(file(given(open(), release())).released()).isTrue();
            assertThat(given(open(), release()).when(again(release())))
                    .isEqualTo(refused(new Refusal.AlreadyReleased()));
        }

        @Test
        @Shows(Rule.GENERATOR_SIGNS)
        void nobody_signs_for_the_generator() {
            assertThat(given(open()).when(by(FAST_OFFICE, release())))
                    .isEqualTo(refused(new Refusal.NotTheGenerator(GREEN_HILL)));
        }

        @Test
        void a_late_name_is_better_than_none() {
            assertThat(atTheGate().and(accept(kg(5))).when(release())).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows(Rule.EACH_HAND_SIGNS)
        void whoever_was_handed_the_load_puts_its_name_to_it_once() {
            var takenOver = given(open(), pickUp(), handOver()).and(takeOver());
            assertThat(takenOver.state())
                    .isEqualTo(new State.OnTheRoad(
                            file(takenOver), new State.Holder(SLOW_WHEELS, Optional.empty(), true)));
            assertThat(takenOver.when(again(takeOver()))).isEqualTo(refused(new Refusal.AlreadyTakenOver()));
            assertThat(given(open(), pickUp()).when(by(FAST_DRIVER, takeOver())))
                    .isEqualTo(refused(new Refusal.AlreadyTakenOver()));
        }

        @Test
        @Shows(Rule.SIGNED_LATER_WHERE_AGREED)
        void a_hand_may_state_later_what_was_agreed_in_writing() {
            var later = new Command.TakeOver(takeOver().statement(), Agreement.IN_WRITING);
            assertThat(given(open(), pickUp(), handOver()).when(later))
                    .isEqualTo(accepted(new Event.TakenOver(later.statement(), Agreement.IN_WRITING)));
        }

        @Test
        @Shows(Rule.SIGNED_LATER_WHERE_AGREED)
        void but_not_once_the_load_is_out_of_its_hands() {
            var delivered = given(open(), pickUp(), handOver(), by(SLOW_DRIVER, deliver()));
            var later = new Command.TakeOver(takeOver().statement(), Agreement.IN_WRITING);
            assertThat(delivered.when(later)).isEqualTo(refused(new Refusal.AlreadyDelivered()));
        }

        @Test
        void nobody_hands_a_load_to_itself() {
            var toItself = new Command.HandOver(handOver().statement(), FAST_WHEELS);
            assertThat(given(open(), pickUp()).when(toItself))
                    .isEqualTo(refused(new Refusal.AlreadyHoldsIt(FAST_WHEELS)));
        }
    }

    @Nested
    class StoringForAShortWhile {
        @Test
        @Shows(Rule.SHORT_TERM_STORE_ON_THE_NOTE)
        void a_store_is_one_of_the_hands_and_passes_the_load_on() {
            var stored = given(open(), pickUp(), handOverToTheStore());
            assertThat(stored.state())
                    .isEqualTo(new State.OnTheRoad(
                            file(stored), new State.Holder(SLOW_WHEELS, Optional.of(SLOW_STORE), false)));
            var gate = person(SLOW_WHEELS, Role.GATE);
            assertThat(stored.and(by(gate, takeOver()))
                            .when(by(gate, again(new Command.HandOver(handOver().statement(), FAST_WHEELS)))))
                    .isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows(Rule.SHORT_TERM_STORE_ON_THE_NOTE)
        void a_store_does_not_drive_to_the_plant() {
            assertThat(given(open(), pickUp(), handOverToTheStore()).when(by(SLOW_DRIVER, deliver())))
                    .isEqualTo(refused(new Refusal.InAStore(SLOW_STORE)));
        }

        @Test
        void a_carrier_may_put_a_load_into_its_own_store_and_fetch_it() {
            var own = new Command.HandOver(handOver().statement(), FAST_WHEELS, Optional.of(SLOW_STORE));
            var out = again(new Command.HandOver(statement(HANDOVER, FAST_DRIVER), FAST_WHEELS));
            assertThat(given(open(), pickUp(), own, out).when(deliver())).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Nested
    class Collecting {
        private static final SiteNumber ALL_OF_P = SiteNumber.ofCollectionIn(Land.P);

        private static Command.Open collection(SiteNumber site, OrganisationId generator, String certificate) {
            return new Command.Open(
                    statement(OPENING, FAST_OFFICE),
                    new Opening(
                            Optional.empty(),
                            Optional.of(new CertificateNumber(certificate)),
                            soil().waste(),
                            kg(500),
                            new Party(generator, site),
                            FAST_WHEELS,
                            soil().plant()));
        }

        private static Command.Open collection() {
            return collection(ALL_OF_P, FAST_WHEELS, "SNP12345678901");
        }

        private static Command.EnterTransferNote enter(String site, WasteCode waste) {
            var c = enterTransferNote();
            return new Command.EnterTransferNote(
                    c.statement(), c.transferNote(), new SiteNumber(site), waste, c.mass());
        }

        @Test
        @Shows(Rule.COLLECTION_HAS_A_NUMBER_OF_ITS_OWN)
        void a_collection_stands_under_a_number_that_means_all_generators_of_its_Land() {
            assertThat(ALL_OF_P).hasToString("PS0000000");
            assertThat(given().when(collection())).isInstanceOf(Decision.Accepted.class);
            var real = soil().generator().site();
            assertThat(given().when(collection(real, FAST_WHEELS, "SNP12345678901")))
                    .isEqualTo(refused(new Refusal.NotTheNumberOfACollection(real)));
            assertThat(given().when(collection(ALL_OF_P, FAST_WHEELS, "ENP12345678901")))
                    .isEqualTo(refused(new Refusal.NotTheNumberOfACollection(ALL_OF_P)));
        }

        @Test
        @Shows(Rule.COLLECTION_HAS_A_NUMBER_OF_ITS_OWN)
        void the_collector_is_its_carrier() {
            assertThat(given().when(collection(ALL_OF_P, GREEN_HILL, "SNP12345678901")))
                    .isEqualTo(refused(new Refusal.NotTheCollector(FAST_WHEELS)));
        }

        @Test
        @Shows(Rule.TRANSFER_NOTES_BEFORE_THE_PLANT)
        void transfer_notes_are_entered_until_it_is_delivered() {
            var onTheRoad = given(collection(), pickUp());
            assertThat(file(onTheRoad.and(enterTransferNote())).collected())
                    .containsEntry(id(60), new State.Collected(new SiteNumber("P12345678"), kg(120)));
            assertThat(onTheRoad.and(enterTransferNote()).when(again(enterTransferNote())))
                    .isEqualTo(refused(new Refusal.TransferNoteAlreadyEntered(id(60))));
            assertThat(onTheRoad.and(deliver()).when(enterTransferNote()))
                    .isEqualTo(refused(new Refusal.AlreadyDelivered()));
        }

        @Test
        @Shows(Rule.ONE_NOTE_PER_LAND_AND_CODE)
        void each_Land_and_each_kind_of_waste_has_its_own() {
            assertThat(given(collection()).when(enter("L12345678", soil().waste())))
                    .isEqualTo(refused(new Refusal.OtherLand(Land.P)));
            assertThat(given(collection()).when(enter("P12345678", new WasteCode("080111", true))))
                    .isEqualTo(refused(new Refusal.OtherWaste(soil().waste())));
        }

        @Test
        void no_other_load_has_transfer_notes() {
            assertThat(given(open()).when(enterTransferNote())).isEqualTo(refused(new Refusal.NotCollective()));
        }
    }

    @Nested
    class TakingBack {
        @Test
        @Shows(Rule.REJECTED_LOAD_HAS_A_ROUTE)
        void what_is_rejected_goes_back_to_the_generator_unless_the_plant_names_another_site() {
            assertThat(file(atTheGate().and(reject())).back())
                    .contains(new State.Back(soil().generator(), Optional.empty()));
            var elsewhere = new Party(STRANGERS, new SiteNumber("E00000001"));
            var onward = new Command.Reject(reject().statement(), Reason.CAPACITY, Optional.of(elsewhere));
            var rejected = atTheGate().and(onward);
            assertThat(file(rejected).back()).contains(new State.Back(elsewhere, Optional.empty()));
            assertThat(file(rejected).parties()).contains(STRANGERS);
            assertThat(file(rejected).laender()).contains(Land.E);
            assertThat(rejected.when(takeBack(kg(5)))).isEqualTo(refused(new Refusal.NotWhereItGoes(STRANGERS)));
        }

        @Test
        @Shows(Rule.REJECTED_LOAD_HAS_A_ROUTE)
        void its_arrival_is_stated_once_by_the_one_to_whom_it_goes() {
            var back = atTheGate().and(acceptInPart(kg(8_000), kg(840))).and(takeBack(kg(840)));
            assertThat(file(back).back()).contains(new State.Back(soil().generator(), Optional.of(kg(840))));
            assertThat(back.when(again(takeBack(kg(1))))).isEqualTo(refused(new Refusal.AlreadyTakenBack()));
        }

        @Test
        void nothing_comes_back_that_was_taken() {
            assertThat(atTheGate().and(accept(kg(5))).when(takeBack(kg(5))))
                    .isEqualTo(refused(new Refusal.NothingRejected()));
        }
    }

    @Nested
    class Delivering {
        @Test
        void the_carrier_delivers() {
            assertThat(given(open(), pickUp()).when(deliver()))
                    .isEqualTo(accepted(new Event.Delivered(deliver().statement())));
        }

        @Test
        @Shows(Rule.HANDS_IN_THEIR_ORDER)
        void nothing_is_delivered_before_it_is_picked_up() {
            assertThat(given(open()).when(deliver())).isEqualTo(refused(new Refusal.NotPickedUp()));
        }

        @Test
        @Shows(Rule.HANDS_IN_THEIR_ORDER)
        void the_plant_does_not_deliver_to_itself() {
            assertThat(given(open(), pickUp()).when(by(LANDFILL_OFFICE, deliver())))
                    .isEqualTo(refused(new Refusal.NotTheCarrier(FAST_WHEELS)));
        }
    }

    @Nested
    class Accepting {
        @Test
        void the_plant_accepts_what_it_weighed() {
            assertThat(atTheGate().when(accept(kg(8_840))))
                    .isEqualTo(accepted(new Event.Accepted(accept(kg(8_840)).statement(), kg(8_840))));
        }

        @Test
        @Shows(Rule.HANDS_IN_THEIR_ORDER)
        void only_the_plant_named_accepts() {
            assertThat(atTheGate().when(by(FAST_OFFICE, accept(kg(8_840)))))
                    .isEqualTo(refused(new Refusal.NotThePlant(NORTH_LANDFILL)));
        }

        @Test
        void that_closes_the_consignment() {
            var closed = atTheGate().and(accept(kg(8_840)));
            assertThat(closed.state()).isEqualTo(new State.Closed(file(closed), Outcome.ACCEPTED));
        }
    }

    @Nested
    class AcceptingInPart {
        @Test
        void the_plant_accepts_a_part_and_says_why_not_the_rest() {
            var part = acceptInPart(kg(8_000), kg(840));
            assertThat(atTheGate().when(part))
                    .isEqualTo(accepted(new Event.PartlyAccepted(
                            part.statement(), kg(8_000), kg(840), Reason.CONTAMINATED, Optional.empty())));
        }

        @Test
        void all_or_nothing_is_not_a_part() {
            assertThat(atTheGate().when(acceptInPart(kg(8_840), Mass.NONE))).isEqualTo(refused(new Refusal.NotAPart()));
            assertThat(atTheGate().when(acceptInPart(Mass.NONE, kg(8_840)))).isEqualTo(refused(new Refusal.NotAPart()));
        }
    }

    @Nested
    class Rejecting {
        @Test
        void the_plant_rejects_and_says_why() {
            assertThat(atTheGate().when(reject()))
                    .isEqualTo(accepted(
                            new Event.Rejected(reject().statement(), Reason.PAPERS_MISSING, Optional.empty())));
        }

        @Test
        void what_is_rejected_is_not_accepted_afterwards() {
            assertThat(atTheGate().and(reject()).when(again(accept(kg(1)))))
                    .isEqualTo(refused(new Refusal.AlreadyClosed(Outcome.REJECTED)));
        }
    }

    @Nested
    class Correcting {
        private static final NoteNumber OTHER_NOTE = new NoteNumber("11681570210294-1");

        @Test
        void whoever_opened_corrects_the_load_and_the_file_shows_it() {
            var wanted = new Correction(
                    Optional.of(new WasteCode("170504", false)), Optional.of(kg(9_100)), Optional.of(OTHER_NOTE));
            var correct = correct(GREEN_HILL_OFFICE, OPENING, wanted);
            assertThat(given(open()).when(correct))
                    .isEqualTo(accepted(new Event.Corrected(correct.statement(), OPENING, wanted)));
            assertThat(file(given(open(), correct)).opening())
                    .isEqualTo(new Opening(
                            Optional.of(OTHER_NOTE),
                            soil().certificate(),
                            new WasteCode("170504", false),
                            kg(9_100),
                            soil().generator(),
                            FAST_WHEELS,
                            soil().plant()));
        }

        @Test
        void what_a_correction_does_not_name_stays() {
            var corrected = given(open(), correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(9_100))));
            assertThat(file(corrected).opening().waste()).isEqualTo(soil().waste());
            assertThat(file(corrected).opening().noteNumber()).isEqualTo(soil().noteNumber());
            assertThat(file(corrected).opening().declared()).isEqualTo(kg(9_100));
        }

        @Test
        void a_correction_moves_nothing() {
            var correct = correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(9_100)));
            assertThat(given(open(), correct).state()).isInstanceOf(State.Opened.class);
            assertThat(given(open(), pickUp(), handOver(), correct).state())
                    .isInstanceOfSatisfying(
                            State.OnTheRoad.class,
                            road -> assertThat(road.holder().organisation()).isEqualTo(SLOW_WHEELS));
            assertThat(atTheGate().and(correct).state()).isInstanceOf(State.AtThePlant.class);
        }

        @Test
        @Shows(Rule.CORRECTION_IS_A_LAYER)
        void it_holds_at_once_while_nobody_else_has_signed() {
            var corrected = given(open(), correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(9_100))));
            assertThat(layer(corrected).standing()).isEqualTo(Standing.IN_FORCE);
            assertThat(file(corrected).opening().declared()).isEqualTo(kg(9_100));
        }

        @Test
        @Shows(Rule.CORRECTION_IS_A_LAYER)
        void else_it_holds_once_everybody_who_signed_has_agreed() {
            var proposed = atTheGate()
                    .and(accept(kg(8_840)))
                    .and(correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480))));
            assertThat(layer(proposed).asked()).containsExactlyInAnyOrder(GREEN_HILL, FAST_WHEELS);
            var one = proposed.and(agreeTo(GREEN_HILL_OFFICE, CORRECTION));
            assertThat(file(one).masses().accepted()).contains(kg(8_840));
            var all = one.and(again(agreeTo(FAST_OFFICE, CORRECTION)));
            assertThat(layer(all).standing()).isEqualTo(Standing.IN_FORCE);
            assertThat(file(all).masses().accepted()).contains(kg(8_480));
        }

        @Test
        @Shows(Rule.CORRECTION_IS_A_LAYER)
        void who_has_not_signed_is_not_asked_and_nobody_twice() {
            var proposed = atTheGate()
                    .and(accept(kg(8_840)))
                    .and(correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480))));
            assertThat(proposed.when(agreeTo(LANDFILL_OFFICE, CORRECTION)))
                    .isEqualTo(refused(new Refusal.NotAsked(CORRECTION)));
            assertThat(proposed.and(agreeTo(GREEN_HILL_OFFICE, CORRECTION))
                            .when(again(agreeTo(GREEN_HILL_OFFICE, CORRECTION))))
                    .isEqualTo(refused(new Refusal.NotAsked(CORRECTION)));
        }

        @Test
        @Shows(Rule.CORRECTION_IS_A_LAYER)
        void if_one_declines_everything_stays_and_another_may_be_proposed() {
            var proposed = atTheGate()
                    .and(accept(kg(8_840)))
                    .and(correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480))));
            var other = again(correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_800))));
            assertThat(proposed.when(other)).isEqualTo(refused(new Refusal.CorrectionPending(CORRECTION)));
            var declined = proposed.and(decline(FAST_OFFICE, CORRECTION));
            assertThat(file(declined).masses().accepted()).contains(kg(8_840));
            assertThat(declined.when(again(agreeTo(GREEN_HILL_OFFICE, CORRECTION))))
                    .isEqualTo(refused(new Refusal.CorrectionSettled(CORRECTION)));
            assertThat(declined.when(other)).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void who_proposed_it_may_take_it_back() {
            var proposed = atTheGate()
                    .and(accept(kg(8_840)))
                    .and(correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480))));
            assertThat(layer(proposed.and(decline(LANDFILL_OFFICE, CORRECTION))).standing())
                    .isEqualTo(Standing.DECLINED);
        }

        @Test
        void a_driver_does_not_change_what_the_office_declared() {
            var opened = given(by(FAST_OFFICE, open()));
            assertThat(opened.when(correct(FAST_DRIVER, OPENING, toMass(kg(1)))))
                    .isEqualTo(refused(new Refusal.NotForRole(Role.DRIVER)));
        }

        @Test
        void a_mass_weighed_is_corrected_by_who_weighed_it_and_the_declared_one_stays() {
            var correct = correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480)));
            var corrected = atTheGate().and(accept(kg(8_840))).and(correct);
            assertThat(corrected.state()).isEqualTo(new State.Closed(file(corrected), Outcome.ACCEPTED));
            assertThat(file(corrected).opening()).isEqualTo(soil());
        }

        @Test
        void only_who_made_a_statement_corrects_it() {
            assertThat(given(open()).when(correct(FAST_OFFICE, OPENING, toMass(kg(1)))))
                    .isEqualTo(refused(new Refusal.NotYourStatement(OPENING)));
        }

        @Test
        void a_stranger_does_not_learn_what_was_stated() {
            assertThat(given(open()).when(correct(SLOW_DRIVER, OPENING, toMass(kg(1)))))
                    .isEqualTo(refused(new Refusal.NotAParty(SLOW_WHEELS)));
        }

        @Test
        void what_was_not_stated_is_not_corrected() {
            assertThat(given(open()).when(correct(GREEN_HILL_OFFICE, PICK_UP, toMass(kg(1)))))
                    .isEqualTo(refused(new Refusal.NothingStated(PICK_UP)));
        }

        @Test
        void a_wrong_correction_is_mended_at_the_statement_itself() {
            var first = correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(9_100)));
            var second = correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(9_000)));
            var corrected = given(open(), first);
            assertThat(corrected.when(again(correct(GREEN_HILL_OFFICE, CORRECTION, toMass(kg(9_000))))))
                    .isEqualTo(refused(new Refusal.NotStatedThere(CORRECTION)));
            assertThat(file(corrected.and(again(second))).opening().declared()).isEqualTo(kg(9_000));
        }

        @Test
        void a_cancelled_consignment_is_not_corrected() {
            assertThat(given(open(), cancel()).when(correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(1)))))
                    .isEqualTo(refused(new Refusal.AlreadyClosed(Outcome.CANCELLED)));
        }

        @Test
        void a_correction_changes_something() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Correction(Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    @Nested
    class Cancelling {
        @Test
        void the_opener_cancels_before_the_pick_up() {
            var cancelled = given(open()).and(cancel());
            assertThat(given(open()).when(cancel())).isEqualTo(accepted(new Event.Cancelled(cancel().statement())));
            assertThat(cancelled.state()).isEqualTo(new State.Closed(file(cancelled), Outcome.CANCELLED));
        }

        @Test
        void nobody_else_does() {
            assertThat(given(open()).when(by(LANDFILL_OFFICE, cancel())))
                    .isEqualTo(refused(new Refusal.NotTheOpener()));
        }

        @Test
        void nor_the_opener_once_the_load_is_on_the_road() {
            assertThat(given(open(), pickUp()).when(cancel())).isEqualTo(refused(new Refusal.AlreadyPickedUp()));
        }
    }

    @Nested
    class StatingTwice {
        @Test
        void every_statement_is_known_when_it_comes_again() {
            var whole = given(open(), pickUp(), handOver(), by(SLOW_DRIVER, deliver()), reject());
            for (Command command : new Command[] {open(), pickUp(), handOver(), by(SLOW_DRIVER, deliver()), reject()}) {
                assertThat(whole.when(command))
                        .isEqualTo(new Decision.Known<>(command.statement().id()));
            }
            assertThat(given(open(), cancel()).when(cancel())).isEqualTo(new Decision.Known<>(CANCELLATION));
        }

        @Test
        void what_it_says_is_for_others_to_compare() {
            assertThat(given(open(), pickUp()).when(pickUp(kg(1)))).isEqualTo(new Decision.Known<>(PICK_UP));
        }

        @Test
        void a_stranger_does_not_learn_that_it_is_known() {
            assertThat(given(open()).when(by(SLOW_DRIVER, again(pickUp(), OPENING))))
                    .isEqualTo(refused(new Refusal.NotAParty(SLOW_WHEELS)));
        }

        @Test
        void what_was_refused_is_not_known() {
            assertThat(given(open()).when(deliver())).isEqualTo(refused(new Refusal.NotPickedUp()));
            assertThat(given(open(), pickUp()).when(deliver())).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Nested
    class OnePartyInSeveralRoles {
        @Test
        void a_plant_may_fetch_what_it_takes() {
            var opening = new Opening(
                    Optional.empty(),
                    Optional.empty(),
                    soil().waste(),
                    kg(1),
                    soil().generator(),
                    NORTH_LANDFILL,
                    new Party(NORTH_LANDFILL, new SiteNumber("L00000042")));
            var own = given(
                    new Command.Open(statement(OPENING, GREEN_HILL_OFFICE), opening),
                    by(LANDFILL_OFFICE, pickUp()),
                    by(LANDFILL_OFFICE, deliver()));
            assertThat(own.when(accept(kg(1)))).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void nothing_happens_before_the_opening() {
        var commands = List.of(
                release(),
                pickUp(),
                handOver(),
                takeOver(),
                takeBack(kg(1)),
                agreeTo(GREEN_HILL_OFFICE, CORRECTION),
                decline(GREEN_HILL_OFFICE, CORRECTION),
                deliver(),
                accept(kg(1)),
                acceptInPart(kg(1), kg(1)),
                reject(),
                correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(1))),
                cancel());
        for (Command command : commands) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Consignment.evolve(State.INITIAL, Consignment.happened(command)));
        }
    }

    @Test
    void ids_are_UUIDs_of_version_7() {
        var random = new UUID(0x4000L, 0x8000_0000_0000_0000L);
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsignmentId(random));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatementId(random));
        assertThat(ConsignmentId.parse(SOIL.toString())).isEqualTo(SOIL);
        assertThat(StatementId.parse(OPENING.toString())).isEqualTo(OPENING);
    }

    private static Given atTheGate() {
        return given(open(), pickUp(), deliver());
    }

    private static State.File file(Given given) {
        return ((State.Existing) given.state()).file();
    }

    private static State.Layer layer(Given given) {
        return requireNonNull(file(given).layers().get(CORRECTION));
    }

    private static Decision<Event, Refusal> accepted(Event event) {
        return new Decision.Accepted<>(event);
    }

    private static Decision<Event, Refusal> refused(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
