package org.wegweis.kernel.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.party.Coordinates;
import org.wegweis.kernel.party.SiteNumber;

/** Whether a consignment goes farther than waste usually does. Where a site is stands in no record. */
public final class FarAway {
    /** As the crow flies; ours, no law. */
    private static final double KILOMETRES = 500;

    private FarAway() {}

    /**
     * The finding, if it does.
     *
     * @param told all records of one consignment, in their order
     * @param places where a site is, if that is known
     */
    public static Optional<Found> of(List<Told> told, Function<SiteNumber, Optional<Coordinates>> places) {
        boolean cancelled = told.stream().anyMatch(record -> record.event() instanceof Event.Cancelled);
        if (cancelled || !(told.getFirst().event() instanceof Event.Opened(var statement, var opening))) {
            return Optional.empty();
        }
        return places.apply(opening.generator().site())
                .flatMap(generator -> places.apply(opening.plant().site())
                        .filter(plant -> generator.kilometresTo(plant) > KILOMETRES))
                .map(_ -> new Found(Finding.FAR_AWAY, Optional.empty(), statement.happenedAt()));
    }
}
