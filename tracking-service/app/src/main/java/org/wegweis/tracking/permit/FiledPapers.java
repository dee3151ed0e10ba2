package org.wegweis.tracking.permit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.wegweis.door.Caller;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.permit.Command;
import org.wegweis.kernel.permit.Event;
import org.wegweis.kernel.permit.Permit;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.PermitJson;
import org.wegweis.kernel.permit.Refusal;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Papers as statements and records tell of them. */
public final class FiledPapers {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final WasteList wastes;
    private final InstantSource clock;

    public FiledPapers(
            Statements statements, RecordStore store, Directory directory, WasteList wastes, InstantSource clock) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.wastes = wastes;
        this.clock = clock;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws PermitRefused if the rules forbid it
     */
    Answer state(Submitted submitted) {
        return statements.state(
                submitted,
                (statement, data) -> {
                    var command = PermitJson.command(submitted.type(), statement, data, wastes);
                    requireHonestTime(command);
                    if (command instanceof Command.File(var _, var paper)) {
                        directory.requireKnown(paper.holder(), submitted.pointer() + "/holder");
                    }
                    return command;
                },
                () -> new PermitRefused(new Refusal.NotFiled()));
    }

    /** Nobody speaks from the future, and whoever gives a paper up says so that day: yesterday's loads went under it. */
    private void requireHonestTime(Command command) {
        var now = clock.instant();
        var at = command.statement().happenedAt();
        if (at.isAfter(now.plus(CLOCK_SKEW))) throw new WrongField("/happenedAt", "must not lie in the future");
        if (command instanceof Command.GiveUp && BerlinDay.of(at).isBefore(BerlinDay.of(now))) {
            throw new WrongField("/happenedAt", "must not lie before today: a paper is given up from today or later");
        }
    }

    /** Where it stands, if it exists for the caller. */
    Optional<State.OnFile> existing(PermitId id, Caller caller) {
        return store.fold(id.value(), Event.class, State.INITIAL, Permit::evolve) instanceof State.OnFile onFile
                        && exists(onFile, caller)
                ? Optional.of(onFile)
                : Optional.empty();
    }

    /** For its holder, and for the authorities of the holder's Land. */
    static boolean exists(State.OnFile onFile, Caller caller) {
        var holder = onFile.paper().holder();
        return caller.organisation().equals(holder.organisation())
                || (caller.is(Role.AUTHORITY)
                        && caller.jurisdiction().contains(holder.site().land()));
    }
}
