package org.wegweis.kernel.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wegweis.kernel.stock.Totals.Booking;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * What an event does to lots and totals. Whoever keeps lots in a table reads it like the state does.
 *
 * @param lots as they stand afterwards
 */
public record Movement(Map<LotId, Lot> lots, List<Booking> bookings) {
    public Movement {
        lots = Map.copyOf(lots);
        bookings = List.copyOf(bookings);
    }

    /** @param before the lots as they stood; asked only for those that the event names and did not make */
    public static Movement of(Event event, Function<LotId, Optional<Lot>> before) {
        var moving = new Moving(before);
        switch (event) {
            case Event.Begun _ -> {}
            case Event.TakenIn e -> {
                moving.lots.put(
                        e.lot(),
                        new Lot(
                                Lot.Kind.WASTE,
                                Optional.of(e.waste()),
                                e.operation(),
                                Optional.of(e.mass()),
                                Mass.NONE,
                                e.mass()));
                moving.book(Optional.of(e.waste()), Account.TAKEN_IN, e.mass().grams());
                moving.book(Optional.of(e.waste()), Account.HELD, e.mass().grams());
            }
            case Event.IntakeCorrected e -> moving.corrected(e);
            case Event.Counted e -> moving.counted(e);
            case Event.Treated e -> moving.treated(e.treatment());
            case Event.PassedOn e ->
                e.parts()
                        .forEach(part -> moving.leaves(
                                part, Account.PASSED_ON, part.mass().grams()));
            case Event.PassOnUndone e ->
                e.parts()
                        .forEach(part -> moving.leaves(
                                part, Account.PASSED_ON, -part.mass().grams()));
        }
        return new Movement(moving.lots, moving.bookings);
    }

    private static final class Moving {
        final Function<LotId, Optional<Lot>> before;
        final Map<LotId, Lot> lots = new LinkedHashMap<>();
        final List<Booking> bookings = new ArrayList<>();

        Moving(Function<LotId, Optional<Lot>> before) {
            this.before = before;
        }

        void book(Optional<WasteCode> waste, Account account, long grams) {
            bookings.add(new Booking(waste, account, grams));
        }

        Lot lot(LotId id) {
            var changed = lots.get(id);
            if (changed != null) return changed;
            return before.apply(id)
                    .orElseThrow(() -> new IllegalStateException("no lot " + id + ": the store is damaged"));
        }

        /** So many grams less of it are here, or more. */
        void leaves(Part part, Account into, long grams) {
            var lot = lot(part.lot());
            lots.put(part.lot(), lot.holding(new Mass(lot.held().grams() - grams)));
            book(lot.waste(), into, grams);
            book(lot.waste(), Account.HELD, -grams);
        }

        void corrected(Event.IntakeCorrected e) {
            var lot = lot(e.lot());
            long more = e.mass().grams() - lot.intake().orElse(Mass.NONE).grams();
            long moreShort = e.shortfall().grams() - lot.shortfall().grams();
            var held = new Mass(lot.held().grams() + more + moreShort);
            lots.put(
                    e.lot(),
                    new Lot(lot.kind(), lot.waste(), lot.operation(), Optional.of(e.mass()), e.shortfall(), held));
            book(lot.waste(), Account.TAKEN_IN, more);
            book(lot.waste(), Account.GAINED, moreShort);
            book(lot.waste(), Account.HELD, more + moreShort);
        }

        void counted(Event.Counted e) {
            var waste = Optional.of(e.waste());
            if (e.reason() != CountReason.STOCK_TAKING) {
                lots.put(
                        e.lot(),
                        new Lot(Lot.Kind.WASTE, waste, Optional.empty(), Optional.empty(), Mass.NONE, e.mass()));
                book(waste, Account.COUNTED, e.mass().grams());
                book(waste, Account.HELD, e.mass().grams());
                return;
            }
            lots.put(e.lot(), lot(e.lot()).holding(e.mass()));
            book(waste, Account.GAINED, e.gain().grams());
            book(waste, Account.LOST, e.loss().grams());
            book(waste, Account.HELD, e.gain().grams() - e.loss().grams());
        }

        void treated(Treatment treatment) {
            for (var input : treatment.inputs()) {
                leaves(input, Account.TREATED, input.mass().grams());
            }
            for (var output : treatment.outputs()) {
                long grams = output.mass().grams();
                boolean waste = output.kind() == Lot.Kind.WASTE;
                lots.put(
                        output.lot(),
                        new Lot(
                                output.kind(),
                                output.waste(),
                                Optional.empty(),
                                Optional.empty(),
                                Mass.NONE,
                                waste ? output.mass() : Mass.NONE));
                switch (output.kind()) {
                    case WASTE -> {
                        book(output.waste(), Account.PRODUCED, grams);
                        book(output.waste(), Account.HELD, grams);
                    }
                    case PRODUCT -> book(Optional.empty(), Account.PRODUCT, grams);
                    case DISPOSED -> book(Optional.empty(), Account.DISPOSED, grams);
                }
            }
            for (var gain : treatment.gains()) {
                book(Optional.empty(), Account.GAINED, gain.mass().grams());
            }
            for (var loss : treatment.losses()) {
                book(Optional.empty(), Account.LOST, loss.mass().grams());
            }
        }
    }
}
