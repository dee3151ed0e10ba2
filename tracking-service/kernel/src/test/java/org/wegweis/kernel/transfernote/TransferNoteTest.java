package org.wegweis.kernel.transfernote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** A painter at Green Hill gives old paint to Fast Wheels, who collects it, or in small amounts to North Landfill. */
class TransferNoteTest {
    static final TransferNoteId PAINT = new TransferNoteId(id(500));
    static final CertificateNumber SN = new CertificateNumber("SNP12345678901");
    static final Actor COLLECTORS_DRIVER = FAST_DRIVER;
    static final Actor CLOCK = person(STRANGERS, Role.OPERATOR);

    static Statement statement(int number, Actor by) {
        return new Statement(
                new StatementId(id(500 + number)), PAINT.value(), by, NOON, new TreeMap<>(), Optional.empty());
    }

    static Content paint() {
        return new Content(
                Optional.of(new NoteNumber("11681570210295-8")),
                Optional.of(SN),
                new WasteCode("080111", true),
                kg(120),
                new Party(GREEN_HILL, new SiteNumber("P12345678")),
                FAST_WHEELS);
    }

    static Content smallAmount() {
        return new Content(
                Optional.empty(), Optional.empty(), paint().waste(), kg(20), paint().generator(), NORTH_LANDFILL);
    }

    private static Command issue() {
        return new Command.Issue(statement(1, COLLECTORS_DRIVER), paint());
    }

    private static Command sign() {
        return new Command.Sign(statement(2, GREEN_HILL_OFFICE));
    }

    private static Command enter() {
        return new Command.Enter(statement(3, FAST_OFFICE), SOIL);
    }

    private static Command undo() {
        return new Command.UndoEntry(statement(4, CLOCK));
    }

    private static Command cancel() {
        return new Command.Cancel(statement(5, FAST_OFFICE));
    }

    @Nested
    class Issuing {
        @Test
        @Shows(Rule.TRANSFER_NOTE_AT_TAKE_OVER)
        void whoever_takes_the_waste_over_makes_it_out() {
            assertThat(decide(State.INITIAL, issue()))
                    .isEqualTo(new Decision.Accepted<>(new Event.Issued(issue().statement(), paint())));
        }

        @Test
        void nobody_makes_it_out_for_another() {
            assertThat(why(new Command.Issue(statement(1, GREEN_HILL_OFFICE), paint())))
                    .isEqualTo(new Refusal.NotTheTaker(FAST_WHEELS));
            assertThat(why(new Command.Issue(statement(1, person(FAST_WHEELS, Role.AUDITOR)), paint())))
                    .isEqualTo(new Refusal.NotForRole(Role.AUDITOR));
        }

        @Test
        void it_is_made_out_once_and_for_some_waste() {
            assertThat(why(new Command.Issue(statement(9, COLLECTORS_DRIVER), paint()), issue()))
                    .isEqualTo(new Refusal.AlreadyIssued());
            var nothing = new Content(
                    Optional.empty(), Optional.of(SN), paint().waste(), Mass.NONE, paint().generator(), FAST_WHEELS);
            assertThat(why(new Command.Issue(statement(1, COLLECTORS_DRIVER), nothing)))
                    .isEqualTo(new Refusal.NoMass());
        }

        @Test
        @Shows(Rule.TRANSFER_NOTE_AT_TAKE_OVER)
        void it_is_collected_under_a_collective_certificate() {
            var en = new CertificateNumber("ENP12345678901");
            var single = new Content(
                    Optional.empty(), Optional.of(en), paint().waste(), kg(1), paint().generator(), FAST_WHEELS);
            assertThat(why(new Command.Issue(statement(1, COLLECTORS_DRIVER), single)))
                    .isEqualTo(new Refusal.NotCollective(en));
        }

        @Test
        @Shows(Rule.SMALL_AMOUNTS_BY_TRANSFER_NOTE)
        void of_a_small_amount_the_plant_makes_it_out_and_no_certificate_is_named() {
            var gate = new Command.Issue(statement(1, LANDFILL_GATE), smallAmount());
            assertThat(decide(State.INITIAL, gate)).isInstanceOf(Decision.Accepted.class);
            assertThat(why(new Command.Enter(statement(3, LANDFILL_OFFICE), SOIL), gate))
                    .isEqualTo(new Refusal.SmallAmount());
        }
    }

    @Nested
    class Signing {
        @Test
        @Shows(Rule.TRANSFER_NOTE_AT_TAKE_OVER)
        void the_generator_puts_its_name_to_it_once() {
            assertThat(((State.Issued) after(issue(), sign())).file().signed()).isTrue();
            assertThat(why(new Command.Sign(statement(9, GREEN_HILL_OFFICE)), issue(), sign()))
                    .isEqualTo(new Refusal.AlreadySigned());
        }

        @Test
        void nobody_signs_for_it() {
            assertThat(why(new Command.Sign(statement(2, FAST_OFFICE)), issue()))
                    .isEqualTo(new Refusal.NotTheGenerator(GREEN_HILL));
            assertThat(why(new Command.Sign(statement(2, person(GREEN_HILL, Role.DRIVER))), issue()))
                    .isEqualTo(new Refusal.NotForRole(Role.DRIVER));
        }
    }

