package org.wegweis.kernel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.certificate.State.End;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Green Hill wants to bring 1,000 t of soil to North Landfill; Fast Wheels collects oil at many sites. */
class CertificateTest {
    static final CertificateId CERTIFICATE = new CertificateId(id(200));
    static final Actor AUTHORITY = person(new OrganisationId(id(11)), Role.AUTHORITY);
    static final Actor CLOCK = person(new OrganisationId(id(12)), Role.OPERATOR);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate FAR = LocalDate.of(2040, 1, 1);
    static final Mass THOUSAND_TONNES = kg(1_000_000);
    static final CertificateNumber EN = new CertificateNumber("ENP12345678901");
    static final CertificateNumber SN = new CertificateNumber("SNP12345678901");
    static final SiteNumber FARM = new SiteNumber("P12345678");
    static final SiteNumber GARAGE = new SiteNumber("P87654321");
    static final WasteCode SOIL_CODE = new WasteCode("170503", true);
    static final WasteCode BILGE_OIL = new WasteCode("130401", true);
    static final WasteCode ENGINE_OIL = new WasteCode("130205", true);

    private static int statements = 300;

    @Nested
    class Declaring {
        @Test
        @Shows(Rule.DECLARED_FIRST)
        void the_generator_declares_waste_plant_and_mass() {
            var declare = declare(soil());
            assertThat(given().when(declare)).isEqualTo(accepted(new Event.Declared(declare.statement(), soil())));
        }

        @Test
        @Shows(Rule.DECLARED_FIRST)
        void nobody_declares_for_the_generator() {
            for (var by : List.of(FAST_OFFICE, LANDFILL_OFFICE)) {
                assertThat(given().when(new Command.Declare(at(TODAY, by), soil())))
                        .isEqualTo(refused(new Refusal.NotTheApplicant(GREEN_HILL)));
            }
            assertThat(given().when(new Command.Declare(at(TODAY, person(GREEN_HILL, Role.DRIVER)), soil())))
                    .isEqualTo(refused(new Refusal.NotForRole(Role.DRIVER)));
        }

        @Test
        @Shows(Rule.COLLECTOR_IN_THE_GENERATORS_PLACE)
        void a_collector_declares_for_what_it_will_collect() {
            assertThat(given().when(declare(oil(ENGINE_OIL)))).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows(Rule.DECLARED_FIRST)
        void before_it_there_is_nothing() {
            for (var command : List.of(acceptDeclaration(), submit(), confirm(FAR), draw(1, kg(1)))) {
                assertThat(given().when(command)).isEqualTo(refused(new Refusal.NotDeclared()));
            }
        }

        @Test
        void it_is_declared_once_for_something_and_for_days_to_come() {
            assertThat(given(declare(soil())).when(declare(soil()))).isEqualTo(refused(new Refusal.AlreadyDeclared()));
            assertThat(given().when(declare(with(Mass.NONE, FAR)))).isEqualTo(refused(new Refusal.NoQuantity()));
            assertThat(given().when(declare(with(kg(1), TODAY.minusDays(1)))))
                    .isEqualTo(refused(new Refusal.EndsBeforeItBegins(TODAY.minusDays(1))));
        }

        @Test
        void the_same_statement_again_is_known() {
            var accept = acceptDeclaration();
            assertThat(given(declare(soil()), accept).when(accept))
                    .isEqualTo(new Decision.Known<>(accept.statement().id()));
        }
    }

    @Nested
    class Submitting {
        @Test
        @Shows(Rule.PLANT_ACCEPTS_BEFORE_SUBMISSION)
        void the_plant_accepts_and_then_sends() {
            assertThat(given(declare(soil())).when(submit())).isEqualTo(refused(new Refusal.NotAcceptedByThePlant()));
            var submit = submit();
            assertThat(given(declare(soil()), acceptDeclaration()).when(submit))
                    .isEqualTo(accepted(new Event.Submitted(submit.statement(), EN)));
        }

