package org.wegweis.kernel.certificate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.Mass;

/**
 * What of a certificate is used: each load once, by what was picked up until the plant has said what it accepted.
 *
 * @param onTheRoad of loads that the plant has not accepted or rejected yet
 * @param accepted in all
 */
public record Balance(Mass onTheRoad, Mass accepted, Map<LoadId, Load> loads, Map<SiteYear, Mass> collected) {
    public static final Balance UNUSED = new Balance(Mass.NONE, Mass.NONE, Map.of(), Map.of());

    /** A load under the certificate. */
    public record Load(Mass mass, Optional<SiteYear> source, boolean settled) {}

    /** One generator's site in one calendar year (§9(1) Satz 1 Nr. 4 NachwV). */
    public record SiteYear(SiteNumber site, int year) {}

    public Balance {
        loads = Map.copyOf(loads);
        collected = Map.copyOf(collected);
    }

    public Mass used() {
        return onTheRoad.plus(accepted);
    }

    public Mass collected(SiteYear source) {
        return collected.getOrDefault(source, Mass.NONE);
    }

    Balance drawn(LoadId id, Mass mass, Optional<SiteYear> source) {
        var more = new HashMap<>(loads);
        more.put(id, new Load(mass, source, false));
        return new Balance(
                onTheRoad.plus(mass),
                accepted,
                more,
                source.map(it -> moved(it, Mass.NONE, mass)).orElse(collected));
    }

    Balance settled(LoadId id, Load load, Mass taken) {
        var more = new HashMap<>(loads);
        more.put(id, new Load(taken, load.source(), true));
        return new Balance(
                load.settled() ? onTheRoad : onTheRoad.minus(load.mass()),
                (load.settled() ? accepted.minus(load.mass()) : accepted).plus(taken),
                more,
                load.source().map(it -> moved(it, load.mass(), taken)).orElse(collected));
    }

    private Map<SiteYear, Mass> moved(SiteYear source, Mass less, Mass more) {
        var moved = new HashMap<>(collected);
        moved.put(source, collected(source).minus(less).plus(more));
        return moved;
    }
}
