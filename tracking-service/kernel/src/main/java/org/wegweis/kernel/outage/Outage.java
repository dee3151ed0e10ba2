package org.wegweis.kernel.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;

/** The rules of an outage (§22 NachwV): {@link #decide} may refuse, {@link #evolve} never does. */
public final class Outage {
    /** Two clocks differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Outage() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        return switch (state) {
            case State.NotReported _ ->
                command instanceof Command.Report report ? report(report) : refuse(new Refusal.NotReported());
            case State.Existing existing -> decideExisting(command, existing);
        };
    }

    private static Decision<Event, Refusal> report(Command.Report c) {
        if (!speaks(c.statement().by().role()))
            return refuse(new Refusal.NotForRole(c.statement().by().role()));
        return notYet(c, c.since()) ? refuse(new Refusal.NotYet(c.since())) : accept(c);
    }

    private static Decision<Event, Refusal> decideExisting(Command command, State.Existing state) {
        var by = command.statement().by();
        var file = state.file();
        if (!by.organisation().equals(file.obliged().organisation())) {
            return refuse(new Refusal.NotTheObliged(by.organisation()));
        }
        if (file.statements().contains(command.statement().id())) {
            return new Decision.Known<>(command.statement().id());
        }
        if (!speaks(by.role())) return refuse(new Refusal.NotForRole(by.role()));
        return switch (command) {
            case Command.Report _ -> refuse(new Refusal.AlreadyReported());
            case Command.UseReceipt c -> use(c, state);
            case Command.EnterReceipt c -> enter(c, file);
            case Command.End c -> end(c, state);
        };
    }

    private static Decision<Event, Refusal> use(Command.UseReceipt c, State.Existing state) {
        if (notYet(c, c.usedAt())) return refuse(new Refusal.NotYet(c.usedAt()));
        if (state.file().receipt(c.number()).isPresent()) return refuse(new Refusal.ReceiptAlreadyUsed(c.number()));
        boolean before = c.usedAt().isBefore(state.file().since());
        boolean after = state instanceof State.Over over && c.usedAt().isAfter(over.endedAt());
        return before || after ? refuse(new Refusal.OutsideTheOutage(c.usedAt())) : accept(c);
    }

    private static Decision<Event, Refusal> enter(Command.EnterReceipt c, State.File file) {
        var receipt = file.receipt(c.number());
        if (receipt.isEmpty()) return refuse(new Refusal.NoSuchReceipt(c.number()));
        return receipt.get()
                .entry()
                .<Decision<Event, Refusal>>map(
                        entry -> refuse(new Refusal.AlreadyEntered(c.number(), entry.consignment())))
                .orElseGet(() -> accept(c));
    }

    private static Decision<Event, Refusal> end(Command.End c, State.Existing state) {
        if (state instanceof State.Over over) return refuse(new Refusal.AlreadyEnded(over.endedAt()));
        var file = state.file();
        if (notYet(c, c.at())) return refuse(new Refusal.NotYet(c.at()));
        if (c.at().isBefore(file.since())) return refuse(new Refusal.EndsBeforeItBegan(file.since()));
        return file.receipts().entrySet().stream()
                .filter(receipt -> receipt.getValue().usedAt().isAfter(c.at()))
                .findFirst()
                .<Decision<Event, Refusal>>map(later -> refuse(new Refusal.ReceiptUsedLater(later.getKey())))
                .orElseGet(() -> accept(c));
    }

    private static boolean notYet(Command c, Instant at) {
        return at.isAfter(c.statement().happenedAt().plus(CLOCK_SKEW));
    }

    /** Whoever hands waste over or takes it over, and its office. */
    private static boolean speaks(Role role) {
        return role == Role.DRIVER || role == Role.GATE || role == Role.DISPATCHER;
    }

    public static State evolve(State state, Event event) {
        if (event instanceof Event.Reported e) return reported(e);
        if (!(state instanceof State.Existing existing)) {
            throw new IllegalStateException("no outage for " + event + ": the store is damaged");
        }
        var file = existing.file().with(event.statement().id());
        return switch (event) {
            case Event.Reported _ -> throw new AssertionError("handled above");
            case Event.ReceiptUsed(var _, var number, var form, var usedAt) ->
                with(existing, file.with(number, new State.Receipt(form, usedAt, Optional.empty())));
            case Event.ReceiptEntered(var s, var number, var consignment) -> {
                var entry = Optional.of(new State.Entry(consignment, s.happenedAt()));
                var receipt =
                        file.receipt(number).orElseThrow(() -> new IllegalStateException("no receipt for " + event));
                yield with(existing, file.with(number, new State.Receipt(receipt.form(), receipt.usedAt(), entry)));
            }
            case Event.Ended(var _, var at) -> new State.Over(file, at);
        };
    }

    private static State reported(Event.Reported e) {
        Statement s = e.statement();
        var obliged = new Party(s.by().organisation(), e.site());
        return new State.UnderWay(new State.File(obliged, e.cause(), e.since(), new LinkedHashMap<>(), Set.of(s.id())));
    }

    private static State with(State.Existing state, State.File file) {
        return switch (state) {
            case State.UnderWay _ -> new State.UnderWay(file);
            case State.Over(var _, var endedAt) -> new State.Over(file, endedAt);
        };
    }

    /** What has happened once that command is accepted. */
    static Event happened(Command command) {
        return switch (command) {
            case Command.Report(var s, var site, var cause, var since) -> new Event.Reported(s, site, cause, since);
            case Command.UseReceipt(var s, var number, var form, var usedAt) ->
                new Event.ReceiptUsed(s, number, form, usedAt);
            case Command.EnterReceipt(var s, var number, var consignment) ->
                new Event.ReceiptEntered(s, number, consignment);
            case Command.End(var s, var at) -> new Event.Ended(s, at);
        };
    }

    private static Decision<Event, Refusal> accept(Command command) {
        return new Decision.Accepted<>(happened(command));
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
