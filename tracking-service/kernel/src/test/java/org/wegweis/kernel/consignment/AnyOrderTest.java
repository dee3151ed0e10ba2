package org.wegweis.kernel.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.WasteCode;

/** Whatever is sent, by whomever and in whatever order: the decider says what its slow and obvious twin says. */
class AnyOrderTest {
    private static final int COMMANDS = 80;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void the_decider_and_its_twin_agree_and_closed_stays_closed(long seed) {
        var random = new Random(seed);
        var twin = new Twin(new ArrayList<>());
        var state = State.INITIAL;
        var events = new ArrayList<Event>();
        for (int i = 0; i < COMMANDS; i++) {
            var command = anyCommand(random);
            var decision = Consignment.decide(command, state);
            assertThat(DecisionTablesTest.answer(decision))
                    .as("%s after %s", command, twin.told)
                    .isEqualTo(twin.answer(command));
            if (decision instanceof Decision.Accepted(var event)) {
                var before = state;
                state = Consignment.evolve(state, event);
                events.add(event);
                twin.told.add(command);
                if (before instanceof State.Closed closed) {
                    assertThat(event).isInstanceOf(Event.Corrected.class);
                    assertThat(((State.Closed) state).outcome()).isEqualTo(closed.outcome());
                }
            }
            assertThat(place(state)).isEqualTo(twin.place());
        }
        var replayed = State.INITIAL;
        for (Event event : events) replayed = Consignment.evolve(replayed, event);
        assertThat(replayed).isEqualTo(state);
    }

