package org.wegweis.kernel.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;

/** The gate of North Landfill has no network; a load comes in on a fallback receipt. */
class OutageTest {
    static final OutageId DOWN = new OutageId(id(700));
    static final SiteNumber GATE = new SiteNumber("L00000042");
    static final ReceiptNumber RECEIPT = new ReceiptNumber("2026-0042");
    static final ReceiptNumber ANOTHER = new ReceiptNumber("11681570210293-4");
    private static final Instant MORNING = NOON.minus(Duration.ofHours(4));

    static Statement statement(int number, Actor by) {
        return new Statement(
                new StatementId(id(700 + number)), DOWN.value(), by, NOON, new TreeMap<>(), Optional.empty());
    }

    private static Command.Report report() {
        return new Command.Report(statement(1, LANDFILL_GATE), GATE, Cause.COMMUNICATION, MORNING);
    }

    private static Command.UseReceipt use() {
        return use(2, RECEIPT, MORNING.plus(Duration.ofHours(1)));
    }

    private static Command.UseReceipt use(int statement, ReceiptNumber number, Instant at) {
        return new Command.UseReceipt(statement(statement, LANDFILL_GATE), number, Form.FALLBACK_RECEIPT, at);
    }

    private static Command.EnterReceipt enter() {
        return new Command.EnterReceipt(statement(3, LANDFILL_OFFICE), RECEIPT, SOIL);
    }

    private static Command.End end() {
        return end(NOON.minus(Duration.ofHours(1)));
    }

    private static Command.End end(Instant at) {
        return new Command.End(statement(4, LANDFILL_OFFICE), at);
    }

    @Nested
    class Reporting {
        @ParameterizedTest
        @EnumSource(names = {"DRIVER", "GATE", "DISPATCHER"})
        @Shows(Rule.OUTAGE_IS_REPORTED)
        void whoever_handles_waste_reports_it(Role role) {
            var command =
                    new Command.Report(statement(1, person(NORTH_LANDFILL, role)), GATE, Cause.SIGNATURE_CARD, MORNING);
            assertThat(Outage.decide(command, State.INITIAL))
                    .isEqualTo(new Decision.Accepted<>(
                            new Event.Reported(command.statement(), GATE, Cause.SIGNATURE_CARD, MORNING)));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"DRIVER", "GATE", "DISPATCHER"})
        void nobody_else_does(Role role) {
            var command = new Command.Report(statement(1, person(NORTH_LANDFILL, role)), GATE, Cause.POWER, MORNING);
            assertThat(why(command)).isEqualTo(new Refusal.NotForRole(role));
        }

        @Test
        void it_is_reported_once_and_after_it_began() {
            assertThat(why(new Command.Report(statement(9, LANDFILL_GATE), GATE, Cause.POWER, MORNING), report()))
                    .isEqualTo(new Refusal.AlreadyReported());
            var tomorrow = NOON.plus(Duration.ofDays(1));
            assertThat(why(new Command.Report(statement(1, LANDFILL_GATE), GATE, Cause.POWER, tomorrow)))
                    .isEqualTo(new Refusal.NotYet(tomorrow));
        }

        @Test
        void two_clocks_may_differ_by_five_minutes() {
            var soon = NOON.plus(Duration.ofMinutes(5));
            assertThat(Outage.decide(
                            new Command.Report(statement(1, LANDFILL_GATE), GATE, Cause.POWER, soon), State.INITIAL))
                    .isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void before_it_there_is_nothing() {
            for (var command : new Command[] {use(), enter(), end()}) {
                assertThat(why(command)).isEqualTo(new Refusal.NotReported());
            }
        }
    }

    @Nested
    class UsingPaper {
        @Test
        @Shows(Rule.PAPER_WHILE_IT_LASTS)
        void a_receipt_stands_in_for_the_note_while_it_lasts() {
            assertThat(after(report(), use()).file().receipts())
                    .containsExactly(Map.entry(
                            RECEIPT, new State.Receipt(Form.FALLBACK_RECEIPT, use().usedAt(), Optional.empty())));
        }

        @Test
        @Shows(Rule.PAPER_WHILE_IT_LASTS)
        void not_before_and_not_after() {
            var before = MORNING.minusSeconds(1);
            var after = end().at().plusSeconds(1);
            assertThat(why(use(2, RECEIPT, before), report())).isEqualTo(new Refusal.OutsideTheOutage(before));
            assertThat(why(use(2, RECEIPT, after), report(), end())).isEqualTo(new Refusal.OutsideTheOutage(after));
        }

        @Test
        void it_may_come_to_light_after_the_end() {
            assertThat(after(report(), end(), use()).file().receipt(RECEIPT)).isPresent();
            assertThat(after(report(), end(), use(5, ANOTHER, end().at()))
                            .file()
                            .receipt(ANOTHER))
                    .as("in the last moment")
                    .isPresent();
        }

