package org.wegweis.kernel.transfernote;

import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.waste.Mass;

/** The rules of the transfer note (§§12, 13, 16 NachwV): {@link #decide} may refuse, {@link #evolve} never does. */
public final class TransferNote {
    private TransferNote() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        return switch (state) {
            case State.NotIssued _ ->
                command instanceof Command.Issue issue ? issue(issue) : refuse(new Refusal.NotIssued());
            case State.Existing existing -> decideExisting(command, existing);
        };
    }

    private static Decision<Event, Refusal> issue(Command.Issue c) {
        var by = c.statement().by();
        var content = c.content();
        if (!takes(by.role())) return refuse(new Refusal.NotForRole(by.role()));
        if (!by.organisation().equals(content.taker())) return refuse(new Refusal.NotTheTaker(content.taker()));
        if (content.mass().equals(Mass.NONE)) return refuse(new Refusal.NoMass());
        return content.certificate()
                .filter(number -> !number.collective())
                .<Decision<Event, Refusal>>map(number -> refuse(new Refusal.NotCollective(number)))
                .orElseGet(() -> accept(c));
    }

    private static Decision<Event, Refusal> decideExisting(Command command, State.Existing state) {
        var by = command.statement().by();
        var content = state.file().content();
        var generator = content.generator().organisation();
        boolean taker = by.organisation().equals(content.taker());
        boolean party = taker || by.organisation().equals(generator);
        if (command instanceof Command.UndoEntry ? by.role() != Role.OPERATOR : !party) {
            return refuse(new Refusal.NotAParty(by.organisation()));
        }
        if (state.file().statements().contains(command.statement().id())) {
            return new Decision.Known<>(command.statement().id());
        }
        return switch (command) {
            case Command.Issue _ -> refuse(new Refusal.AlreadyIssued());
            case Command.Sign c -> {
                if (by.role() != Role.GATE && by.role() != Role.DISPATCHER) {
                    yield refuse(new Refusal.NotForRole(by.role()));
                }
                if (!by.organisation().equals(generator)) yield refuse(new Refusal.NotTheGenerator(generator));
                yield issued(state, issued -> issued.file().signed() ? refuse(new Refusal.AlreadySigned()) : accept(c));
            }
            case Command.Enter c ->
                asTaker(
                        c,
                        state,
                        issued -> issued.consignment()
                                .<Decision<Event, Refusal>>map(other -> refuse(new Refusal.AlreadyEntered(other)))
                                .orElseGet(() -> content.certificate().isEmpty()
                                        ? refuse(new Refusal.SmallAmount())
                                        : accept(c)));
            case Command.UndoEntry c ->
                issued(state, issued -> issued.consignment().isEmpty() ? refuse(new Refusal.NotEntered()) : accept(c));
            case Command.Cancel c ->
                asTaker(
                        c,
                        state,
                        issued -> issued.consignment()
                                .<Decision<Event, Refusal>>map(other -> refuse(new Refusal.AlreadyEntered(other)))
                                .orElseGet(() -> accept(c)));
        };
    }

    private interface WhileIssued {
        Decision<Event, Refusal> decide(State.Issued issued);
    }

    private static Decision<Event, Refusal> asTaker(Command c, State.Existing state, WhileIssued then) {
        var by = c.statement().by();
        var taker = state.file().content().taker();
        if (!takes(by.role())) return refuse(new Refusal.NotForRole(by.role()));
        if (!by.organisation().equals(taker)) return refuse(new Refusal.NotTheTaker(taker));
        return issued(state, then);
    }

    private static Decision<Event, Refusal> issued(State.Existing state, WhileIssued then) {
        return switch (state) {
            case State.Issued issued -> then.decide(issued);
            case State.Cancelled _ -> refuse(new Refusal.AlreadyCancelled());
        };
    }

    /** The collector's driver, the plant's gate, and the offices of both. */
    private static boolean takes(Role role) {
        return role == Role.DRIVER || role == Role.GATE || role == Role.DISPATCHER;
    }

    public static State evolve(State state, Event event) {
        if (event instanceof Event.Issued(var statement, var content)) {
            return new State.Issued(new State.File(content, false, Set.of(statement.id())), Optional.empty());
        }
        if (!(state instanceof State.Issued(var file, var consignment))) {
            throw new IllegalStateException("no transfer note for " + event + ": the store is damaged");
        }
        var with = file.with(event.statement().id());
        return switch (event) {
            case Event.Issued _ -> throw new AssertionError("handled above");
            case Event.Signed _ -> new State.Issued(with.nowSigned(), consignment);
            case Event.Entered(var _, var entered) -> new State.Issued(with, Optional.of(entered));
            case Event.EntryUndone _ -> new State.Issued(with, Optional.empty());
            case Event.Cancelled _ -> new State.Cancelled(with);
        };
    }

    /** What has happened once that command is accepted. */
    static Event happened(Command command) {
        return switch (command) {
            case Command.Issue(var s, var content) -> new Event.Issued(s, content);
            case Command.Sign(var s) -> new Event.Signed(s);
            case Command.Enter(var s, var consignment) -> new Event.Entered(s, consignment);
            case Command.UndoEntry(var s) -> new Event.EntryUndone(s);
            case Command.Cancel(var s) -> new Event.Cancelled(s);
        };
    }

    private static Decision<Event, Refusal> accept(Command command) {
        return new Decision.Accepted<>(happened(command));
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
