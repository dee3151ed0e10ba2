package org.wegweis.kernel.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Whatever is sent, by whomever and in whatever order: the decider says what its slow and obvious twin says. */
class AnyOrderTest {
    private static final int COMMANDS = 120;
    private static final int IDS = 60;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void the_decider_and_its_twin_agree_and_closed_stays_closed(long seed) {
        var random = new Random(seed);
        var twin = new Twin(new ArrayList<>());
        var state = State.INITIAL;
        var events = new ArrayList<Event>();
        for (int i = 0; i < COMMANDS; i++) {
            var command = anyCommand(random, twin.told);
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
                    assertThat(event)
                            .isInstanceOfAny(
                                    Event.Released.class,
                                    Event.TakenBack.class,
                                    Event.Corrected.class,
                                    Event.CorrectionAgreed.class,
                                    Event.CorrectionDeclined.class);
                    assertThat(((State.Closed) state).outcome()).isEqualTo(closed.outcome());
                }
            }
            assertThat(place(state)).isEqualTo(twin.place());
            if (state instanceof State.Existing existing) {
                assertThat(existing.file().opening().declared()).isEqualTo(twin.declared());
                assertThat(existing.file().masses().accepted()).isEqualTo(twin.accepted());
            }
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
            var told = new ArrayList<Command>();
            for (int i = 0; i < COMMANDS; i++) {
                var command = anyCommand(random, told);
                var decision = Consignment.decide(command, state);
                answers.add(DecisionTablesTest.answer(decision));
                if (decision instanceof Decision.Accepted(var event)) {
                    state = Consignment.evolve(state, event);
                    told.add(command);
                }
            }
            if (state instanceof State.Closed closed) outcomes.add(closed.outcome());
        });
        assertThat(answers).contains("ok", "known");
        var ofCollections = Set.of(
                Refusal.NotTheNumberOfACollection.class,
                Refusal.NotTheCollector.class,
                Refusal.OtherWaste.class,
                Refusal.OtherLand.class,
                Refusal.TransferNoteAlreadyEntered.class);
        var byPapers = Set.of(
                Refusal.PlantWithoutPermit.class, Refusal.CarrierNotNotified.class, Refusal.CarrierWithoutPermit.class);
        assertThat(answers)
                .containsAll(Arrays.stream(Objects.requireNonNull(Refusal.class.getPermittedSubclasses()))
                        .filter(refusal -> !ofCollections.contains(refusal) && !byPapers.contains(refusal))
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(outcomes).containsExactlyInAnyOrder(State.Outcome.values());
    }

    /** Half of them by the one whose turn it would be. */
    private static Command anyCommand(Random random, List<Command> told) {
        var aimed = told.isEmpty() ? open() : told.get(random.nextInt(told.size()));
        var aim = random.nextInt(4) == 0
                ? new StatementId(id(random.nextInt(IDS)))
                : aimed.statement().id();
        var corrector =
                random.nextBoolean() ? anybody(random) : aimed.statement().by();
        var anybody = anybody(random);
        var note = new NoteNumber("11681570210294-1");
        Command command = switch (random.nextInt(17)) {
            case 0 -> open();
            case 1 -> random.nextBoolean() ? pickUp() : pickUp(kg(5));
            case 2 ->
                random.nextBoolean()
                        ? new Command.HandOver(handOver().statement(), random.nextBoolean() ? FAST_WHEELS : SLOW_WHEELS)
                        : handOverToTheStore();
            case 8 -> release();
            case 14 -> enterTransferNote();
            case 9 -> takeOver();
            case 10 -> takeBack(kg(random.nextInt(9_000)));
            case 11, 12 -> agreeTo(anybody, aim);
            case 13 -> decline(anybody, aim);
            case 3 -> deliver();
            case 4 -> accept(kg(random.nextInt(9_000)));
            case 5 -> acceptInPart(kg(random.nextInt(3)), kg(random.nextInt(3)));
            case 6 -> reject();
            case 7, 15 ->
                correct(
                        corrector,
                        aim,
                        switch (random.nextInt(3)) {
                            case 0 -> toMass(kg(random.nextInt(9_000)));
                            case 1 -> toNote(note);
                            default -> toWaste(new WasteCode("170504", false));
                        });
            default -> cancel();
        };
        return again(random.nextBoolean() ? command : by(anybody, command), new StatementId(id(random.nextInt(IDS))));
    }

    private static Actor anybody(Random random) {
        var organisations = List.of(GREEN_HILL, FAST_WHEELS, SLOW_WHEELS, NORTH_LANDFILL, STRANGERS);
        var roles = List.of(Role.values()); // the first three are those that state things
        return person(organisations.get(random.nextInt(5)), roles.get(random.nextInt(random.nextInt(4) > 0 ? 3 : 6)));
    }

    private static String place(State state) {
        return switch (state) {
            case State.NotOpened _ -> "nowhere";
            case State.Opened _ -> "at the generator";
            case State.OnTheRoad(var _, var holder) ->
                "with " + holder.organisation()
                        + holder.store().map(store -> " at " + store).orElse("");
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
            if (c instanceof Command.EnterTransferNote) {
                if (statement(c.statement().id()) != null) return "known";
                return c.statement().by().role() == Role.OPERATOR ? "NotCollective" : "NotForRole";
            }
            if (who.equals(STRANGERS)) return "NotAParty";
            if (who.equals(SLOW_WHEELS) && carriers().noneMatch(who::equals)) return "NotAParty";
            if (statement(c.statement().id()) != null) return "known";
            if (!roles(c).contains(c.statement().by().role())) return "NotForRole";
            if (c instanceof Command.Open) return "AlreadyOpened";
            if (c instanceof Command.AcceptInPart p
                    && p.accepted().grams() * p.rejected().grams() == 0) return "NotAPart";
            if (c instanceof Command.Release) {
                if (!who.equals(GREEN_HILL)) return "NotTheGenerator";
                if (was(Command.Release.class)) return "AlreadyReleased";
                return was(Command.Cancel.class) ? "AlreadyClosed" : "ok";
            }
            if (c instanceof Command.TakeBack) {
                if (!was(Command.Reject.class) && !was(Command.AcceptInPart.class)) return "NothingRejected";
                if (!who.equals(GREEN_HILL)) return "NotWhereItGoes";
                return was(Command.TakeBack.class) ? "AlreadyTakenBack" : "ok";
            }
            if (c instanceof Command.AgreeTo agree) return word(agree.correction(), who, false);
            if (c instanceof Command.Decline decline) return word(decline.correction(), who, true);
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
            if (c instanceof Command.HandOver || c instanceof Command.TakeOver || c instanceof Command.Deliver) {
                if (delivered) return "AlreadyDelivered";
                if (!who.equals(holder())) return "NotTheCarrier";
                if (c instanceof Command.Deliver) return inAStore() ? "InAStore" : "ok";
                if (c instanceof Command.HandOver h) {
                    boolean same = h.to().equals(holder()) && h.store().isPresent() == inAStore();
                    return same ? "AlreadyHoldsIt" : "ok";
                }
                return lastHandOver().isEmpty() || wasSince(lastHandOver().get(), Command.TakeOver.class)
                        ? "AlreadyTakenOver"
                        : "ok";
            }
            if (!delivered) return "NotDelivered";
            return who.equals(NORTH_LANDFILL) ? "ok" : "NotThePlant";
        }

        private String correction(Command.Correct c, OrganisationId who) {
            if (was(Command.Cancel.class)) return "AlreadyClosed";
            var original = statement(c.corrects());
            if (original == null) return "NothingStated";
            if (!original.statement().by().organisation().equals(who)) return "NotYourStatement";
            if (original instanceof Command.Open) {
                if (c.statement().by().role() != Role.DISPATCHER) return "NotForRole";
                return pending(c.corrects()) ? "CorrectionPending" : "ok";
            }
            boolean saysOneMass = original instanceof Command.Accept
                    || original instanceof Command.AcceptInPart
                    || (original instanceof Command.PickUp p && p.loaded().isPresent());
            boolean massOnly = c.correction().waste().isEmpty()
                    && c.correction().noteNumber().isEmpty();
            if (!saysOneMass || !massOnly) return "NotStatedThere";
            return pending(c.corrects()) ? "CorrectionPending" : "ok";
        }

        private String word(StatementId id, OrganisationId who, boolean declining) {
            if (!(statement(id) instanceof Command.Correct correct)) return "NothingStated";
            if (!standing(correct).equals("pending")) return "CorrectionSettled";
            if (declining && correct.statement().by().organisation().equals(who)) return "ok";
            return asked(correct).contains(who) ? "ok" : "NotAsked";
        }

        private boolean pending(StatementId corrected) {
            return corrections()
                    .anyMatch(c -> c.corrects().equals(corrected) && standing(c).equals("pending"));
        }

        private Stream<Command.Correct> corrections() {
            return told.stream().filter(Command.Correct.class::isInstance).map(Command.Correct.class::cast);
        }

        private String standing(Command.Correct correct) {
            boolean declined = told.stream()
                    .anyMatch(c -> c instanceof Command.Decline d
                            && d.correction().equals(correct.statement().id()));
            if (declined) return "declined";
            return asked(correct).isEmpty() ? "in force" : "pending";
        }

        /** Everybody else who spoke before it, less those who have agreed. */
        private Set<OrganisationId> asked(Command.Correct correct) {
            var asked = told.subList(0, told.indexOf(correct)).stream()
                    .map(c -> c.statement().by().organisation())
                    .collect(Collectors.toCollection(HashSet::new));
            asked.remove(correct.statement().by().organisation());
            told.stream()
                    .filter(c -> c instanceof Command.AgreeTo a
                            && a.correction().equals(correct.statement().id()))
                    .forEach(c -> asked.remove(c.statement().by().organisation()));
            return asked;
        }

        /** The last correction to have come into force wins, whenever it was proposed. */
        private Optional<Mass> massInForce(StatementId corrected) {
            Optional<Mass> mass = Optional.empty();
            var seen = new HashSet<Command.Correct>();
            for (int i = 1; i <= told.size(); i++) {
                var then = new Twin(told.subList(0, i));
                for (var c : then.corrections().toList()) {
                    if (c.corrects().equals(corrected) && then.standing(c).equals("in force") && seen.add(c)) {
                        if (c.correction().mass().isPresent())
                            mass = c.correction().mass();
                    }
                }
            }
            return mass;
        }

        Mass declared() {
            var first = (Command.Open) told.getFirst();
            return massInForce(first.statement().id()).orElse(first.opening().declared());
        }

        Optional<Mass> accepted() {
            for (Command c : told) {
                var id = c.statement().id();
                if (c instanceof Command.Reject) return Optional.of(Mass.NONE);
                if (c instanceof Command.Accept a) return massInForce(id).or(() -> Optional.of(a.accepted()));
                if (c instanceof Command.AcceptInPart a) return massInForce(id).or(() -> Optional.of(a.accepted()));
            }
            return Optional.empty();
        }

        private Optional<Command.HandOver> lastHandOver() {
            return told.stream()
                    .filter(Command.HandOver.class::isInstance)
                    .map(Command.HandOver.class::cast)
                    .reduce((_, last) -> last);
        }

        private boolean inAStore() {
            return lastHandOver().filter(c -> c.store().isPresent()).isPresent();
        }

        private boolean wasSince(Command c, Class<? extends Command> what) {
            return told.subList(told.indexOf(c), told.size()).stream().anyMatch(what::isInstance);
        }

        private static Set<Role> roles(Command c) {
            if (c instanceof Command.Open || c instanceof Command.Cancel) return Set.of(Role.DISPATCHER);
            if (c instanceof Command.Correct) return Set.of(Role.DRIVER, Role.GATE, Role.DISPATCHER);
            if (c instanceof Command.HandOver || c instanceof Command.TakeOver) {
                return Set.of(Role.DRIVER, Role.GATE, Role.DISPATCHER);
            }
            boolean onTheRoad = c instanceof Command.PickUp || c instanceof Command.Deliver;
            return Set.of(onTheRoad ? Role.DRIVER : Role.GATE, Role.DISPATCHER);
        }

        String place() {
            if (told.isEmpty()) return "nowhere";
            if (was(Command.Cancel.class)) return "CANCELLED";
            if (was(Command.Accept.class)) return "ACCEPTED";
            if (was(Command.AcceptInPart.class)) return "PARTLY_ACCEPTED";
            if (was(Command.Reject.class)) return "REJECTED";
            if (was(Command.Deliver.class)) return "at the plant";
            if (!was(Command.PickUp.class)) return "at the generator";
            return "with " + holder() + (inAStore() ? " at " + SLOW_STORE : "");
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
