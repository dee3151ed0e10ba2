package org.wegweis.kernel.consignment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.permit.Shortfall;

/**
 * Whether papers on file stand against a plan. Only what they say does: where nothing is on file, and where a paper
 * begins later, since the load may go later too, the plan stands.
 */
public final class RequiredPapers {
    private RequiredPapers() {}

    /** Why the load must not be planned like that, if so; asked of the day on which it is opened. */
    public static Optional<Refusal> against(Opening opening, Permits permits, LocalDate day) {
        var carrier = opening.carrier();
        var waste = opening.waste();
        var plant = opening.plant();
        return no(
                        permits.taken(plant, waste, Optional.empty(), day).shortfall(),
                        why -> new Refusal.PlantWithoutPermit(plant, why))
                .or(() -> no(
                        permits.notified(carrier, waste, day).shortfall(),
                        why -> new Refusal.CarrierNotNotified(carrier, why)))
                .or(() -> opening.carriedByItsGenerator()
                        ? Optional.empty()
                        : no(
                                permits.permitted(carrier, waste, day).shortfall(),
                                why -> new Refusal.CarrierWithoutPermit(carrier, why)));
    }

    private static Optional<Refusal> no(Optional<Shortfall> why, Function<Shortfall, Refusal> refusal) {
        return why.filter(it -> it != Shortfall.NOT_BEGUN).map(refusal);
    }
}
