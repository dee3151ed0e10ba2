package org.wegweis.kernel.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.FAST_OFFICE;
import static org.wegweis.kernel.PlacesAndPeople.FAST_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.GREEN_HILL;
import static org.wegweis.kernel.PlacesAndPeople.GREEN_HILL_OFFICE;
import static org.wegweis.kernel.PlacesAndPeople.id;
import static org.wegweis.kernel.PlacesAndPeople.person;
import static org.wegweis.kernel.permit.Papers.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;

/** Fast Wheels files its papers, and its authority has a word in it. */
class PermitTest {
    static final PermitId PERMIT = new PermitId(id(200));
    static final Actor AUTHORITY = person(new OrganisationId(id(11)), Role.AUTHORITY);

    private int statements = 300;

    @Test
    void its_holder_files_what_it_has() {
        var file = file(carrierPermit());
        assertThat(Permit.decide(file, State.INITIAL))
                .isEqualTo(accepted(new Event.Filed(file.statement(), carrierPermit())));
    }

    @Test
    void nobody_files_for_somebody_else_and_no_driver_does() {
        assertThat(Permit.decide(new Command.File(at(GREEN_HILL_OFFICE), carrierPermit()), State.INITIAL))
                .isEqualTo(refused(new Refusal.NotTheHolder(FAST_WHEELS)));
        assertThat(Permit.decide(
                        new Command.File(at(person(FAST_WHEELS, Role.DRIVER)), carrierPermit()), State.INITIAL))
                .isEqualTo(refused(new Refusal.NotForRole(Role.DRIVER)));
    }

    @Test
    void before_it_is_filed_there_is_nothing() {
        assertThat(Permit.decide(new Command.Acknowledge(at(AUTHORITY)), State.INITIAL))
                .isEqualTo(refused(new Refusal.NotFiled()));
        assertThat(Permit.decide(new Command.GiveUp(at(FAST_OFFICE), TODAY), State.INITIAL))
                .isEqualTo(refused(new Refusal.NotFiled()));
    }

