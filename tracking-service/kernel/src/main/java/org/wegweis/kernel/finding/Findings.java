package org.wegweis.kernel.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.consignment.Agreement;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** Reads a consignment's records, and the clock of whoever asks, for what is odd or overdue. */
public final class Findings {
    /** Signing at the take-over takes a while, and clocks differ; ours, no law. */
    private static final Duration AT_ONCE = Duration.ofMinutes(15);

    private static final Mass LORRY = Mass.ofKilograms(40_000);

    private final List<Paper> papers;
    private final Instant now;
    private final List<Found> found = new ArrayList<>();
    private State state = State.INITIAL;
    private Optional<Instant> pickedUp = Optional.empty();
    private Optional<Instant> handedOver = Optional.empty();
    private Optional<Said> rejected = Optional.empty();

    private Findings(List<Paper> papers, Instant now) {
        this.papers = papers;
        this.now = now;
    }

    /** A record's event, and when it was recorded. */
    public record Told(Event event, Instant recordedAt) {}

    /**
     * Something found.
     *
     * @param at the statement that it is about, if it is about one
     * @param since from when on it was so
     * @param audience usually that of the finding; fewer where it is a warning only
     */
    public record Found(Finding finding, Optional<StatementId> at, Instant since, Set<Audience> audience) {
        public Found {
            audience = Set.copyOf(audience);
        }

        public Found(Finding finding, Optional<StatementId> at, Instant since) {
            this(finding, at, since, finding.audience());
        }
    }

    private record Said(StatementId id, Instant at) {}

    /**
     * What there is to find.
     *
     * @param told all records of one consignment, in their order
     */
    public static List<Found> of(List<Told> told, Instant now) {
        return of(told, List.of(), now);
    }

    /**
     * What there is to find about a load of which a part was done on paper.
     *
     * @param told all records of one consignment, in their order
     * @param papers that were entered as being about it
     */
    public static List<Found> of(List<Told> told, List<Paper> papers, Instant now) {
        var findings = new Findings(papers, now);
        for (var record : told) findings.read(record);
        if (findings.state instanceof State.Existing existing) findings.conclude(existing, told.getFirst());
        return List.copyOf(findings.found);
    }

    /**
     * Whether time alone may still add something about a consignment that was rejected, wholly or in part.
     *
     * @param told all records of one consignment, in their order
     */
    public static boolean pending(List<Told> told, Instant now) {
        var findings = new Findings(List.of(), now);
        for (var record : told) findings.read(record);
        return findings.arrival().filter(now::isBefore).isPresent();
    }

    /** When what was rejected has to have arrived. */
    private Optional<Instant> arrival() {
        return rejected.map(said -> Deadline.PRACTICE_ON_THE_ROAD.over(said.at()));
    }

    private void read(Told told) {
        var event = told.event();
        var said = new Said(event.statement().id(), event.statement().happenedAt());
        var before = state;
        state = Consignment.evolve(state, event);
        switch (event) {
            case Event.Released _ ->
                pickedUp.filter(at -> late(at, said) && !excused(at, told))
                        .ifPresent(_ -> found(Finding.GENERATOR_SIGNED_LATE, said));
            case Event.PickedUp _ -> pickedUp = Optional.of(said.at());
            case Event.HandedOver _ -> {
                leaves(before, said);
                handedOver = Optional.of(said.at());
            }
            case Event.TakenOver(var _, var agreement) ->
                handedOver
                        .filter(at -> late(at, said) && agreement == Agreement.NONE && !excused(at, told))
                        .ifPresent(_ -> found(Finding.HAND_SIGNED_LATE, said));
            case Event.Delivered _ -> {
                leaves(before, said);
                road(said.at()).ifPresent(_ -> found(Finding.LONG_ON_THE_ROAD, said));
            }
            case Event.Accepted _ -> plant(said, told);
            case Event.PartlyAccepted _ -> {
                plant(said, told);
                rejected = Optional.of(said);
            }
            case Event.Rejected _ -> rejected = Optional.of(said);
            case Event.TakenBack _ -> rejected = Optional.empty();
            case Event.Opened _,
                    Event.TransferNoteEntered _,
                    Event.Corrected _,
                    Event.CorrectionAgreed _,
                    Event.CorrectionDeclined _,
                    Event.Cancelled _ -> {} // seen in the state at the end
        }
    }

