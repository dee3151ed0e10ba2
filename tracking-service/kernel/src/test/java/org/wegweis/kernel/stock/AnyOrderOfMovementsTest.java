package org.wegweis.kernel.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;
import static org.wegweis.kernel.stock.StockTest.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.stock.Treatment.Gained;
import org.wegweis.kernel.stock.Treatment.Lost;
import org.wegweis.kernel.stock.Treatment.Output;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Whatever is stated in whatever order: no gram is lost or doubled. Beside it runs a slow and obvious book. */
class AnyOrderOfMovementsTest {
    private static final List<WasteCode> CODES = List.of(SOIL_CODE, SLUDGE_CODE, RUBBLE_CODE);
    private static final List<CountReason> REASONS = List.of(CountReason.values());

    /** What is held of each lot, what came in, and sums that only grow: nothing clever. */
    private static final class Book {
        final Map<LotId, Long> held = new HashMap<>();
        final Map<LotId, Long> intake = new HashMap<>();
        final Map<LotId, Long> shortfall = new HashMap<>();
        final Map<LotId, WasteCode> codes = new HashMap<>();
        final Set<LotId> taken = new HashSet<>();
        final Map<ConsignmentId, List<Part>> gone = new HashMap<>();
        long counted;
        long gained;
        long lost;
        long ended;

        boolean accepts(Command command) {
            return switch (command) {
                case Command.Begin _ -> false;
                case Command.TakeIn c -> !taken.contains(c.lot());
                case Command.CorrectIntake c ->
                    intake.containsKey(c.lot())
                            && intake.getOrDefault(c.lot(), 0L) != c.mass().grams();
                case Command.Count c ->
                    c.reason() == CountReason.STOCK_TAKING
                            ? held.containsKey(c.lot()) && c.waste().equals(Optional.ofNullable(codes.get(c.lot())))
                            : !taken.contains(c.lot()) && c.mass().grams() > 0;
                case Command.Treat(var _, var t) ->
                    !t.inputs().isEmpty()
                            && there(t.inputs())
                            && t.outputs().stream().noneMatch(output -> taken.contains(output.lot()))
                            && t.outputs().stream()
                                    .allMatch(output -> output.mass().grams() > 0)
                            && grams(t.inputs())
                                            + t.gains().stream()
                                                    .mapToLong(it -> it.mass().grams())
                                                    .sum()
                                    == t.outputs().stream()
                                                    .mapToLong(it -> it.mass().grams())
                                                    .sum()
                                            + t.losses().stream()
                                                    .mapToLong(it -> it.mass().grams())
                                                    .sum();
                case Command.PassOn c ->
                    !gone.containsKey(c.onward().consignment()) && !c.parts().isEmpty() && there(c.parts());
                case Command.UndoPassOn c -> gone.containsKey(c.consignment());
            };
        }

        void write(Command command) {
            switch (command) {
                case Command.Begin _ -> throw new AssertionError("begun before");
                case Command.TakeIn c -> {
                    enter(c.lot(), c.waste(), c.mass().grams());
                    intake.put(c.lot(), c.mass().grams());
                }
                case Command.CorrectIntake c -> {
                    long was = intake.getOrDefault(c.lot(), 0L);
                    long wasShort = shortfall.getOrDefault(c.lot(), 0L);
                    long left = held.getOrDefault(c.lot(), 0L)
                            - was
                            - wasShort
                            + c.mass().grams();
                    intake.put(c.lot(), c.mass().grams());
                    shortfall.put(c.lot(), left < 0 ? -left : 0);
                    held.put(c.lot(), left < 0 ? 0 : left);
                }
                case Command.Count c -> {
                    if (c.reason() == CountReason.STOCK_TAKING) {
                        long difference = c.mass().grams() - held.getOrDefault(c.lot(), 0L);
                        if (difference > 0) gained += difference;
                        else lost -= difference;
                        held.put(c.lot(), c.mass().grams());
                    } else {
                        enter(c.lot(), c.waste().orElseThrow(), c.mass().grams());
                        counted += c.mass().grams();
                    }
                }
                case Command.Treat(var _, var t) -> {
                    t.inputs()
                            .forEach(input ->
                                    held.merge(input.lot(), -input.mass().grams(), Long::sum));
                    for (var output : t.outputs()) {
                        if (output.kind() == Lot.Kind.WASTE) {
                            enter(
                                    output.lot(),
                                    output.waste().orElseThrow(),
                                    output.mass().grams());
                        } else {
                            taken.add(output.lot());
                            ended += output.mass().grams();
                        }
                    }
                    gained += t.gains().stream()
                            .mapToLong(it -> it.mass().grams())
                            .sum();
                    lost += t.losses().stream()
                            .mapToLong(it -> it.mass().grams())
                            .sum();
                }
                case Command.PassOn c -> {
                    c.parts()
                            .forEach(part -> held.merge(part.lot(), -part.mass().grams(), Long::sum));
                    gone.put(c.onward().consignment(), c.parts());
                }
                case Command.UndoPassOn c ->
                    Objects.requireNonNull(gone.remove(c.consignment()))
                            .forEach(part -> held.merge(part.lot(), part.mass().grams(), Long::sum));
            }
        }