    @Test
    void it_does_not_end_before_it_begins_but_it_may_be_over() {
        assertThat(Permit.decide(file(until(carrierPermit(), NEW_YEAR.minusDays(1))), State.INITIAL))
                .isEqualTo(refused(new Refusal.EndsBeforeItBegins(NEW_YEAR.minusDays(1))));
        assertThat(Permit.decide(file(until(carrierPermit(), NEW_YEAR)), State.INITIAL))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @Shows(Rule.EIGHTEEN_MONTHS_AT_MOST)
    void an_Efb_certificate_holds_eighteen_months_at_most() {
        var certificate = certificate(DEPOT, Set.of(Activity.CARRYING));
        var last = LocalDate.of(2027, 7, 1);
        assertThat(Permit.decide(file(until(certificate, last)), State.INITIAL)).isInstanceOf(Decision.Accepted.class);
        assertThat(Permit.decide(file(until(certificate, last.plusDays(1))), State.INITIAL))
                .isEqualTo(refused(new Refusal.TooLong(last)));
        var endless = new Paper(
                DEPOT, certificate.scope(), certificate.wastes(), NEW_YEAR, Optional.empty(), Optional.empty());
        assertThat(Permit.decide(file(endless), State.INITIAL)).isEqualTo(refused(new Refusal.Unlimited()));
    }

    @Test
    @Shows(Rule.NOTIFICATION_IS_ACKNOWLEDGED)
    void the_authority_acknowledges_once_and_nobody_else_does() {
        var filed = filed(notification());
        var acknowledge = new Command.Acknowledge(at(AUTHORITY));
        assertThat(Permit.decide(acknowledge, filed))
                .isEqualTo(accepted(new Event.Acknowledged(acknowledge.statement())));
        var acknowledged = after(acknowledge, filed);
        assertThat(acknowledged.acknowledged()).isTrue();
        assertThat(Permit.decide(acknowledge, acknowledged))
                .isEqualTo(new Decision.Known<>(acknowledge.statement().id()));
        assertThat(Permit.decide(new Command.Acknowledge(at(AUTHORITY)), acknowledged))
                .isEqualTo(refused(new Refusal.AlreadyAcknowledged()));
        assertThat(Permit.decide(new Command.Acknowledge(at(FAST_OFFICE)), filed))
                .isEqualTo(refused(new Refusal.NotForRole(Role.DISPATCHER)));
    }

    @Test
    @Shows(Rule.AUTHORITY_PROHIBITS)
    void the_authority_withdraws_from_a_day_on_also_a_past_one() {
        var withdraw = new Command.Withdraw(at(AUTHORITY), TODAY.minusDays(3));
        var withdrawn = after(withdraw, filed(carrierPermit()));
        assertThat(withdrawn.notInForce(TODAY.minusDays(4))).isEmpty();
        assertThat(withdrawn.notInForce(TODAY.minusDays(3))).contains(Shortfall.WITHDRAWN);
        assertThat(Permit.decide(new Command.Withdraw(at(AUTHORITY), TODAY), withdrawn))
                .isEqualTo(refused(new Refusal.AlreadyWithdrawn(TODAY.minusDays(3))));
        assertThat(Permit.decide(new Command.GiveUp(at(FAST_OFFICE), TODAY), withdrawn))
                .isEqualTo(refused(new Refusal.AlreadyWithdrawn(TODAY.minusDays(3))));
        assertThat(Permit.decide(new Command.Withdraw(at(FAST_OFFICE), TODAY), filed(carrierPermit())))
                .isEqualTo(refused(new Refusal.NotForRole(Role.DISPATCHER)));
    }

    @Test
    void its_holder_gives_it_up_from_today_or_later_once() {
        var filed = filed(carrierPermit());
        assertThat(Permit.decide(new Command.GiveUp(at(FAST_OFFICE), TODAY.minusDays(1)), filed))
                .isEqualTo(refused(new Refusal.GivenUpInThePast(TODAY)));
        var givenUp = after(new Command.GiveUp(at(FAST_OFFICE), TODAY.plusDays(1)), filed);
        assertThat(givenUp.notInForce(TODAY)).isEmpty();
        assertThat(givenUp.notInForce(TODAY.plusDays(1))).contains(Shortfall.ENDED);
        assertThat(Permit.decide(new Command.GiveUp(at(FAST_OFFICE), TODAY), givenUp))
                .isEqualTo(refused(new Refusal.AlreadyGivenUp(TODAY.plusDays(1))));
        assertThat(Permit.decide(new Command.GiveUp(at(GREEN_HILL_OFFICE), TODAY), filed))
                .isEqualTo(refused(new Refusal.NotAParty(GREEN_HILL)));
    }

    @Test
    void it_is_filed_once() {
        assertThat(Permit.decide(file(notification()), filed(carrierPermit())))
                .isEqualTo(refused(new Refusal.AlreadyFiled()));
    }

    @Test
    void it_counts_from_its_first_to_its_last_day() {
        var onFile = onFile(until(from(notification(), TODAY), TODAY));
        assertThat(onFile.notInForce(TODAY.minusDays(1))).contains(Shortfall.NOT_BEGUN);
        assertThat(onFile.notInForce(TODAY)).isEmpty();
        assertThat(onFile.notInForce(TODAY.plusDays(1))).contains(Shortfall.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LFU-2026/0417", "700.0001.20", "A 12", "4711"})
    void a_file_reference_is_a_sign(String text) {
        assertThatCode(() -> new FileReference(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Frau Krause", "MUELLER-1", "LFU", "LFU--1", "1/", "lfu-1", "12345678901"})
    void and_no_words(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileReference(text));
    }

    private Command.File file(Paper paper) {
        return new Command.File(at(FAST_OFFICE), paper);
    }

    private State.OnFile filed(Paper paper) {
        return after(file(paper), State.INITIAL);
    }

    private static State.OnFile after(Command command, State state) {
        if (Permit.decide(command, state) instanceof Decision.Accepted(var event)
                && Permit.evolve(state, event) instanceof State.OnFile onFile) {
            return onFile;
        }
        throw new AssertionError("not by the rules: " + command);
    }

    private Statement at(Actor by) {
        return new Statement(
                new StatementId(id(statements++)),
                PERMIT.value(),
                by,
                BerlinDay.start(TODAY).plusSeconds(43_200),
                new TreeMap<>(),
                Optional.empty());
    }

    private static Decision<Event, Refusal> accepted(Event event) {
        return new Decision.Accepted<>(event);
    }

    private static Decision<Event, Refusal> refused(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
