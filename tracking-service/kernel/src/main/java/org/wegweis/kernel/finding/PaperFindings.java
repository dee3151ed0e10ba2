package org.wegweis.kernel.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.permit.Cover;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * What is odd about a consignment in the light of the papers of those who had it, and of what else the plant took. Each step is held against the papers of its own day, and each hand against its own. A store on
 * the way is not held against any, nor is the way back of what was rejected: nobody states who drives it.
 */
public final class PaperFindings {
    private final Permits permits;
    private final Intake intake;
    private final Opening opening;
    private final List<Found> found = new ArrayList<>();
    /** Of whom it was said already that nothing is on file. */
    private final Set<Object> unknown = new HashSet<>();

    private PaperFindings(Permits permits, Intake intake, Opening opening) {
        this.permits = permits;
        this.intake = intake;
        this.opening = opening;
    }

    /**
     * What there is to find.
     *
     * @param told all records of one consignment, in their order
     * @param permits papers of all its carriers and plants
     */
    public static List<Found> of(List<Told> told, Permits permits, Intake intake) {
        State state = State.INITIAL;
        for (var record : told) state = Consignment.evolve(state, record.event());
        boolean cancelled = state instanceof State.Closed closed && closed.outcome() == State.Outcome.CANCELLED;
        if (!(state instanceof State.Existing existing) || cancelled) return List.of();
        var findings = new PaperFindings(permits, intake, existing.file().opening());
        told.forEach(record -> findings.read(record.event(), existing.file()));
        return List.copyOf(findings.found);
    }

    private void read(Event event, State.File file) {
        var said = event.statement();
        switch (event) {
            case Event.PickedUp _ -> carries(said.by().organisation(), said);
            case Event.HandedOver(var _, var to, var store) -> {
                if (store.isEmpty()) carries(to, said);
            }
            case Event.Accepted _, Event.PartlyAccepted _ -> {
                takes(opening.plant(), said);
                limits(opening.plant(), said);
            }
            case Event.TakenBack _ ->
                file.back()
                        .map(State.Back::to)
                        .filter(to ->
                                !to.organisation().equals(opening.generator().organisation()))
                        .ifPresent(to -> takes(to, said));
            case Event.Opened _,
                    Event.Released _,
                    Event.TakenOver _,
                    Event.TransferNoteEntered _,
                    Event.Delivered _,
                    Event.Rejected _,
                    Event.Corrected _,
                    Event.CorrectionAgreed _,
                    Event.CorrectionDeclined _,
                    Event.Cancelled _ -> {} // nobody carries or takes anything with them
        }
    }

    private void carries(OrganisationId carrier, Statement said) {
        var day = BerlinDay.of(said.happenedAt());
        WasteCode waste = opening.waste();
        boolean own = opening.carriedByItsGenerator() && carrier.equals(opening.carrier());
        var notified = permits.notified(carrier, waste, day);
        var permitted = own ? new Cover.Exempt() : permits.permitted(carrier, waste, day);
        boolean nothing = notified instanceof Cover.NothingOnFile
                && (permitted instanceof Cover.NothingOnFile || permitted instanceof Cover.Exempt);
        if (nothing) {
            // Whoever carries little of its own waste need not notify (§7(9) AbfAEV); nobody can tell from here.
            if (!own) nothingOnFile(carrier, said);
            return;
        }
        if (!covers(notified)) found(Finding.CARRIER_NOT_NOTIFIED, said);
        if (!covers(permitted)) found(Finding.CARRIER_WITHOUT_PERMIT, said);
    }

    private void takes(Party plant, Statement said) {
        switch (permits.taken(plant, opening.waste(), Optional.empty(), BerlinDay.of(said.happenedAt()))) {
            case Cover.Covered _, Cover.Exempt _ -> {} // as it should be
            case Cover.NotCovered _ -> found(Finding.PLANT_WITHOUT_PERMIT, said);
            case Cover.NothingOnFile _ -> nothingOnFile(plant, said);
        }
    }

    private void limits(Party plant, Statement said) {
        var at = said.happenedAt();
        var day = BerlinDay.of(at);
        over(permits.perDay(plant, day), plant, day, at).ifPresent(_ -> found(Finding.OVER_DAILY_LIMIT, said));
        over(permits.perYear(plant, day), plant, day.withDayOfYear(1), at)
                .ifPresent(_ -> found(Finding.OVER_YEARLY_LIMIT, said));
    }

    private Optional<Mass> over(Optional<Mass> most, Party plant, LocalDate from, Instant until) {
        return most.filter(limit -> intake.accepted(plant.site(), from, until).compareTo(limit) > 0);
    }

    private static boolean covers(Cover cover) {
        return cover instanceof Cover.Covered || cover instanceof Cover.Exempt;
    }

    private void nothingOnFile(Object whom, Statement said) {
        if (unknown.add(whom)) found(Finding.NO_PAPERS_ON_FILE, said);
    }

    private void found(Finding finding, Statement said) {
        found.add(new Found(finding, Optional.of(said.id()), said.happenedAt()));
    }
}