    @Nested
    class Entering {
        @Test
        @Shows(Rule.TRANSFER_NOTES_IN_ONE_NOTE)
        void it_is_entered_into_one_consignment_note() {
            assertThat(after(issue(), enter()))
                    .isInstanceOfSatisfying(
                            State.Issued.class,
                            issued -> assertThat(issued.consignment()).contains(SOIL));
            assertThat(why(new Command.Enter(statement(9, FAST_OFFICE), SOIL), issue(), enter()))
                    .isEqualTo(new Refusal.AlreadyEntered(SOIL));
        }

        @Test
        @Shows(Rule.TRANSFER_NOTES_IN_ONE_NOTE)
        void if_that_note_could_not_take_it_it_is_free_again() {
            assertThat(decide(after(issue(), enter(), undo()), new Command.Enter(statement(9, FAST_OFFICE), SOIL)))
                    .isInstanceOf(Decision.Accepted.class);
            assertThat(why(undo(), issue())).isEqualTo(new Refusal.NotEntered());
        }

        @Test
        void only_the_collector_enters_it() {
            assertThat(why(new Command.Enter(statement(3, GREEN_HILL_OFFICE), SOIL), issue()))
                    .isEqualTo(new Refusal.NotTheTaker(FAST_WHEELS));
        }
    }

    @Nested
    class Cancelling {
        @Test
        void the_collector_cancels_it_until_it_is_entered() {
            assertThat(after(issue(), cancel())).isInstanceOf(State.Cancelled.class);
            assertThat(why(cancel(), issue(), enter())).isEqualTo(new Refusal.AlreadyEntered(SOIL));
            assertThat(why(enter(), issue(), cancel())).isEqualTo(new Refusal.AlreadyCancelled());
        }
    }

    @Test
    void before_it_there_is_nothing_and_strangers_see_nothing() {
        assertThat(why(sign())).isEqualTo(new Refusal.NotIssued());
        assertThat(why(new Command.Sign(statement(2, SLOW_DRIVER)), issue()))
                .isEqualTo(new Refusal.NotAParty(SLOW_WHEELS));
        assertThatIllegalStateException()
                .isThrownBy(() -> TransferNote.evolve(State.INITIAL, new Event.Signed(sign().statement())));
    }

    @Test
    void every_statement_is_known_when_it_comes_again() {
        for (Command command : new Command[] {issue(), sign(), enter()}) {
            assertThat(decide(after(issue(), sign(), enter()), command))
                    .isEqualTo(new Decision.Known<>(command.statement().id()));
        }
    }

    /** Whatever is sent: it is in one consignment note at most, and every refusal is met. */
    @Test
    void in_any_order_it_is_in_one_note_at_most() {
        var met = new TreeSet<String>();
        seeds().forEach(seed -> {
            var random = new Random(seed);
            var state = State.INITIAL;
            var entries = new HashSet<StatementId>();
            for (int i = 0; i < 60; i++) {
                var command = any(random, i);
                switch (decide(state, command)) {
                    case Decision.Accepted<Event, Refusal>(var event) -> {
                        state = TransferNote.evolve(state, event);
                        if (event instanceof Event.Entered)
                            entries.add(event.statement().id());
                        if (event instanceof Event.EntryUndone) entries.clear();
                        assertThat(entries).hasSizeLessThanOrEqualTo(1);
                        boolean entered = state instanceof State.Issued issued
                                && issued.consignment().isPresent();
                        assertThat(entered).isEqualTo(!entries.isEmpty());
                    }
                    case Decision.Refused<Event, Refusal>(var why) ->
                        met.add(why.getClass().getSimpleName());
                    case Decision.Known<Event, Refusal> _ -> {} // the id was drawn before
                }
            }
        });
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Objects.requireNonNull(Refusal.class.getPermittedSubclasses()))
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()));
    }

    private static Command any(Random random, int i) {
        var actors = new Actor[] {
            COLLECTORS_DRIVER,
            FAST_OFFICE,
            GREEN_HILL_OFFICE,
            LANDFILL_GATE,
            SLOW_DRIVER,
            CLOCK,
            person(FAST_WHEELS, Role.AUTHORITY)
        };
        var s = statement(i, actors[random.nextInt(actors.length)]);
        var contents = new Content[] {
            paint(),
            smallAmount(),
            new Content(
                    Optional.empty(),
                    Optional.of(new CertificateNumber("ENP12345678901")),
                    paint().waste(),
                    kg(1),
                    paint().generator(),
                    FAST_WHEELS),
            new Content(Optional.empty(), Optional.of(SN), paint().waste(), Mass.NONE, paint().generator(), FAST_WHEELS)
        };
        return switch (random.nextInt(random.nextInt(4) == 0 ? 6 : 5)) {
            case 0 -> new Command.Issue(s, contents[random.nextInt(contents.length)]);
            case 1 -> new Command.Sign(s);
            case 2 -> new Command.Enter(s, SOIL);
            case 3, 4 -> new Command.UndoEntry(s);
            default -> new Command.Cancel(s);
        };
    }

    private static Decision<Event, Refusal> decide(State state, Command command) {
        return TransferNote.decide(command, state);
    }

    private static State after(Command... commands) {
        var state = State.INITIAL;
        for (Command command : commands) {
            if (!(decide(state, command) instanceof Decision.Accepted<Event, Refusal>(var event))) {
                throw new AssertionError("not by the rules: " + command + ": " + decide(state, command));
            }
            state = TransferNote.evolve(state, event);
        }
        return state;
    }

    private static Refusal why(Command command, Command... before) {
        if (decide(after(before), command) instanceof Decision.Refused<Event, Refusal>(var why)) return why;
        throw new AssertionError("not refused: " + command);
    }
}