    @Test
    void the_random_commands_get_every_answer_there_is() {
        var answers = new TreeSet<String>();
        var outcomes = new HashSet<State.Outcome>();
        seeds().forEach(seed -> {
            var random = new Random(seed);
            var state = State.INITIAL;
            for (int i = 0; i < COMMANDS; i++) {
                var decision = Consignment.decide(anyCommand(random), state);
                answers.add(DecisionTablesTest.answer(decision));
                if (decision instanceof Decision.Accepted(var event)) state = Consignment.evolve(state, event);
            }
            if (state instanceof State.Closed closed) outcomes.add(closed.outcome());
        });
        assertThat(answers).contains("ok", "known");
        assertThat(answers)
                .containsAll(Arrays.stream(Objects.requireNonNull(Refusal.class.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(outcomes).containsExactlyInAnyOrder(State.Outcome.values());
    }

    /** Half of them by the one whose turn it would be. */
    private static Command anyCommand(Random random) {
        var organisations = List.of(GREEN_HILL, FAST_WHEELS, SLOW_WHEELS, NORTH_LANDFILL, STRANGERS);
        var roles = List.of(Role.values()); // the first three are those that state things
        var anybody =
                person(organisations.get(random.nextInt(5)), roles.get(random.nextInt(random.nextInt(4) > 0 ? 3 : 6)));
        var note = new NoteNumber("11681570210294-1");
        Command command = switch (random.nextInt(9)) {
            case 0 -> open();
            case 1 -> random.nextBoolean() ? pickUp() : pickUp(kg(5));
            case 2 -> new Command.HandOver(handOver().statement(), organisations.get(1 + random.nextInt(2)));
            case 3 -> deliver();
            case 4 -> accept(kg(random.nextInt(9_000)));
            case 5 -> acceptInPart(kg(random.nextInt(3)), kg(random.nextInt(3)));
            case 6 -> reject();
            case 7 ->
                correct(
                        anybody,
                        new StatementId(id(random.nextInt(30))),
                        switch (random.nextInt(3)) {
                            case 0 -> toMass(kg(random.nextInt(9_000)));
                            case 1 -> toNote(note);
                            default -> toWaste(new WasteCode("170504", false));
                        });
            default -> cancel();
        };
        return again(random.nextBoolean() ? command : by(anybody, command), new StatementId(id(random.nextInt(30))));
    }

    private static String place(State state) {
        return switch (state) {
            case State.NotOpened _ -> "nowhere";
            case State.Opened _ -> "at the generator";
            case State.OnTheRoad(var _, var carrier) -> "with " + carrier;
            case State.AtThePlant _ -> "at the plant";
            case State.Closed(var _, var outcome) -> outcome.name();
        };
    }

    /** Knows nothing but what was told, and looks everything up in there. */
    private record Twin(List<Command> told) {
        String answer(Command c) {
            var who = c.statement().by().organisation();
            if (told.isEmpty()) {
                if (!(c instanceof Command.Open)) return "NotOpened";
                if (c.statement().by().role() != Role.DISPATCHER) return "NotForRole";
                return Set.of(GREEN_HILL, FAST_WHEELS, NORTH_LANDFILL).contains(who) ? "ok" : "NotAParty";
            }
            if (who.equals(STRANGERS)) return "NotAParty";
            if (who.equals(SLOW_WHEELS) && carriers().noneMatch(who::equals)) return "NotAParty";
            if (statement(c.statement().id()) != null) return "known";
            if (!roles(c).contains(c.statement().by().role())) return "NotForRole";
            if (c instanceof Command.Open) return "AlreadyOpened";
            if (c instanceof Command.AcceptInPart p
                    && p.accepted().grams() * p.rejected().grams() == 0) return "NotAPart";
            if (c instanceof Command.Correct correct) return correction(correct, who);
            if (closed()) return "AlreadyClosed";
            boolean pickedUp = was(Command.PickUp.class);
            boolean delivered = was(Command.Deliver.class);
            if (c instanceof Command.PickUp || c instanceof Command.Cancel) {
                if (delivered) return "AlreadyDelivered";
                if (pickedUp) return "AlreadyPickedUp";
                if (c instanceof Command.PickUp) return who.equals(FAST_WHEELS) ? "ok" : "NotTheCarrier";
                return who.equals(told.getFirst().statement().by().organisation()) ? "ok" : "NotTheOpener";
            }
            if (!pickedUp) return "NotPickedUp";
            if (c instanceof Command.HandOver || c instanceof Command.Deliver) {
                if (delivered) return "AlreadyDelivered";
                return who.equals(holder()) ? "ok" : "NotTheCarrier";
            }
            if (!delivered) return "NotDelivered";
            return who.equals(NORTH_LANDFILL) ? "ok" : "NotThePlant";
        }

        private String correction(Command.Correct c, OrganisationId who) {
            if (was(Command.Cancel.class)) return "AlreadyClosed";
            var original = statement(c.corrects());
            if (original == null) return "NothingStated";
            if (!original.statement().by().organisation().equals(who)) return "NotYourStatement";
            if (original instanceof Command.Open) return "ok";
            boolean saysOneMass = original instanceof Command.Accept
                    || (original instanceof Command.PickUp p && p.loaded().isPresent());
            boolean massOnly = c.correction().waste().isEmpty()
                    && c.correction().noteNumber().isEmpty();
            return saysOneMass && massOnly ? "ok" : "NotStatedThere";
        }

        private static Set<Role> roles(Command c) {
            if (c instanceof Command.Open || c instanceof Command.Cancel) return Set.of(Role.DISPATCHER);
            if (c instanceof Command.Correct) return Set.of(Role.DRIVER, Role.GATE, Role.DISPATCHER);
            boolean onTheRoad =
                    c instanceof Command.PickUp || c instanceof Command.HandOver || c instanceof Command.Deliver;
            return Set.of(onTheRoad ? Role.DRIVER : Role.GATE, Role.DISPATCHER);
        }

        String place() {
            if (told.isEmpty()) return "nowhere";
            if (was(Command.Cancel.class)) return "CANCELLED";
            if (was(Command.Accept.class)) return "ACCEPTED";
            if (was(Command.AcceptInPart.class)) return "PARTLY_ACCEPTED";
            if (was(Command.Reject.class)) return "REJECTED";
            if (was(Command.Deliver.class)) return "at the plant";
            return was(Command.PickUp.class) ? "with " + holder() : "at the generator";
        }

        private boolean closed() {
            return !Set.of("nowhere", "at the plant", "at the generator").contains(place())
                    && !place().startsWith("with ");
        }

        private boolean was(Class<? extends Command> command) {
            return told.stream().anyMatch(command::isInstance);
        }

        private @Nullable Command statement(StatementId id) {
            return told.stream()
                    .filter(c -> c.statement().id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        private Stream<OrganisationId> carriers() {
            return Stream.concat(
                    Stream.of(FAST_WHEELS),
                    told.stream().filter(Command.HandOver.class::isInstance).map(c -> ((Command.HandOver) c).to()));
        }

        private OrganisationId holder() {
            return carriers().reduce((_, next) -> next).orElseThrow();
        }
    }
}
