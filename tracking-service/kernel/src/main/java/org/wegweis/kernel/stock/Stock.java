package org.wegweis.kernel.stock;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * The rules of what a plant holds: {@link #decide} may refuse, {@link #evolve} never does. Never answers that a statement is
 * known: whoever holds the records tells a repetition from a second statement.
 */
public final class Stock {
    private static final long MOST = 1L << 53;

    private Stock() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        var by = command.statement().by();
        return switch (state) {
            case State.NotBegun _ ->
                switch (command) {
                    case Command.Begin(var s, var site) ->
                        by.role() == Role.OPERATOR
                                ? new Decision.Accepted<>(new Event.Begun(s, site))
                                : refuse(new Refusal.NotForRole(by.role()));
                    case Command.TakeIn _,
                            Command.CorrectIntake _,
                            Command.Count _,
                            Command.Treat _,
                            Command.PassOn _,
                            Command.UndoPassOn _ -> refuse(new Refusal.NotBegun());
                };
            case State.Begun begun -> {
                var mayNot = mayNot(command, begun);
                yield mayNot.isPresent() ? refuse(mayNot.get()) : decideBegun(command, begun);
            }
        };
    }

    /** What follows from consignments the operator states; everything else is the plant's own word. */
    private static Optional<Refusal> mayNot(Command command, State.Begun state) {
        var by = command.statement().by();
        var here = state.site().organisation();
        return switch (command) {
            case Command.Begin _, Command.TakeIn _, Command.CorrectIntake _, Command.UndoPassOn _ ->
                requireRole(by.role(), Set.of(Role.OPERATOR));
            case Command.Count _, Command.Treat _ ->
                by.organisation().equals(here)
                        ? requireRole(by.role(), Set.of(Role.DISPATCHER))
                        : Optional.of(new Refusal.NotTheSites(here));
            case Command.PassOn _ ->
                by.organisation().equals(here)
                        ? requireRole(by.role(), Set.of(Role.DISPATCHER, Role.GATE))
                        : Optional.of(new Refusal.NotTheSites(here));
        };
    }

    private static Optional<Refusal> requireRole(Role role, Set<Role> may) {
        return may.contains(role) ? Optional.empty() : Optional.of(new Refusal.NotForRole(role));
    }

    private static Decision<Event, Refusal> decideBegun(Command command, State.Begun state) {
        return switch (command) {
            case Command.Begin _ -> refuse(new Refusal.AlreadyBegun());
            case Command.TakeIn c ->
                state.lots().has(c.lot())
                        ? refuse(new Refusal.LotTaken(c.lot()))
                        : accept(
                                new Event.TakenIn(c.statement(), c.lot(), c.from(), c.waste(), c.mass(), c.operation()),
                                state);
            case Command.CorrectIntake c -> correct(c, state);
            case Command.Count c -> count(c, state);
            case Command.Treat c -> treat(c, state);
            case Command.PassOn c -> passOn(c, state);
            case Command.UndoPassOn c ->
                state.passedOn()
                        .get(c.consignment())
                        .<Decision<Event, Refusal>>map(
                                parts -> accept(new Event.PassOnUndone(c.statement(), c.consignment(), parts), state))
                        .orElseGet(() -> refuse(new Refusal.NotPassedOn(c.consignment())));
        };
    }

    /** What was used of it is used: where less came in than that, the difference is stated and nothing is negative. */
    private static Decision<Event, Refusal> correct(Command.CorrectIntake c, State.Begun state) {
        var lot = state.lots().get(c.lot()).orElse(null);
        var intake = lot == null ? Optional.<Mass>empty() : lot.intake();
        if (lot == null || intake.isEmpty()) return refuse(new Refusal.NoSuchLot(c.lot()));
        if (intake.get().equals(c.mass())) return refuse(new Refusal.NothingToCorrect(c.lot()));
        long without =
                lot.held().grams() - intake.get().grams() - lot.shortfall().grams();
        long held = without + c.mass().grams();
        if (held > MOST || -held > MOST) return refuse(new Refusal.TooMuch());
        var shortfall = new Mass(Math.max(0, -held));
        return accept(new Event.IntakeCorrected(c.statement(), c.lot(), c.mass(), shortfall), state);
    }

    private static Decision<Event, Refusal> count(Command.Count c, State.Begun state) {
        var lot = state.lots().get(c.lot());
        if (c.reason() != CountReason.STOCK_TAKING) {
            if (lot.isPresent()) return refuse(new Refusal.LotTaken(c.lot()));
            if (c.waste().isEmpty()) return refuse(new Refusal.WithoutCode(c.lot()));
            if (c.mass().equals(Mass.NONE)) return refuse(new Refusal.NoMass(c.lot()));
            return accept(
                    new Event.Counted(
                            c.statement(), c.lot(), c.waste().get(), c.mass(), c.reason(), Mass.NONE, Mass.NONE),
                    state);
        }
        var waste = lot.flatMap(Lot::waste);
        if (lot.isEmpty() || waste.isEmpty()) return refuse(new Refusal.NoSuchLot(c.lot()));
        if (c.waste().filter(said -> !said.equals(waste.get())).isPresent()) {
            return refuse(new Refusal.OtherWaste(c.lot(), waste.get()));
        }
        long more = c.mass().grams() - lot.get().held().grams();
        return accept(
                new Event.Counted(
                        c.statement(),
                        c.lot(),
                        waste.get(),
                        c.mass(),
                        c.reason(),
                        new Mass(Math.max(0, more)),
                        new Mass(Math.max(0, -more))),
                state);
    }

    private static Decision<Event, Refusal> treat(Command.Treat c, State.Begun state) {
        var treatment = c.treatment();
        if (treatment.inputs().isEmpty()) return refuse(new Refusal.NothingToTreat());
        var wrong = notHeld(treatment.inputs(), state).or(() -> wrongOutput(treatment, state));
        if (wrong.isPresent()) return refuse(wrong.get());
        if (treatment.in() != treatment.out()) {
            return refuse(new Refusal.DoesNotAddUp(treatment.in(), treatment.out()));
        }
        return accept(new Event.Treated(c.statement(), treatment, flags(treatment, state)), state);
    }

    private static Optional<Refusal> notHeld(List<Part> parts, State.Begun state) {
        var named = new HashSet<LotId>();
        for (var part : parts) {
            var lot = state.lots().get(part.lot());
            if (lot.isEmpty()) return Optional.of(new Refusal.NoSuchLot(part.lot()));
            if (!named.add(part.lot())) return Optional.of(new Refusal.LotTwice(part.lot()));
            if (part.mass().equals(Mass.NONE)) return Optional.of(new Refusal.NoMass(part.lot()));
            var held = lot.get().held();
            if (part.mass().compareTo(held) > 0) return Optional.of(new Refusal.MoreThanHeld(part.lot(), held));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> wrongOutput(Treatment treatment, State.Begun state) {
        var operation = treatment.operation();
        var named = new HashSet<LotId>();
        for (var output : treatment.outputs()) {
            var lot = output.lot();
            if (state.lots().has(lot)) return Optional.of(new Refusal.LotTaken(lot));
            if (!named.add(lot)) return Optional.of(new Refusal.LotTwice(lot));
            if (output.mass().equals(Mass.NONE)) return Optional.of(new Refusal.NoMass(lot));
            boolean waste = output.kind() == Lot.Kind.WASTE;
            if (waste && output.waste().isEmpty()) return Optional.of(new Refusal.WithoutCode(lot));
            if (!waste && output.waste().isPresent()) return Optional.of(new Refusal.CodeOnlyForWaste(lot));
            if (output.kind() == Lot.Kind.PRODUCT && !operation.recovers()) {
                return Optional.of(new Refusal.NoProductOf(operation));
            }
            if (output.kind() == Lot.Kind.DISPOSED && operation.goesOn()) {
                return Optional.of(new Refusal.NotFinal(operation));
            }
        }
        return Optional.empty();
    }

    private static Set<Flag> flags(Treatment treatment, State.Begun state) {
        var in = treatment.inputs().stream()
                .flatMap(input -> state.lots().get(input.lot()).flatMap(Lot::waste).stream())
                .collect(Collectors.toSet());
        var flags = EnumSet.noneOf(Flag.class);
        if (in.size() > 1 && in.stream().anyMatch(WasteCode::hazardous)) flags.add(Flag.MIXED_HAZARDOUS);
        boolean harmless = treatment.outputs().stream()
                .flatMap(output -> output.waste().stream())
                .anyMatch(waste -> !waste.hazardous());
        if (harmless && in.stream().allMatch(WasteCode::hazardous)) flags.add(Flag.HAZARD_LOST);
        return flags;
    }

    private static Decision<Event, Refusal> passOn(Command.PassOn c, State.Begun state) {
        var consignment = c.onward().consignment();
        if (!c.onward().from().equals(state.site().site())) return refuse(new Refusal.NotFromHere(consignment));
        if (c.onward().cancelled()) return refuse(new Refusal.ConsignmentCancelled(consignment));
        if (state.passedOn().has(consignment)) return refuse(new Refusal.AlreadyPassedOn(consignment));
        if (c.parts().isEmpty()) return refuse(new Refusal.NothingToPassOn());
        return notHeld(c.parts(), state)
                .<Decision<Event, Refusal>>map(Stock::refuse)
                .orElseGet(() -> accept(new Event.PassedOn(c.statement(), consignment, c.parts()), state));
    }

    public static State evolve(State state, Event event) {
        if (event instanceof Event.Begun(var _, var site)) {
            return new State.Begun(site, Buckets.empty(), Buckets.empty(), Totals.NONE);
        }
        if (!(state instanceof State.Begun begun)) {
            throw new IllegalStateException("no stock for " + event + ": the store is damaged");
        }
        var movement = Movement.of(event, begun.lots()::get);
        var passedOn = switch (event) {
            case Event.PassedOn e -> begun.passedOn().with(Map.of(e.consignment(), e.parts()));
            case Event.PassOnUndone e -> begun.passedOn().without(e.consignment());
            case Event.Begun _, Event.TakenIn _, Event.IntakeCorrected _, Event.Counted _, Event.Treated _ ->
                begun.passedOn();
        };
        return new State.Begun(
                begun.site(),
                begun.lots().with(movement.lots()),
                passedOn,
                begun.totals().plus(movement.bookings()));
    }

    private static Decision<Event, Refusal> accept(Event event, State.Begun state) {
        var bookings = Movement.of(event, state.lots()::get).bookings();
        return state.totals().holds(bookings) ? new Decision.Accepted<>(event) : refuse(new Refusal.TooMuch());
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
