package org.wegweis.tracking.transfernote;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.door.Caller;
import org.wegweis.kernel.consignment.Command.EnterTransferNote;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Refusal.TransferNoteAlreadyEntered;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.transfernote.Command;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.transfernote.Event;
import org.wegweis.kernel.transfernote.Refusal;
import org.wegweis.kernel.transfernote.State;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.kernel.transfernote.TransferNoteJson;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.consignment.CommandRefused;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Transfer notes as statements and records tell of them. */
public final class TransferNotes {
    private static final Logger log = LoggerFactory.getLogger(TransferNotes.class);

    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final WasteList wastes;
    private final CheckDigit checkDigit;
    private final Consignments consignments;
    private final Actor operator;

    /** @param operator for whom the service states what follows by itself */
    public TransferNotes(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            CheckDigit checkDigit,
            Consignments consignments,
            Actor operator) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.wastes = wastes;
        this.checkDigit = checkDigit;
        this.consignments = consignments;
        this.operator = operator;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws TransferNoteRefused if the rules forbid it
     * @throws CommandRefused if the consignment into which it is to be entered could not take it
     */
    Answer state(Submitted submitted) {
        var answer = statements.state(
                submitted,
                (statement, data) -> {
                    var command = TransferNoteJson.command(submitted.type(), statement, data, wastes);
                    if (command instanceof Command.Issue(var _, var content)) {
                        requireRightNumbers(content, submitted.pointer());
                        directory.requireKnown(content.generator(), submitted.pointer() + "/generator");
                    }
                    if (command instanceof Command.Enter enter) requireRoom(enter);
                    return command;
                },
                () -> new TransferNoteRefused(new Refusal.NotIssued()));
        // Whoever delivers in the next moment finds it there. If we are stopped before, somebody else joins them.
        if (submitted.type().equals(TransferNoteJson.ENTERED)) {
            join(new TransferNoteId(answer.stored().parsed().subject()));
        }
        return answer;
    }

    private void requireRightNumbers(Content content, String pointer) {
        content.number().ifPresent(number -> checkDigit.refuseWrong(Kind.NOTE, number, pointer + "/number"));
        content.certificate()
                .ifPresent(number -> checkDigit.refuseWrong(Kind.CERTIFICATE, number, pointer + "/certificate"));
    }

    /** Tells at once what would otherwise be undone a moment later. */
    private void requireRoom(Command.Enter enter) {
        var s = enter.statement();
        if (state(new TransferNoteId(s.subject())) instanceof State.Issued(var file, var into)) {
            boolean free = into.isEmpty() && file.content().taker().equals(s.by().organisation());
            if (free) consignments.requireRoom(enter.consignment(), s, file.content());
        }
    }

    /** Brings a transfer note to the consignment into which it says it is entered; sets it free where that is too late. */
    public void join(TransferNoteId id) {
        if (!(state(id) instanceof State.Issued(var file, var into) && into.isPresent())) return;
        var content = file.content();
        try {
            consignments.state(
                    byItself(into.get().value(), ConsignmentJson.TRANSFER_NOTE_ENTERED, id),
                    s -> new EnterTransferNote(
                            s, id.value(), content.generator().site(), content.waste(), content.mass()));
        } catch (CommandRefused e) {
            if (!(e.reason() instanceof TransferNoteAlreadyEntered)) free(id);
        }
    }

    /** The load went without it: the collector may enter it elsewhere. */
    public void free(TransferNoteId id) {
        try {
            statements.state(
                    byItself(id.value(), TransferNoteJson.ENTRY_UNDONE, id),
                    (statement, _) -> new Command.UndoEntry(statement),
                    () -> new TransferNoteRefused(new Refusal.NotIssued()));
        } catch (TransferNoteRefused e) {
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to undo"); // another node was first
        }
    }

    private Submitted byItself(UUID subject, String type, TransferNoteId note) {
        var data = Json.Obj.of().with("transferNote", note.toString());
        return Submitted.byItself(type, subject, Optional.empty(), operator, data);
    }

    /** Where it stands, if it exists for the caller: its two parties, and the authority of the generator's Land. */
    Optional<State.Existing> existing(TransferNoteId id, Caller caller) {
        return state(id) instanceof State.Existing existing && exists(existing, caller)
                ? Optional.of(existing)
                : Optional.empty();
    }

    private State state(TransferNoteId id) {
        return store.fold(id.value(), Event.class, State.INITIAL, TransferNote::evolve);
    }

    private static boolean exists(State.Existing state, Caller caller) {
        var content = state.file().content();
        boolean party = caller.organisation().equals(content.taker())
                || caller.organisation().equals(content.generator().organisation());
        var land = content.generator().site().land();
        return party || (caller.is(Role.AUTHORITY) && caller.jurisdiction().contains(land));
    }
}