    private static boolean late(Instant since, Said said) {
        return said.at().isAfter(since.plus(AT_ONCE));
    }

    /** The one who had the load gives it away. */
    private void leaves(State before, Said said) {
        boolean unnamed = before instanceof State.OnTheRoad(var _, var holder) && !holder.named();
        if (unnamed) found(Finding.HAND_HAS_NOT_SIGNED, said);
    }

    private Optional<Instant> road(Instant until) {
        return pickedUp.map(Deadline.PRACTICE_ON_THE_ROAD::over).filter(over -> !until.isBefore(over));
    }

    /** Whether what happened then and is told now was on paper meanwhile (§22 NachwV). */
    private boolean excused(Instant happenedAt, Told told) {
        return papers.stream().anyMatch(paper -> paper.excuses(happenedAt, told.recordedAt()));
    }

    /** How long after the acceptance the plant's word reached us, and with us the authority. */
    private void plant(Said said, Told told) {
        if (excused(said.at(), told)) return;
        var recordedAt = told.recordedAt();
        if (!recordedAt.isBefore(Deadline.NOTE_TO_THE_AUTHORITY.over(said.at()))) {
            found(Finding.NOTE_TO_THE_AUTHORITY_LATE, said);
        } else if (!recordedAt.isBefore(Deadline.PRACTICE_PLANT_STATES.over(said.at()))) {
            found(Finding.PLANT_STATES_LATE, said);
        }
        if (!recordedAt.isBefore(Deadline.PRACTICE_NOTE_ARRIVES.over(said.at())))
            found(Finding.NOTE_ARRIVES_LATE, said);
    }

    private void conclude(State.Existing existing, Told opened) {
        var file = existing.file();
        var opening = file.opening();
        var begun = opened.event().statement();
        if (existing instanceof State.Closed closed && closed.outcome() == State.Outcome.CANCELLED) {
            found.clear();
            return;
        }
        for (var paper : papers) if (!paper.inTime()) add(Finding.RECEIPT_LATE, paper.enteredAt());
        var since = begun.happenedAt();
        boolean gone = !(existing instanceof State.Opened);
        if (gone && !file.released()) add(Finding.GENERATOR_HAS_NOT_SIGNED, since);
        if (opening.waste().hazardous() && opening.certificate().isEmpty()) add(Finding.NO_CERTIFICATE, since);
        OrganisationId generator = opening.generator().organisation();
        if (generator.equals(opening.plant().organisation())) add(Finding.GENERATOR_IS_PLANT, since);
        boolean delivered = existing instanceof State.AtThePlant || existing instanceof State.Closed;
        boolean collection = opening.generator().site().ofCollection();
        if (delivered && collection && file.collected().isEmpty()) add(Finding.NO_TRANSFER_NOTES, since);
        if (existing instanceof State.OnTheRoad) road(now).ifPresent(over -> add(Finding.LONG_ON_THE_ROAD, over));
        arrival().filter(over -> !now.isBefore(over)).ifPresent(over -> add(Finding.REJECTED_AND_NOT_ARRIVED, over));
        file.layers().forEach((id, layer) -> {
            if (layer.standing() == State.Standing.PENDING) {
                found.add(new Found(Finding.CORRECTION_UNDECIDED, Optional.of(id), since));
            }
        });
        var loaded = file.masses().loaded().orElse(opening.declared());
        if (loaded.compareTo(LORRY) > 0) add(Finding.HEAVIER_THAN_A_LORRY, since);
        file.masses().accepted().filter(accepted -> !accepted.equals(Mass.NONE)).ifPresent(accepted -> {
            var weighed = accepted.plus(file.masses().rejected().orElse(Mass.NONE));
            long difference = Math.abs(Math.subtractExact(weighed.grams(), loaded.grams()));
            if (Math.multiplyExact(difference, 10L) > loaded.grams()) add(Finding.MASS_DIFFERS, since);
        });
    }

    private void add(Finding finding, Instant since) {
        found.add(new Found(finding, Optional.empty(), since));
    }

    private void found(Finding finding, Said said) {
        found.add(new Found(finding, Optional.of(said.id()), said.at()));
    }
}