        @Test
        void a_number_is_used_once_and_not_tomorrow() {
            assertThat(why(use(9, RECEIPT, NOON), report(), use())).isEqualTo(new Refusal.ReceiptAlreadyUsed(RECEIPT));
            var tomorrow = NOON.plus(Duration.ofDays(1));
            assertThat(why(use(2, RECEIPT, tomorrow), report())).isEqualTo(new Refusal.NotYet(tomorrow));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "12", "-12", "12-", "B-FT 4711", "Anna", "1 2 3", "123456789012345678901"})
        void its_number_holds_no_letters(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber(text));
        }
    }

    @Nested
    class EnteringItLater {
        @Test
        @Shows(Rule.SENT_AGAIN)
        void what_it_says_is_stated_about_a_consignment() {
            assertThat(after(report(), use(), end(), enter()).file().receipts().get(RECEIPT))
                    .isEqualTo(new State.Receipt(
                            Form.FALLBACK_RECEIPT, use().usedAt(), Optional.of(new State.Entry(SOIL, NOON))));
        }

        @Test
        void also_while_it_lasts_where_somebody_has_another_device() {
            assertThat(after(report(), use(), enter())).isInstanceOf(State.UnderWay.class);
        }

        @Test
        void each_receipt_once_and_none_that_was_never_used() {
            assertThat(why(enter(), report())).isEqualTo(new Refusal.NoSuchReceipt(RECEIPT));
            var again = new Command.EnterReceipt(statement(9, LANDFILL_GATE), RECEIPT, SOIL);
            assertThat(why(again, report(), use(), enter())).isEqualTo(new Refusal.AlreadyEntered(RECEIPT, SOIL));
        }
    }

    @Nested
    class Ending {
        @Test
        void it_ends_once_and_not_tomorrow() {
            assertThat(after(report(), end()))
                    .isInstanceOfSatisfying(
                            State.Over.class, over -> assertThat(over.endedAt()).isEqualTo(end().at()));
            assertThat(why(new Command.End(statement(9, LANDFILL_GATE), NOON), report(), end()))
                    .isEqualTo(new Refusal.AlreadyEnded(end().at()));
            var tomorrow = NOON.plus(Duration.ofDays(1));
            assertThat(why(end(tomorrow), report())).isEqualTo(new Refusal.NotYet(tomorrow));
        }

        @Test
        void not_before_it_began_and_not_before_its_last_receipt() {
            assertThat(why(end(MORNING.minusSeconds(1)), report())).isEqualTo(new Refusal.EndsBeforeItBegan(MORNING));
            assertThat(why(end(use().usedAt().minusSeconds(1)), report(), use()))
                    .isEqualTo(new Refusal.ReceiptUsedLater(RECEIPT));
        }
    }

    @Test
    void for_another_organisation_it_does_not_exist() {
        var stranger = new Command.End(statement(9, FAST_OFFICE), NOON);
        assertThat(why(stranger, report())).isEqualTo(new Refusal.NotTheObliged(FAST_WHEELS));
    }

    @Test
    void an_auditor_states_nothing() {
        var auditor = new Command.End(statement(9, person(NORTH_LANDFILL, Role.AUDITOR)), NOON);
        assertThat(why(auditor, report())).isEqualTo(new Refusal.NotForRole(Role.AUDITOR));
    }

    @Test
    void what_was_stated_before_is_known() {
        assertThat(Outage.decide(use(), after(report(), use(), end(), enter())))
                .isEqualTo(new Decision.Known<>(use().statement().id()));
    }

    @Test
    void a_store_without_its_first_record_is_damaged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Outage.evolve(State.INITIAL, new Event.Ended(statement(4, LANDFILL_GATE), NOON)));
    }

    /** Whatever comes in whatever order: no receipt is lost, none lies outside, none is entered twice. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void any_order_keeps_every_receipt_within_the_outage(long seed) {
        var random = new Random(seed);
        State state = Outage.evolve(State.INITIAL, Outage.happened(report()));
        var used = new ArrayList<ReceiptNumber>();
        for (int i = 0; i < 40; i++) {
            var at = MORNING.plus(Duration.ofMinutes(random.nextInt(-30, 260)));
            var number = new ReceiptNumber("10" + random.nextInt(10));
            var s = statement(10 + i, LANDFILL_GATE);
            Command command = switch (random.nextInt(8)) {
                case 0 -> new Command.End(s, at);
                case 1, 2 -> new Command.EnterReceipt(s, number, SOIL);
                default -> new Command.UseReceipt(s, number, Form.PAPER_NOTE, at);
            };
            if (!(Outage.decide(command, state) instanceof Decision.Accepted(var event))) continue;
            state = Outage.evolve(state, event);
            if (event instanceof Event.ReceiptUsed receipt) used.add(receipt.number());
        }
        var file = ((State.Existing) state).file();
        assertThat(used).doesNotHaveDuplicates();
        assertThat(file.receipts().keySet()).containsExactlyElementsOf(used);
        var end = state instanceof State.Over over ? over.endedAt() : Instant.MAX;
        assertThat(file.receipts().values())
                .allSatisfy(receipt -> assertThat(receipt.usedAt()).isBetween(MORNING, end));
    }

    private static State.Existing after(Command... commands) {
        State state = State.INITIAL;
        for (var command : commands) {
            if (!(Outage.decide(command, state) instanceof Decision.Accepted(var event))) {
                throw new AssertionError("not by the rules: " + command + " gives " + Outage.decide(command, state));
            }
            state = Outage.evolve(state, event);
        }
        return (State.Existing) state;
    }

    private static Refusal why(Command command, Command... before) {
        var state = before.length == 0 ? State.INITIAL : after(before);
        if (Outage.decide(command, state) instanceof Decision.Refused(var why)) return why;
        throw new AssertionError("not refused: " + command);
    }
}