        @Test
        @Shows(Rule.PLANT_ACCEPTS_BEFORE_SUBMISSION)
        void nobody_does_it_for_the_plant() {
            assertThat(given(declare(soil())).when(new Command.AcceptDeclaration(at(TODAY, GREEN_HILL_OFFICE))))
                    .isEqualTo(refused(new Refusal.NotThePlant(NORTH_LANDFILL)));
            assertThat(given(declare(soil())).when(new Command.AcceptDeclaration(at(TODAY, FAST_OFFICE))))
                    .isEqualTo(refused(new Refusal.NotAParty(FAST_WHEELS)));
            assertThat(given(declare(soil())).when(new Command.AcceptDeclaration(at(TODAY, LANDFILL_GATE))))
                    .isEqualTo(refused(new Refusal.NotForRole(Role.GATE)));
        }

        @Test
        void twice_is_refused() {
            assertThat(given(declare(soil()), acceptDeclaration()).when(acceptDeclaration()))
                    .isEqualTo(refused(new Refusal.AlreadyAcceptedByThePlant()));
            assertThat(submitted().when(submit())).isEqualTo(refused(new Refusal.AlreadySubmitted()));
        }

        @Test
        @Shows(Rule.NUMBERS_SAY_THEIR_KIND)
        void a_single_certificate_has_an_EN_number_and_a_collective_one_an_SN_number() {
            assertThat(given(declare(soil()), acceptDeclaration())
                            .when(new Command.Submit(at(TODAY, LANDFILL_OFFICE), SN, Optional.empty())))
                    .isEqualTo(refused(new Refusal.WrongNumber(SN, Kind.SINGLE)));
            assertThat(given(declare(oil(BILGE_OIL)), acceptDeclaration()).when(submit()))
                    .isEqualTo(refused(new Refusal.WrongNumber(EN, Kind.COLLECTIVE)));
        }
    }

    @Nested
    class WithoutConfirmation {
        @Test
        @Shows(Rule.PRIVILEGED_WITHOUT_CONFIRMATION)
        void a_certified_plant_sends_and_loads_may_go() {
            var agreed = given(declare(with(THOUSAND_TONNES, FAR)), acceptDeclaration());
            var submit = privileged(EN, TODAY.plusDays(3));
            assertThat(agreed.when(submit))
                    .as("five years from the plant's declaration, not from the sending")
                    .isEqualTo(accepted(
                            new Event.Privileged(submit.statement(), EN, Privilege.EFB, LocalDate.of(2031, 11, 24))));
            assertThat(Certificate.valid(agreed.and(submit).state(), LocalDate.of(2031, 11, 24)))
                    .isTrue();
        }

        @Test
        @Shows(Rule.CONFIRMATION_MAY_BE_ORDERED)
        void an_order_takes_the_privilege_away_until_the_authority_confirms() {
            var ordered = given(
                    declare(soil()),
                    acceptDeclaration(),
                    privileged(EN, TODAY),
                    new Command.OrderConfirmation(at(TODAY, AUTHORITY)));
            assertThat(Certificate.valid(ordered.state(), TODAY)).isFalse();
            assertThat(ordered.when(privileged(EN, TODAY))).isEqualTo(refused(new Refusal.ConfirmationIsOrdered()));
            assertThat(Certificate.valid(
                            ordered.and(submit(), confirm(FAR.minusYears(10))).state(), TODAY))
                    .isTrue();
        }

        @Test
        @Shows(Rule.CONFIRMATION_MAY_BE_ORDERED)
        void there_is_nothing_to_order_where_a_confirmation_was_given() {
            assertThat(submitted()
                            .and(confirm(TODAY.plusYears(1)))
                            .when(new Command.OrderConfirmation(at(TODAY, AUTHORITY))))
                    .isEqualTo(refused(new Refusal.NotByPrivilege()));
        }

