package org.wegweis.kernel.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.CountReason;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.Flag;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Part;

/** What the stocks at its two ends say about a consignment. Like {@link Findings} a reading of records. */
public final class StockFindings {
    private final ConsignmentId consignment;
    private final List<Found> found = new ArrayList<>();

    private StockFindings(ConsignmentId consignment) {
        this.consignment = consignment;
    }

    /**
     * What there is to find.
     *
     * @param told all records of one consignment, in their order
     * @param origin of the stock of the site that it left, its beginning and what names the consignment; none if there is no
     *     such stock
     * @param plant of the stock of the site that it goes to, what names its lot or what became of it
     */
    public static List<Found> of(List<Told> told, List<Event> origin, List<Event> plant) {
        if (told.isEmpty()) return List.of();
        var first = told.getFirst().event().statement();
        var findings = new StockFindings(new ConsignmentId(first.subject()));
        State state = State.INITIAL;
        Optional<Instant> pickedUp = Optional.empty();
        Optional<StatementId> accepted = Optional.empty();
        for (var record : told) {
            var event = record.event();
            state = Consignment.evolve(state, event);
            boolean acceptance = event instanceof org.wegweis.kernel.consignment.Event.Accepted
                    || event instanceof org.wegweis.kernel.consignment.Event.PartlyAccepted;
            if (acceptance) accepted = Optional.of(event.statement().id());
            if (event instanceof org.wegweis.kernel.consignment.Event.PickedUp) {
                pickedUp = Optional.of(event.statement().happenedAt());
            }
        }
        if (state instanceof State.Existing existing) {
            pickedUp.ifPresent(at -> findings.leaving(existing.file(), at, origin));
        }
        accepted.ifPresent(at -> findings.arriving(at, plant));
        return List.copyOf(findings.found);
    }

    /** Whether its lots are stated, and add up to what was loaded. */
    private void leaving(State.File file, Instant pickedUp, List<Event> origin) {
        boolean kept = origin.stream()
                .anyMatch(event -> event instanceof Event.Begun
                        && !event.statement().happenedAt().isAfter(pickedUp));
        Optional<List<Part>> stated = Optional.empty();
        for (var event : origin) {
            if (event instanceof Event.PassedOn e && e.consignment().equals(consignment)) {
                stated = Optional.of(e.parts());
            } else if (event instanceof Event.PassOnUndone e && e.consignment().equals(consignment)) {
                stated = Optional.empty();
            }
        }
        if (stated.isEmpty()) {
            if (kept) found.add(new Found(Finding.SOURCES_NOT_STATED, Optional.empty(), pickedUp));
            return;
        }
        long sum = stated.get().stream().mapToLong(part -> part.mass().grams()).sum();
        var loaded = file.masses().loaded().orElse(file.opening().declared());
        if (sum != loaded.grams()) found.add(new Found(Finding.PASSED_ON_MASS_DIFFERS, Optional.empty(), pickedUp));
    }

    /** Follows its lot, and every lot of waste that was made with some of it, until all has gone on. */
    private void arriving(StatementId accepted, List<Event> plant) {
        var ours = new Ours(new LotId(consignment.value()));
        for (var event : plant) ours.read(event);
        var since = ours.since;
        boolean stays = ours.operation.filter(Operation::goesOn).isPresent()
                && ours.held.values().stream().anyMatch(grams -> grams > 0);
        if (stays && since.isPresent()) {
            found.add(new Found(Finding.NO_ONWARD_LINK, Optional.of(accepted), since.get()));
        }
        ours.mixed.ifPresent(at -> found.add(new Found(Finding.MIXED_HAZARDOUS, Optional.empty(), at)));
    }

    private static final class Ours {
        final LotId lot;
        final Map<LotId, Long> held = new HashMap<>();
        Optional<Instant> since = Optional.empty();
        Optional<Operation> operation = Optional.empty();
        Optional<Instant> mixed = Optional.empty();
        private long intake;
        private long shortfall;

        Ours(LotId lot) {
            this.lot = lot;
        }

        void read(Event event) {
            switch (event) {
                case Event.TakenIn e -> {
                    if (!e.lot().equals(lot)) return;
                    held.put(lot, e.mass().grams());
                    intake = e.mass().grams();
                    since = Optional.of(e.statement().happenedAt());
                    operation = e.operation();
                }
                case Event.IntakeCorrected e -> {
                    if (!e.lot().equals(lot)) return;
                    long more = e.mass().grams() - intake + e.shortfall().grams() - shortfall;
                    intake = e.mass().grams();
                    shortfall = e.shortfall().grams();
                    change(lot, grams -> grams + more);
                }
                case Event.Counted e -> {
                    if (e.reason() == CountReason.STOCK_TAKING)
                        change(e.lot(), _ -> e.mass().grams());
                }
                case Event.Treated e -> treated(e);
                case Event.PassedOn e -> e.parts().forEach(part -> leaves(part));
                case Event.PassOnUndone e ->
                    e.parts()
                            .forEach(part -> change(
                                    part.lot(), grams -> grams + part.mass().grams()));
                case Event.Begun _ -> {} // changes no lot
            }
        }

        private void treated(Event.Treated e) {
            var treatment = e.treatment();
            boolean ofOurs = treatment.inputs().stream().anyMatch(input -> held.containsKey(input.lot()));
            if (!ofOurs) return;
            treatment.inputs().forEach(this::leaves);
            treatment.outputs().stream()
                    .filter(output -> output.kind() == Lot.Kind.WASTE)
                    .forEach(output -> held.put(output.lot(), output.mass().grams()));
            if (mixed.isEmpty() && e.flags().contains(Flag.MIXED_HAZARDOUS)) {
                mixed = Optional.of(e.statement().happenedAt());
            }
        }

        private void leaves(Part part) {
            change(part.lot(), grams -> grams - part.mass().grams());
        }

        private void change(LotId changed, LongUnaryOperator change) {
            held.computeIfPresent(changed, (_, grams) -> change.applyAsLong(grams));
        }
    }
}
