package org.wegweis.tracking.certificate;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wegweis.door.Caller;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.CertificateId;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.certificate.Command;
import org.wegweis.kernel.certificate.Declaration;
import org.wegweis.kernel.certificate.Event;
import org.wegweis.kernel.certificate.Privilege;
import org.wegweis.kernel.certificate.Refusal;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.permit.Cover;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.permit.PapersOnFile;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Certificates as statements and records tell of them. */
public final class Certificates {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final WasteList wastes;
    private final CheckDigit checkDigit;
    private final PapersOnFile papers;
    private final InstantSource clock;

    public Certificates(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            CheckDigit checkDigit,
            PapersOnFile papers,
            InstantSource clock) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.wastes = wastes;
        this.checkDigit = checkDigit;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws CertificateRefused if the rules forbid it
     */
    Answer state(Submitted submitted) {
        return statements.state(
                submitted,
                (statement, data) -> {
                    var command = CertificateJson.command(submitted.type(), statement, data, wastes);
                    requireHonestTime(command);
                    if (command instanceof Command.Submit submit) {
                        checkDigit.refuseWrong(Kind.CERTIFICATE, submit.number(), submitted.pointer() + "/number");
                    }
                    if (command instanceof Command.Declare(var _, var declaration)) {
                        directory.requireKnown(declaration.applicant(), submitted.pointer() + "/applicant");
                        directory.requireKnown(declaration.plant(), submitted.pointer() + "/plant");
                    }
                    if (command instanceof Command.Submit submit) requireCertified(submit);
                    return command;
                },
                () -> new CertificateRefused(new Refusal.NotDeclared()));
    }

    /**
     * The authority's thirty days run from the day on which it gets something (§5(1) NachwV): nobody sends it yesterday,
     * and nobody speaks from the future.
     */
    private void requireHonestTime(Command command) {
        var now = clock.instant();
        var at = command.statement().happenedAt();
        if (at.isAfter(now.plus(CLOCK_SKEW))) {
            throw new WrongField("/happenedAt", "must not lie in the future");
        }
        boolean sending = command instanceof Command.Submit || command instanceof Command.SupplyPapers;
        if (sending && BerlinDay.of(at).isBefore(BerlinDay.of(now))) {
            throw new WrongField(
                    "/happenedAt", "must not lie before today: the authority's time runs from its receipt");
        }
    }

    /** Refuses the privilege of a certified plant whose certificates on file do not cover it (§7(2) NachwV). */
    private void requireCertified(Command.Submit submit) {
        var state = state(new CertificateId(submit.statement().subject()));
        boolean privileged = submit.privilege().equals(Optional.of(Privilege.EFB))
                && Certificate.decide(submit, state) instanceof Decision.Accepted;
        if (privileged && state instanceof State.Existing existing) {
            var declaration = existing.file().declaration();
            var day = BerlinDay.of(submit.statement().happenedAt());
            if (certified(declaration, day).shortfall().isPresent()) {
                throw new CertificateRefused(new Refusal.NotCertified(declaration.waste(), declaration.operation()));
            }
        }
    }

    /** What Efb certificates on file say about the plant's part in it on that day. */
    Cover certified(Declaration declaration, LocalDate day) {
        var plant = declaration.plant();
        return papers.of(Set.of(plant.organisation()))
                .certified(plant, declaration.waste(), declaration.operation(), day);
    }

    /** States what follows by itself. */
    public Answer state(Submitted submitted, Function<Statement, Command> command) {
        return statements.state(
                submitted,
                (statement, _) -> command.apply(statement),
                () -> new CertificateRefused(new Refusal.NotDeclared()));
    }

    /** Where it stands, if it exists for the caller: its two parties, and the authorities of the Länder at its two ends. */
    Optional<State.Existing> existing(CertificateId id, Caller caller) {
        return state(id) instanceof State.Existing existing && exists(existing, caller)
                ? Optional.of(existing)
                : Optional.empty();
    }

    private State state(CertificateId id) {
        return store.fold(id.value(), Event.class, State.INITIAL, Certificate::evolve);
    }

    private static boolean exists(State.Existing state, Caller caller) {
        var declaration = state.file().declaration();
        boolean party = caller.organisation().equals(declaration.applicant().organisation())
                || caller.organisation().equals(declaration.plant().organisation());
        var laender = EnumSet.of(
                declaration.applicant().site().land(),
                declaration.plant().site().land());
        return party || (caller.is(Role.AUTHORITY) && !Collections.disjoint(laender, caller.jurisdiction()));
    }
}