        @Test
        @Shows(Rule.COLLECTIVE_PRIVILEGE_FOR_NAMED_WASTES)
        void collectors_have_it_for_the_wastes_of_Anlage_2_only() {
            for (var waste : List.of(BILGE_OIL, ENGINE_OIL)) {
                assertThat(given(declare(oil(waste)), acceptDeclaration()).when(privileged(SN, TODAY)))
                        .isInstanceOf(Decision.Accepted.class);
            }
            assertThat(given(declare(oil(SOIL_CODE)), acceptDeclaration()).when(privileged(SN, TODAY)))
                    .isEqualTo(refused(new Refusal.NotPrivileged(SOIL_CODE)));
        }
    }

    @Nested
    class TheAuthoritysTurn {
        @Test
        @Shows(Rule.RECEIPT_IS_ACKNOWLEDGED)
        void the_authority_acknowledges_the_day_of_receipt_once() {
            var acknowledge = acknowledge(TODAY.plusDays(2), TODAY.plusDays(1));
            assertThat(submitted().when(acknowledge))
                    .isEqualTo(accepted(new Event.ReceiptAcknowledged(acknowledge.statement(), TODAY.plusDays(1))));
            assertThat(submitted().and(acknowledge).when(acknowledge(TODAY.plusDays(2), TODAY)))
                    .isEqualTo(refused(new Refusal.AlreadyAcknowledged(TODAY.plusDays(1))));
        }

        @Test
        @Shows(Rule.RECEIPT_IS_ACKNOWLEDGED)
        void it_was_received_neither_before_it_was_sent_nor_in_the_future() {
            for (var day : List.of(TODAY.minusDays(1), TODAY.plusDays(3))) {
                assertThat(submitted().when(acknowledge(TODAY.plusDays(2), day)))
                        .isEqualTo(refused(new Refusal.NotReceivedThen(TODAY, TODAY.plusDays(2))));
            }
        }

        @Test
        void nobody_else_has_a_say() {
            for (var by : List.of(LANDFILL_OFFICE, GREEN_HILL_OFFICE, CLOCK)) {
                assertThat(submitted().when(new Command.Confirm(at(TODAY, by), TODAY, kg(1))))
                        .isEqualTo(refused(new Refusal.NotForRole(by.role())));
            }
        }

        @Test
        @Shows(Rule.FIVE_YEARS_AT_MOST)
        void it_confirms_for_five_years_at_most() {
            var latest = LocalDate.of(2031, 11, 24);
            assertThat(submitted().when(confirm(latest.plusDays(1)))).isEqualTo(refused(new Refusal.TooLong(latest)));
            var confirm = confirm(latest);
            assertThat(submitted().when(confirm))
                    .isEqualTo(accepted(new Event.Confirmed(confirm.statement(), latest, THOUSAND_TONNES)));
            assertThat(submitted().when(confirm(TODAY.minusDays(1))))
                    .isEqualTo(refused(new Refusal.EndsBeforeItBegins(TODAY.minusDays(1))));
        }

