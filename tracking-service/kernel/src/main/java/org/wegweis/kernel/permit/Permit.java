package org.wegweis.kernel.permit;

import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;

/** The rules of a paper on file: {@link #decide} may refuse, {@link #evolve} never does. */
public final class Permit {
    private Permit() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        return switch (state) {
            case State.NotFiled _ -> command instanceof Command.File file ? file(file) : refuse(new Refusal.NotFiled());
            case State.OnFile onFile -> decideOnFile(command, onFile);
        };
    }

    private static Decision<Event, Refusal> file(Command.File c) {
        var by = c.statement().by();
        var paper = c.paper();
        if (by.role() != Role.DISPATCHER) return refuse(new Refusal.NotForRole(by.role()));
        var holder = paper.holder().organisation();
        if (!by.organisation().equals(holder)) return refuse(new Refusal.NotTheHolder(holder));
        if (paper.until().filter(until -> until.isBefore(paper.from())).isPresent()) {
            return refuse(new Refusal.EndsBeforeItBegins(paper.until().get()));
        }
        return paper.scope() instanceof Scope.EfbCertificate
                ? limited(c)
                : accept(new Event.Filed(c.statement(), paper));
    }

    /** §56(3) Satz 3, 4 KrWG. */
    private static Decision<Event, Refusal> limited(Command.File c) {
        var until = c.paper().until();
        if (until.isEmpty()) return refuse(new Refusal.Unlimited());
        var latest = Deadline.EFB_CERTIFICATE_VALID.lastDay(c.paper().from());
        return until.get().isAfter(latest)
                ? refuse(new Refusal.TooLong(latest))
                : accept(new Event.Filed(c.statement(), c.paper()));
    }

    private static Decision<Event, Refusal> decideOnFile(Command command, State.OnFile state) {
        var by = command.statement().by();
        var holder = state.paper().holder().organisation();
        var speaker = switch (command) {
            case Command.File _, Command.GiveUp _ -> Role.DISPATCHER;
            case Command.Acknowledge _, Command.Withdraw _ -> Role.AUTHORITY;
        };
        boolean stranger = speaker == Role.DISPATCHER && !by.organisation().equals(holder);
        if (stranger) return refuse(new Refusal.NotAParty(by.organisation()));
        if (by.role() != speaker) return refuse(new Refusal.NotForRole(by.role()));
        if (state.statements().contains(command.statement().id())) {
            return new Decision.Known<>(command.statement().id());
        }
        if (command instanceof Command.File) return refuse(new Refusal.AlreadyFiled());
        if (state.withdrawn().isPresent()) {
            return refuse(new Refusal.AlreadyWithdrawn(state.withdrawn().get()));
        }
        return switch (command) {
            case Command.File _ -> throw new AssertionError("handled above");
            case Command.Acknowledge(var s) ->
                state.acknowledged() ? refuse(new Refusal.AlreadyAcknowledged()) : accept(new Event.Acknowledged(s));
            case Command.Withdraw(var s, var from) -> accept(new Event.Withdrawn(s, from));
            case Command.GiveUp c -> giveUp(c, state);
        };
    }

    private static Decision<Event, Refusal> giveUp(Command.GiveUp c, State.OnFile state) {
        if (state.givenUp().isPresent()) {
            return refuse(new Refusal.AlreadyGivenUp(state.givenUp().get()));
        }
        var today = BerlinDay.of(c.statement().happenedAt());
        return c.from().isBefore(today)
                ? refuse(new Refusal.GivenUpInThePast(today))
                : accept(new Event.GivenUp(c.statement(), c.from()));
    }

    public static State evolve(State state, Event event) {
        var id = event.statement().id();
        if (event instanceof Event.Filed(var _, var paper)) {
            return new State.OnFile(paper, false, Optional.empty(), Optional.empty(), Set.of(id));
        }
        if (!(state instanceof State.OnFile onFile)) {
            throw new IllegalStateException("no paper for " + event + ": the store is damaged");
        }
        var with = onFile.with(id);
        return switch (event) {
            case Event.Filed _ -> throw new AssertionError("handled above");
            case Event.Acknowledged _ -> with.nowAcknowledged();
            case Event.Withdrawn(var _, var from) -> with.withdrawn(from);
            case Event.GivenUp(var _, var from) -> with.givenUp(from);
        };
    }

    private static Decision<Event, Refusal> accept(Event event) {
        return new Decision.Accepted<>(event);
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
