package org.wegweis.kernel.consignment;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.statement.StatementId;

/** Where a consignment stands. */
public sealed interface State {
    State INITIAL = new NotOpened();

    /** There is nothing yet. */
    record NotOpened() implements State {}

    /** There is a consignment. */
    sealed interface Existing extends State {
        File file();
    }

    record Opened(File file) implements Existing {}

    record OnTheRoad(File file, OrganisationId carrier) implements Existing {}

    record AtThePlant(File file) implements Existing {}

    record Closed(File file, Outcome outcome) implements Existing {}

    /** How a consignment ended. */
    enum Outcome {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED,
        CANCELLED
    }

    /**
     * What was stated so far.
     *
     * @param opening with every correction applied
     * @param carriers every carrier that held or is to hold the load, in order
     */
    record File(
            Opening opening,
            OrganisationId openedBy,
            Set<OrganisationId> carriers,
            Map<StatementId, Stated> statements) {
        public File {
            carriers = Collections.unmodifiableSet(new LinkedHashSet<>(carriers));
            statements = Map.copyOf(statements);
        }

        /** The organisations for which this consignment exists. */
        public Set<OrganisationId> parties() {
            return Stream.concat(
                            Stream.of(
                                    opening.generator().organisation(),
                                    opening.plant().organisation()),
                            carriers.stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** The Länder whose authorities look after the two ends (§11(3), (4) NachwV). */
        public Set<Land> laender() {
            return Stream.of(opening.generator().site(), opening.plant().site())
                    .map(site -> site.land())
                    .collect(Collectors.toUnmodifiableSet());
        }

        File with(StatementId id, Stated stated) {
            var more = new HashMap<>(statements);
            more.put(id, stated);
            return new File(opening, openedBy, carriers, more);
        }

        File with(OrganisationId carrier) {
            var more = new LinkedHashSet<>(carriers);
            more.add(carrier);
            return new File(opening, openedBy, more, statements);
        }

        File with(Opening corrected) {
            return new File(corrected, openedBy, carriers, statements);
        }
    }

    /** Who stated it, and what in it a correction can change. */
    record Stated(OrganisationId by, Correctable correctable) {}

    /** Which values a statement holds that a correction may replace. */
    enum Correctable {
        LOAD_AND_MASS,
        MASS,
        NOTHING
    }
}