        private void enter(LotId lot, WasteCode code, long grams) {
            taken.add(lot);
            codes.put(lot, code);
            held.put(lot, grams);
        }

        private boolean there(List<Part> parts) {
            return parts.stream().map(Part::lot).distinct().count() == parts.size()
                    && parts.stream()
                            .allMatch(part -> part.mass().grams() > 0
                                    && held.getOrDefault(part.lot(), 0L)
                                            >= part.mass().grams());
        }

        private static long grams(List<Part> parts) {
            return parts.stream().mapToLong(part -> part.mass().grams()).sum();
        }

        private static long sum(Map<?, Long> masses) {
            return masses.values().stream().mapToLong(it -> it).sum();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void masses_stay_balanced_to_the_gram(long seed) {
        var random = new Random(seed);
        var begun = given(begin());
        State state = begun;
        var book = new Book();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            var command = anything(random, book);
            var decision = Stock.decide(command, state);
            assertThat(decision instanceof Decision.Accepted)
                    .as("%s: %s", command, decision)
                    .isEqualTo(book.accepts(command));
            if (!(decision instanceof Decision.Accepted(var event))) continue;
            book.write(command);
            events.add(event);
            state = Stock.evolve(state, event);
            agree((State.Begun) state, book);
        }
        assertThat(events).as("enough happens").hasSizeGreaterThan(20);
        assertThat(replayed(begun, events)).as("replayed").isEqualTo(state);
    }

    private static void agree(State.Begun state, Book book) {
        var totals = state.totals();
        book.held.forEach((lot, grams) ->
                assertThat(state.lots().get(lot).orElseThrow().held()).isEqualTo(new Mass(grams)));
        long gone = book.gone.values().stream().mapToLong(Book::grams).sum();
        assertThat(totals.grams(Account.HELD)).isEqualTo(Book.sum(book.held));
        assertThat(totals.grams(Account.TAKEN_IN)).isEqualTo(Book.sum(book.intake));
        assertThat(totals.grams(Account.COUNTED)).isEqualTo(book.counted);
        assertThat(totals.grams(Account.PASSED_ON)).isEqualTo(gone);
        assertThat(totals.grams(Account.GAINED)).isEqualTo(book.gained + Book.sum(book.shortfall));
        assertThat(totals.grams(Account.LOST)).isEqualTo(book.lost);
        assertThat(totals.grams(Account.TAKEN_IN) + totals.grams(Account.COUNTED) + totals.grams(Account.GAINED))
                .as("what came is what went and what is here")
                .isEqualTo(book.ended
                        + totals.grams(Account.PASSED_ON)
                        + totals.grams(Account.LOST)
                        + totals.grams(Account.HELD));
        for (var code : CODES) {
            var line = Optional.of(code);
            assertThat(totals.grams(line, Account.TAKEN_IN)
                            + totals.grams(line, Account.COUNTED)
                            + totals.grams(line, Account.GAINED)
                            + totals.grams(line, Account.PRODUCED))
                    .as("of %s", code)
                    .isEqualTo(totals.grams(line, Account.TREATED)
                            + totals.grams(line, Account.PASSED_ON)
                            + totals.grams(line, Account.LOST)
                            + totals.grams(line, Account.HELD));
        }
    }

