package org.wegweis.tracking.outage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wegweis.door.Caller;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.outage.Command;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.outage.Outage;
import org.wegweis.kernel.outage.OutageId;
import org.wegweis.kernel.outage.OutageJson;
import org.wegweis.kernel.outage.Refusal;
import org.wegweis.kernel.outage.State;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.consignment.CommandRefused;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** Outages as statements and records tell of them. */
public final class Outages {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final Consignments consignments;
    private final InstantSource clock;
    /** Which outages each organisation has reported, oldest first, as far as the store was read. */
    private final Map<OrganisationId, CopyOnWriteArrayList<OutageId>> reported = new ConcurrentHashMap<>();

    public Outages(
            Statements statements,
            RecordStore store,
            Directory directory,
            Consignments consignments,
            InstantSource clock) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.consignments = consignments;
        this.clock = clock;
    }

    /**
     * See {@link Statements#state}.
     *
     * @throws OutageRefused if the rules forbid it
     * @throws CommandRefused if the consignment of a receipt does not exist for whoever enters it
     */
    Answer state(Submitted submitted) {
        return statements.state(
                submitted,
                (statement, data) -> {
                    var command = OutageJson.command(submitted.type(), statement, data);
                    // The ten days run from the end that is stated: nobody speaks from the future.
                    if (statement.happenedAt().isAfter(clock.instant().plus(CLOCK_SKEW))) {
                        throw new WrongField("/happenedAt", "must not lie in the future");
                    }
                    var organisation = statement.by().organisation();
                    if (command instanceof Command.Report report) {
                        directory.requireKnown(new Party(organisation, report.site()), submitted.pointer());
                    }
                    if (command instanceof Command.EnterReceipt enter) {
                        consignments.ofParty(enter.consignment(), organisation);
                    }
                    return command;
                },
                () -> new OutageRefused(new Refusal.NotReported()));
    }

    /** Takes notice of an outage; whoever reads the store tells. */
    public void note(Event.Reported event) {
        reported.computeIfAbsent(event.statement().by().organisation(), _ -> new CopyOnWriteArrayList<>())
                .addIfAbsent(new OutageId(event.statement().subject()));
    }

    /** Those of one organisation, newest first; one that was reported a moment ago may still be missing. */
    List<OutageId> of(OrganisationId organisation) {
        return reported.getOrDefault(organisation, new CopyOnWriteArrayList<>()).reversed();
    }

    /** Where it stands, if it exists for the caller: the obliged, and the authority of the site's Land. */
    Optional<State.Existing> existing(OutageId id, Caller caller) {
        var state = store.fold(id.value(), Event.class, State.INITIAL, Outage::evolve);
        return state instanceof State.Existing existing && exists(existing, caller)
                ? Optional.of(existing)
                : Optional.empty();
    }

    private static boolean exists(State.Existing state, Caller caller) {
        var obliged = state.file().obliged();
        return caller.organisation().equals(obliged.organisation())
                || (caller.is(Role.AUTHORITY)
                        && caller.jurisdiction().contains(obliged.site().land()));
    }
}