        @Test
        @Shows(Rule.FIVE_YEARS_AT_MOST)
        void it_may_confirm_less_but_never_more_than_was_declared() {
            assertThat(submitted().when(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, kg(1_000_001))))
                    .isEqualTo(refused(new Refusal.MoreThanDeclared(THOUSAND_TONNES)));
            assertThat(submitted().when(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, Mass.NONE)))
                    .isEqualTo(refused(new Refusal.NoQuantity()));
            var less = submitted().and(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, kg(10)));
            assertThat(file(less).declaration().quantity()).isEqualTo(kg(10));
        }

        @Test
        @Shows(Rule.REFUSED_ENDS_IT)
        void a_refusal_ends_it() {
            var refusal = new Command.Refuse(at(TODAY, AUTHORITY));
            var ended = submitted().and(refusal);
            assertThat(ended.when(confirm(TODAY))).isEqualTo(refused(new Refusal.AlreadyEnded(End.REFUSED)));
            assertThat(ended.when(submit())).isEqualTo(refused(new Refusal.AlreadyEnded(End.REFUSED)));
        }

        @Test
        void a_revocation_ends_it() {
            var revoked = submitted().and(confirm(TODAY), new Command.Revoke(at(TODAY, AUTHORITY)));
            assertThat(Certificate.valid(revoked.state(), TODAY)).isFalse();
            assertThat(submitted().when(new Command.Revoke(at(TODAY, AUTHORITY))))
                    .isEqualTo(refused(new Refusal.NotValid()));
        }
    }

    @Nested
    class TheClock {
        private final LocalDate last = LocalDate.of(2026, 12, 24);

        @Test
        @Shows(Rule.SILENCE_CONFIRMS)
        void after_thirty_days_of_silence_it_is_confirmed() {
            assertThat(submitted().when(tick(last))).isEqualTo(refused(new Refusal.NothingDue()));
            var tick = tick(last.plusDays(1));
            assertThat(submitted().when(tick))
                    .isEqualTo(accepted(
                            new Event.ConfirmedBySilence(tick.statement(), TODAY, LocalDate.of(2031, 12, 25))));
            assertThat(Certificate.clocks(submitted().state()))
                    .containsExactly(
                            new Clock(Deadline.RECEIPT_ACKNOWLEDGED, TODAY.plusDays(12)),
                            new Clock(Deadline.CERTIFICATE_DECIDED, last));
            assertThat(Certificate.due(submitted().state())).contains(last.plusDays(1));
        }

        @Test
        @Shows(Rule.SILENCE_CONFIRMS)
        void then_every_other_word_of_the_authority_comes_too_late_even_before_the_clock_has_said_so() {
            for (var late : List.of(
                    new Command.Refuse(at(last.plusDays(1), AUTHORITY)),
                    new Command.DemandPapers(at(last.plusDays(1), AUTHORITY), true),
                    acknowledge(last.plusDays(1), last),
                    new Command.Confirm(at(last.plusDays(1), AUTHORITY), last.plusYears(1), kg(1)))) {
                assertThat(submitted().when(late)).isEqualTo(refused(new Refusal.ConfirmedBySilence(last)));
            }
            assertThat(submitted().when(new Command.Refuse(at(last, AUTHORITY))))
                    .isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows(Rule.SILENCE_CONFIRMS)
        void the_acknowledged_day_of_receipt_counts() {
            var received = submitted().and(acknowledge(TODAY.plusDays(2), TODAY.plusDays(1)));
            assertThat(received.when(tick(last.plusDays(1)))).isEqualTo(refused(new Refusal.NothingDue()));
            assertThat(received.when(tick(last.plusDays(2)))).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows({Rule.PAPERS_MAY_BE_DEMANDED, Rule.ESSENTIAL_PAPERS_STOP_THE_CLOCK})
        void while_essential_papers_are_missing_it_stands_still_and_then_begins_anew() {
            var demanded = submitted().and(new Command.DemandPapers(at(TODAY.plusDays(5), AUTHORITY), true));
            assertThat(demanded.when(tick(last.plusYears(1)))).isEqualTo(refused(new Refusal.NothingDue()));
            assertThat(Certificate.clocks(demanded.state())).isEmpty();
            assertThat(Certificate.due(demanded.state())).isEmpty();
            assertThat(demanded.when(new Command.DemandPapers(at(TODAY.plusDays(6), AUTHORITY), false)))
                    .isEqualTo(refused(new Refusal.PapersAlreadyDemanded()));

            var supplied = demanded.and(new Command.SupplyPapers(at(TODAY.plusDays(40), GREEN_HILL_OFFICE)));
            var again = TODAY.plusDays(70);
            assertThat(supplied.when(tick(again))).isEqualTo(refused(new Refusal.NothingDue()));
            assertThat(supplied.when(tick(again.plusDays(1)))).isInstanceOf(Decision.Accepted.class);
            assertThat(supplied.when(acknowledge(TODAY.plusDays(41), TODAY.plusDays(40))))
                    .as("to be acknowledged again (§4 Satz 4)")
                    .isInstanceOf(Decision.Accepted.class);
        }

        @Test
        @Shows({Rule.PAPERS_MAY_BE_DEMANDED, Rule.OTHER_PAPERS_DO_NOT})
        void other_papers_do_not_stop_it() {
            var demanded = submitted().and(new Command.DemandPapers(at(TODAY.plusDays(5), AUTHORITY), false));
            assertThat(demanded.when(tick(last.plusDays(1)))).isInstanceOf(Decision.Accepted.class);
            var supplied = demanded.and(new Command.SupplyPapers(at(TODAY.plusDays(10), LANDFILL_OFFICE)));
            assertThat(supplied.when(tick(last.plusDays(1)))).isInstanceOf(Decision.Accepted.class);
            assertThat(supplied.when(new Command.SupplyPapers(at(TODAY.plusDays(11), LANDFILL_OFFICE))))
                    .isEqualTo(refused(new Refusal.NoPapersDemanded()));
        }

        @Test
        @Shows(Rule.EXPIRED_AFTER_ITS_LAST_DAY)
        void a_certificate_holds_until_the_end_of_its_last_day() {
            var valid = submitted().and(confirm(TODAY.plusDays(10)));
            assertThat(valid.when(tick(TODAY.plusDays(10)))).isEqualTo(refused(new Refusal.NothingDue()));
            assertThat(Certificate.valid(valid.state(), TODAY.plusDays(10))).isTrue();
            assertThat(Certificate.valid(valid.state(), TODAY.plusDays(11))).isFalse();
            assertThat(Certificate.clocks(valid.state()))
                    .extracting(Clock::lastDay)
                    .containsExactly(TODAY.plusDays(10));
            assertThat(Certificate.due(valid.state())).contains(TODAY.plusDays(11));
            var tick = tick(TODAY.plusDays(11));
            assertThat(valid.when(tick)).isEqualTo(accepted(new Event.Expired(tick.statement())));
            assertThat(valid.and(tick).when(tick(TODAY.plusDays(12)))).isEqualTo(refused(new Refusal.NothingDue()));
        }
    }

    @Nested
    class LoadsUnderIt {
        @Test
        @Shows(Rule.WITHIN_THE_CONFIRMED_MASS)
        void loads_use_it_up_to_the_gram() {
            var valid = submitted().and(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, kg(50)));
            var full = valid.and(draw(1, kg(20)), draw(2, kg(30)));
            assertThat(file(full).balance().used()).isEqualTo(kg(50));
            assertThat(flags(full.when(draw(3, new Mass(1))))).containsExactly(Flag.OVER_QUANTITY);
            assertThat(flags(valid.and(draw(1, kg(20))).when(draw(2, kg(30))))).isEmpty();
        }

        @Test
        @Shows(Rule.WITHIN_THE_CONFIRMED_MASS)
        void what_the_plant_weighs_takes_the_place_of_what_was_picked_up() {
            var valid = submitted().and(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, kg(50)), draw(1, kg(20)));
            assertThat(file(valid.and(settle(1, kg(22)))).balance())
                    .returns(Mass.NONE, Balance::onTheRoad)
                    .returns(kg(22), Balance::accepted);
            assertThat(flags(valid.when(settle(1, new Mass(50_001))))).containsExactly(Flag.OVER_QUANTITY);
        }

        @Test
        @Shows(Rule.REJECTED_MASS_IS_FREE_AGAIN)
        void what_is_rejected_may_be_used_again() {
            var valid = submitted().and(new Command.Confirm(at(TODAY, AUTHORITY), TODAY, kg(50)), draw(1, kg(50)));
            assertThat(flags(valid.and(settle(1, Mass.NONE)).when(draw(2, kg(50)))))
                    .isEmpty();
            assertThat(flags(valid.and(settle(1, kg(20))).when(draw(2, kg(30)))))
                    .isEmpty();
        }

        @Test
        @Shows(Rule.WITHIN_THE_CONFIRMED_MASS)
        void a_corrected_mass_takes_the_place_of_the_wrong_one() {
            var settled = submitted().and(confirm(TODAY), draw(1, kg(20)), settle(1, kg(30)));
            assertThat(file(settled.and(settle(1, kg(21)))).balance())
                    .returns(Mass.NONE, Balance::onTheRoad)
                    .returns(kg(21), Balance::accepted);
        }

        @Test
        void a_load_counts_once() {
            var valid = submitted().and(confirm(TODAY), draw(1, kg(20)));
            assertThat(valid.when(draw(1, kg(20)))).isEqualTo(refused(new Refusal.AlreadyDrawn(load(1))));
            assertThat(valid.when(settle(2, kg(1)))).isEqualTo(refused(new Refusal.NotDrawn(load(2))));
            assertThat(valid.and(settle(1, kg(1))).when(settle(1, kg(1))))
                    .isEqualTo(refused(new Refusal.AlreadySettled(load(1))));
        }

        @Test
        @Shows(Rule.NOTHING_GOES_WITHOUT_VALID_CERTIFICATE)
        void a_load_of_a_day_without_validity_is_recorded_and_flagged() {
            assertThat(flags(submitted().when(draw(1, kg(1))))).containsExactly(Flag.NOT_VALID);
            var late = new Command.Draw(at(TODAY.plusDays(1), CLOCK), load(1), kg(1), Optional.empty());
            assertThat(flags(submitted().and(confirm(TODAY)).when(late))).containsExactly(Flag.NOT_VALID);
        }

        @Test
        @Shows(Rule.TWENTY_TONNES_PER_SITE_AND_YEAR)
        void collectors_take_twenty_tonnes_from_a_site_in_a_year() {
            var collected = collective(ENGINE_OIL).and(drawAt(1, kg(20_000), FARM, TODAY));
            assertThat(flags(collected.when(drawAt(2, new Mass(1), FARM, TODAY))))
                    .containsExactly(Flag.OVER_TWENTY_TONNES);
            assertThat(flags(collected.when(drawAt(2, kg(20_000), GARAGE, TODAY))))
                    .as("another site")
                    .isEmpty();
            assertThat(flags(collected.when(drawAt(2, kg(20_000), FARM, LocalDate.of(2027, 1, 1)))))
                    .as("another year")
                    .isEmpty();
            assertThat(flags(collected.and(settle(1, kg(19_000))).when(drawAt(2, kg(1_000), FARM, TODAY))))
                    .as("weighed less")
                    .isEmpty();
        }

        @Test
        @Shows(Rule.TWENTY_TONNES_PER_SITE_AND_YEAR)
        void the_year_begins_in_Berlin() {
            var minuteOfTheNewYear = Instant.parse("2026-12-31T23:01:00Z");
            assertThat(BerlinDay.of(minuteOfTheNewYear).getYear()).isEqualTo(2027);
        }

        @Test
        @Shows(Rule.NO_LIMIT_FOR_SHIPS_AND_LEAD_BATTERIES)
        void bilge_oil_knows_no_such_limit() {
            assertThat(flags(collective(BILGE_OIL).when(drawAt(1, kg(30_000), FARM, TODAY))))
                    .isEmpty();
        }

        @Test
        void only_a_collective_certificate_counts_by_sites() {
            assertThat(submitted().when(drawAt(1, kg(1), FARM, TODAY)))
                    .isEqualTo(refused(new Refusal.SiteOnlyIfCollective()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "D0", "D16", "R0", "R14", "R01", "d1", "X1"})
    void operations_are_those_of_the_annexes(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Operation(code));
        assertThat(new Operation("D15")).hasToString("D15");
        assertThat(new Operation("R13")).hasToString("R13");
    }

    // Who says what.

    static Declaration soil() {
        return with(THOUSAND_TONNES, FAR);
    }

    static Declaration with(Mass quantity, LocalDate until) {
        return new Declaration(
                Kind.SINGLE,
                SOIL_CODE,
                new Party(GREEN_HILL, FARM),
                new Party(NORTH_LANDFILL, new SiteNumber("L00000042")),
                new Operation("D1"),
                quantity,
                until);
    }

    static Declaration oil(WasteCode waste) {
        return new Declaration(
                Kind.COLLECTIVE,
                waste,
                new Party(FAST_WHEELS, new SiteNumber("P00000001")),
                new Party(NORTH_LANDFILL, new SiteNumber("L00000042")),
                new Operation("R9"),
                THOUSAND_TONNES,
                FAR);
    }

    static Command.Declare declare(Declaration declaration) {
        return new Command.Declare(
                at(TODAY, person(declaration.applicant().organisation(), Role.DISPATCHER)), declaration);
    }

    static Command.AcceptDeclaration acceptDeclaration() {
        return new Command.AcceptDeclaration(at(TODAY, LANDFILL_OFFICE));
    }

    static Command.Submit submit() {
        return new Command.Submit(at(TODAY, LANDFILL_OFFICE), EN, Optional.empty());
    }

    static Command.Submit privileged(CertificateNumber number, LocalDate day) {
        return new Command.Submit(at(day, LANDFILL_OFFICE), number, Optional.of(Privilege.EFB));
    }

    static Command.AcknowledgeReceipt acknowledge(LocalDate day, LocalDate received) {
        return new Command.AcknowledgeReceipt(at(day, AUTHORITY), received);
    }

    static Command.Confirm confirm(LocalDate until) {
        return new Command.Confirm(at(TODAY, AUTHORITY), until, THOUSAND_TONNES);
    }

    static Command.LetTimePass tick(LocalDate day) {
        return new Command.LetTimePass(at(day, CLOCK));
    }

    static LoadId load(int number) {
        return LoadId.consignment(id(1_000 + number));
    }

    static Command.Draw draw(int number, Mass mass) {
        return new Command.Draw(at(TODAY, CLOCK), load(number), mass, Optional.empty());
    }

    static Command.Draw drawAt(int number, Mass mass, SiteNumber site, LocalDate day) {
        return new Command.Draw(at(day, CLOCK), load(number), mass, Optional.of(site));
    }

    static Command.Settle settle(int number, Mass accepted) {
        return new Command.Settle(at(TODAY, CLOCK), load(number), accepted);
    }

    /** A new statement at noon of that day. */
    static Statement at(LocalDate day, Actor by) {
        return new Statement(
                new StatementId(id(statements++)),
                CERTIFICATE.value(),
                by,
                BerlinDay.start(day).plusSeconds(43_200),
                new TreeMap<>(),
                Optional.empty());
    }

    static Given submitted() {
        return given(declare(soil()), acceptDeclaration(), submit());
    }

    private static Given collective(WasteCode waste) {
        return given(declare(oil(waste)), acceptDeclaration(), privileged(SN, TODAY));
    }

    static Given given(Command... commands) {
        return new Given(State.INITIAL).and(commands);
    }

    record Given(State state) {
        Decision<Event, Refusal> when(Command command) {
            return Certificate.decide(command, state);
        }

        Given and(Command... commands) {
            State after = state;
            for (var command : commands) {
                if (!(Certificate.decide(command, after) instanceof Decision.Accepted(var event))) {
                    throw new AssertionError("not by the rules: " + command);
                }
                after = Certificate.evolve(after, event);
            }
            return new Given(after);
        }
    }

    private static State.File file(Given given) {
        return ((State.Existing) given.state()).file();
    }

    private static Set<Flag> flags(Decision<Event, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted(Event.Drawn drawn) -> drawn.flags();
            case Decision.Accepted(Event.Settled settled) -> settled.flags();
            default -> throw new AssertionError("no load: " + decision);
        };
    }

    private static Decision<Event, Refusal> accepted(Event event) {
        return new Decision.Accepted<>(event);
    }

    private static Decision<Event, Refusal> refused(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