    private static Command anything(Random random, Book book) {
        var lot = lot(random.nextInt(20));
        var mass = new Mass(random.nextLong(4) * 500_000 + random.nextLong(2));
        var code = CODES.get(random.nextInt(CODES.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> takeIn(lot, code, mass);
            case 2 -> correct(lot, mass);
            case 3 ->
                new Command.Count(
                        statement(3, LANDFILL_OFFICE),
                        lot,
                        Optional.of(random.nextBoolean() ? book.codes.getOrDefault(lot, code) : code),
                        mass,
                        REASONS.get(random.nextInt(REASONS.size())));
            case 4, 5 -> treatment(random, book, code);
            case 6 ->
                new Command.PassOn(
                        statement(5, LANDFILL_OFFICE),
                        new Command.Onward(onward(random), YARD.site(), false),
                        parts(random, book));
            default -> new Command.UndoPassOn(statement(6, CLOCK), onward(random));
        };
    }

    private static ConsignmentId onward(Random random) {
        return new ConsignmentId(id(760 + random.nextInt(4)));
    }

    /** Often right; else a gram too many or too few. */
    private static Command treatment(Random random, Book book, WasteCode code) {
        var inputs = parts(random, book);
        long in = Book.grams(inputs);
        var gains =
                random.nextBoolean() ? List.of(new Gained(Gain.WATER, new Mass(random.nextInt(9)))) : List.<Gained>of();
        long all = in + gains.stream().mapToLong(it -> it.mass().grams()).sum();
        long product = random.nextBoolean() ? all / 3 : 0;
        long loss = random.nextBoolean() ? all / 7 : 0;
        var outputs = new ArrayList<Output>();
        if (product > 0) {
            outputs.add(
                    new Output(lot(20 + random.nextInt(40)), Lot.Kind.PRODUCT, Optional.empty(), new Mass(product)));
        }
        long rest = Math.max(0, all - product - loss - (random.nextInt(6) == 0 ? 1 : 0));
        if (rest > 0) {
            outputs.add(new Output(lot(60 + random.nextInt(40)), Lot.Kind.WASTE, Optional.of(code), new Mass(rest)));
        }
        return treat(R5, inputs, outputs, gains, List.of(new Lost(Loss.DRYING, new Mass(loss))));
    }

    private static List<Part> parts(Random random, Book book) {
        var known = book.taken.stream().toList();
        var parts = new ArrayList<Part>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var lot = known.isEmpty() || random.nextInt(8) == 0
                    ? lot(random.nextInt(100))
                    : known.get(random.nextInt(known.size()));
            long held = book.held.getOrDefault(lot, 0L);
            long grams = random.nextInt(8) == 0 ? held + 1 : random.nextBoolean() ? held : held / 2;
            parts.add(new Part(lot, new Mass(grams)));
        }
        return parts;
    }

    /** From the records' JSON, as the store would. */
    private static State replayed(State state, List<Event> events) {
        for (var event : events) {
            state = Stock.evolve(state, (Event) Events.event(EventContracts.record(event)));
        }
        return state;
    }

    /** A plant of a hundred thousand lots is asked as quickly as a small one: nothing copies them all. */
    @Test
    void a_hundred_thousand_lots_are_read_in_seconds() {
        State state = given(begin());
        long began = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            var lot = new LotId(id(1_000_000 + i));
            state = Stock.evolve(
                    state,
                    new Event.TakenIn(
                            statement(2, CLOCK), lot, Source.CONSIGNMENT, CODES.get(i % 3), kg(10), Optional.of(R13)));
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertThat(((State.Begun) state).totals().grams(Account.HELD))
                .isEqualTo(kg(1_000_000).grams());
        assertThat(millis).as("milliseconds").isLessThan(20_000);
    }
}
