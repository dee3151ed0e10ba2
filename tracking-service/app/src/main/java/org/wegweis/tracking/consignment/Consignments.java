package org.wegweis.tracking.consignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.kernel.consignment.RequiredPapers;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.permit.PapersOnFile;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Consignments as statements and records tell of them. */
public final class Consignments {
    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final WasteList wastes;
    private final CheckDigit checkDigit;
    private final PapersOnFile papers;

    public Consignments(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            CheckDigit checkDigit,
            PapersOnFile papers) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.wastes = wastes;
        this.checkDigit = checkDigit;
        this.papers = papers;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws CommandRefused if the rules forbid it
     */
    Answer state(Submitted submitted) {
        return statements.state(
                submitted,
                (statement, data) -> {
                    var command = ConsignmentJson.command(submitted.type(), statement, data, wastes);
                    requireRightNumbers(command, submitted.pointer());
                    if (command instanceof Command.Open open) {
                        directory.requireKnown(open.opening(), submitted.pointer());
                        requirePapers(open);
                    }
                    return command;
                },
                () -> new CommandRefused(new Refusal.NotOpened()));
    }

    private void requireRightNumbers(Command command, String pointer) {
        var opening = command instanceof Command.Open open ? Optional.of(open.opening()) : Optional.<Opening>empty();
        var note = command instanceof Command.Correct correct
                ? correct.correction().noteNumber()
                : opening.flatMap(Opening::noteNumber);
        note.ifPresent(number -> checkDigit.refuseWrong(Kind.NOTE, number, pointer + "/noteNumber"));
        opening.flatMap(Opening::certificate)
                .ifPresent(number -> checkDigit.refuseWrong(Kind.CERTIFICATE, number, pointer + "/certificate"));
    }

    /** What is known of the check digits of the consignment's numbers. */
    CheckDigit.Verdict numberCheck(Opening opening) {
        return checkDigit.verdict(
                opening.noteNumber(),
                opening.certificate(),
                opening.generator().site(),
                opening.plant().site());
    }

    /** Refuses a plan that papers on file stand against (decision 0016). */
    private void requirePapers(Command.Open open) {
        var opening = open.opening();
        var statement = open.statement();
        var permits =
                papers.of(Set.copyOf(List.of(opening.carrier(), opening.plant().organisation())));
        RequiredPapers.against(opening, permits, BerlinDay.of(statement.happenedAt()))
                // What the rules refuse anyway, or have accepted before, is answered by them.
                .filter(_ -> Consignment.decide(open, State.INITIAL) instanceof Decision.Accepted
                        && store.find(statement.id().value()).isEmpty())
                .ifPresent(why -> {
                    throw new CommandRefused(why);
                });
    }

    /** States what follows by itself. */
    public Answer state(Submitted submitted, Function<Statement, Command> command) {
        return statements.state(
                submitted,
                (statement, _) -> command.apply(statement),
                () -> new CommandRefused(new Refusal.NotOpened()));
    }

    /**
     * Refuses a transfer note that this consignment could not take.
     *
     * @param by whoever wants to enter it
     * @throws CommandRefused why not
     */
    public void requireRoom(ConsignmentId id, Statement by, Content note) {
        var state = ofParty(id, by.by().organisation());
        var operator = new Statement(
                by.id(),
                id.value(),
                new Actor(by.by().organisation(), Role.OPERATOR, Optional.empty()),
                by.happenedAt(),
                by.digests(),
                by.commitment());
        var command = new Command.EnterTransferNote(
                operator, by.subject(), note.generator().site(), note.waste(), note.mass());
        if (Consignment.decide(command, state) instanceof Decision.Refused<Event, Refusal>(var why)) {
            throw new CommandRefused(why);
        }
    }

    /**
     * Where it stands, for one of its parties.
     *
     * @throws CommandRefused if it does not exist for that organisation
     */
    public State.Existing ofParty(ConsignmentId id, OrganisationId organisation) {
        return existing(id)
                .filter(it -> it.file().parties().contains(organisation))
                .orElseThrow(() -> new CommandRefused(new Refusal.NotOpened()));
    }

    /** Where the consignment stands, from its records. */
    State state(ConsignmentId id) {
        return store.fold(id.value(), Event.class, State.INITIAL, Consignment::evolve);
    }

    /** What was stated, if there is such a consignment. */
    Optional<State.Existing> existing(ConsignmentId id) {
        return state(id) instanceof State.Existing existing ? Optional.of(existing) : Optional.empty();
    }
}
