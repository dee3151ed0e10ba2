package org.wegweis.tracking.transfernote;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.wegweis.door.Caller;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.transfernote.Command;
import org.wegweis.kernel.transfernote.Refusal;
import org.wegweis.kernel.transfernote.State;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.kernel.transfernote.TransferNoteJson;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.tracking.consignment.CommandRefused;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Transfer notes as statements and records tell of them. */
public final class TransferNotes {
    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final Consignments consignments;

    public TransferNotes(Statements statements, RecordStore store, Directory directory, Consignments consignments) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.consignments = consignments;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws TransferNoteRefused if the rules forbid it
     * @throws CommandRefused if the consignment into which it is to be entered could not take it
     */
    Answer state(Submitted submitted) {
        return refusing(() -> statements.state(submitted, (statement, data) -> {
            var command = TransferNoteJson.command(submitted.type(), statement, data, WasteCatalogue.AVV_2020);
            if (command instanceof Command.Issue(var _, var content)) {
                directory.requireKnown(content.generator(), submitted.pointer() + "/generator");
            }
            boolean fresh = store.find(statement.id().value()).isEmpty();
            if (fresh && command instanceof Command.Enter enter) requireRoom(enter);
            return command;
        }));
    }

    /** States what follows by itself. */
    public Answer state(Submitted submitted, Function<Statement, Command> command) {
        return refusing(() -> statements.state(submitted, (statement, _) -> command.apply(statement)));
    }

    /** Tells at once what would otherwise be undone a moment later. */
    private void requireRoom(Command.Enter enter) {
        var s = enter.statement();
        if (state(new TransferNoteId(s.subject())) instanceof State.Issued issued) {
            var content = issued.file().content();
            if (content.taker().equals(s.by().organisation())) {
                consignments.requireRoom(enter.consignment(), s, content);
            }
        }
    }

    private static Answer refusing(Supplier<Answer> stating) {
        try {
            return stating.get();
        } catch (AggregateNotFoundException | IncompatibleAggregateException e) { // nothing, or of another kind
            throw new TransferNoteRefused(new Refusal.NotIssued());
        }
    }

    /** Where it stands, if it exists for the caller: its two parties, and the authority of the generator's Land. */
    Optional<State.Existing> existing(TransferNoteId id, Caller caller) {
        return state(id) instanceof State.Existing existing && exists(existing, caller)
                ? Optional.of(existing)
                : Optional.empty();
    }

    private State state(TransferNoteId id) {
        State state = State.INITIAL;
        for (var stored : store.of(id.value(), 0)) {
            var record = stored.parsed();
            if (!Events.kind(record.type()).equals(Events.TRANSFER_NOTE)) return State.INITIAL;
            state = TransferNote.evolve(state, TransferNoteJson.event(record));
        }
        return state;
    }

    private static boolean exists(State.Existing state, Caller caller) {
        var content = state.file().content();
        boolean party = caller.organisation().equals(content.taker())
                || caller.organisation().equals(content.generator().organisation());
        var land = content.generator().site().land();
        return party || (caller.is(Role.AUTHORITY) && caller.jurisdiction().contains(land));
    }
}
