package org.wegweis.kernel.consignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

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

    /** With a carrier, or in a store on the way. */
    record OnTheRoad(File file, Holder holder) implements Existing {}

    record AtThePlant(File file) implements Existing {}

    record Closed(File file, Outcome outcome) implements Existing {}

    /**
     * Who holds the load.
     *
     * @param store where, if it is kept for a short while
     * @param named whether its name is on the note (§11(1) Satz 1 Nr. 2, 3 NachwV)
     */
    record Holder(OrganisationId organisation, Optional<SiteNumber> store, boolean named) {}

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
     * @param opening with every correction that is in force
     * @param carriers every organisation on the way that held or is to hold the load, once, in order; stores too
     * @param released whether the generator's name is on the note
     * @param collected the transfer notes of a collective load
     * @param layers corrections, in force or not
     */
    record File(
            Opening opening,
            OrganisationId openedBy,
            List<OrganisationId> carriers,
            boolean released,
            Masses masses,
            Optional<Back> back,
            Map<UUID, Collected> collected,
            Map<StatementId, Stated> statements,
            Map<StatementId, Layer> layers) {
        public File {
            carriers = List.copyOf(carriers);
            collected = Map.copyOf(collected);
            statements = Map.copyOf(statements);
            layers = Map.copyOf(layers);
        }

        /** The organisations for which this consignment exists. */
        public Set<OrganisationId> parties() {
            return Stream.of(
                            Stream.of(
                                    opening.generator().organisation(),
                                    opening.plant().organisation()),
                            carriers.stream(),
                            back.stream().map(it -> it.to().organisation()))
                    .flatMap(Function.identity())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Whether this consignment exists for that organisation; asked for every command, hence without a set. */
        boolean party(OrganisationId organisation) {
            return opening.generator().organisation().equals(organisation)
                    || opening.plant().organisation().equals(organisation)
                    || carriers.contains(organisation)
                    || (back.isPresent() && back.get().to().organisation().equals(organisation));
        }

        /** The Länder whose authorities look after its ends (§11(3), (4) NachwV), that of a rejected load too. */
        public Set<Land> laender() {
            return Stream.concat(
                            Stream.of(opening.generator(), opening.plant()),
                            back.stream().map(Back::to))
                    .map(party -> party.site().land())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Corrections of that statement on which not everybody has spoken yet. */
        Optional<StatementId> pending(StatementId corrected) {
            return layers.entrySet().stream()
                    .filter(layer -> layer.getValue().corrects().equals(corrected)
                            && layer.getValue().standing() == Standing.PENDING)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        File with(StatementId id, Stated stated) {
            var more = new HashMap<>(statements);
            more.put(id, stated);
            return new File(opening, openedBy, carriers, released, masses, back, collected, more, layers);
        }

        File with(OrganisationId carrier) {
            if (carriers.contains(carrier)) return this;
            var more = Stream.concat(carriers.stream(), Stream.of(carrier)).toList();
            return new File(opening, openedBy, more, released, masses, back, collected, statements, layers);
        }

        File with(Opening corrected) {
            return new File(corrected, openedBy, carriers, released, masses, back, collected, statements, layers);
        }

        File with(Masses weighed) {
            return new File(opening, openedBy, carriers, released, weighed, back, collected, statements, layers);
        }

        File with(Back rejected) {
            return new File(
                    opening,
                    openedBy,
                    carriers,
                    released,
                    masses,
                    Optional.of(rejected),
                    collected,
                    statements,
                    layers);
        }

        File with(StatementId correction, Layer layer) {
            var more = new HashMap<>(layers);
            more.put(correction, layer);
            return new File(opening, openedBy, carriers, released, masses, back, collected, statements, more);
        }

        File with(UUID transferNote, Collected waste) {
            var more = new HashMap<>(collected);
            more.put(transferNote, waste);
            return new File(opening, openedBy, carriers, released, masses, back, more, statements, layers);
        }

        File nowReleased() {
            return new File(opening, openedBy, carriers, true, masses, back, collected, statements, layers);
        }
    }

    /** What was weighed or estimated on the way, with every correction that is in force. */
    record Masses(Optional<Mass> loaded, Optional<Mass> accepted, Optional<Mass> rejected) {
        static final Masses NONE = new Masses(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What a transfer note put into a collective load. */
    record Collected(SiteNumber site, Mass mass) {}

    /** Where a rejected load or part is to go, and what arrived there. */
    record Back(Party to, Optional<Mass> arrived) {}

    /** Who stated it, and what in it a correction can change. */
    record Stated(OrganisationId by, Correctable correctable) {}

    /** Which values a statement holds that a correction may replace. */
    enum Correctable {
        OPENING,
        LOADED_MASS,
        ACCEPTED_MASS,
        NOTHING
    }

    /**
     * A correction.
     *
     * @param asked who has to agree yet
     */
    record Layer(
            StatementId corrects,
            Correction correction,
            OrganisationId by,
            Set<OrganisationId> asked,
            Standing standing) {
        public Layer {
            asked = Set.copyOf(asked);
        }
    }

    /** How far a correction has come. */
    enum Standing {
        PENDING,
        IN_FORCE,
        DECLINED
    }
}
