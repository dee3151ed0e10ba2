package org.wegweis.kernel.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.certificate.Event.Drawn;
import org.wegweis.kernel.certificate.Event.Settled;
import org.wegweis.kernel.certificate.Flag;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;

/**
 * Reads what a certificate's balance says of a load. At the pick-up it warns the parties, who may still turn back; once
 * the plant has accepted, it is found for the authority too.
 */
public final class CertificateFindings {
    /** What is known of a load so far: the flags of its pick-up, and of its acceptance if there was one. */
    private record Load(Set<Flag> drawn, Optional<Settled> settled) {}

    private CertificateFindings() {}

    /**
     * What there is to find.
     *
     * @param consignment its events, in their order
     * @param balance what certificates say of its load or of the transfer notes in it, in the order of positions; of other
     *     events nothing is read
     */
    public static List<Found> of(List<Event> consignment, List<? extends Stated> balance) {
        var loads = new HashMap<LoadId, Load>();
        for (var said : balance) {
            if (said instanceof Drawn drawn) loads.put(drawn.load(), new Load(drawn.flags(), Optional.empty()));
            if (said instanceof Settled settled) {
                loads.computeIfPresent(settled.load(), (_, load) -> new Load(load.drawn(), Optional.of(settled)));
            }
        }
        var widest = new EnumMap<Finding, Set<Audience>>(Finding.class);
        for (var load : loads.values()) {
            var accepted = load.settled().isPresent();
            for (var flag : standing(load)) {
                var audience = accepted ? EnumSet.allOf(Audience.class) : EnumSet.of(Audience.PARTIES);
                widest.merge(finding(flag), audience, (a, b) -> a.size() < b.size() ? b : a);
            }
        }
        return found(consignment, widest);
    }

    /** The plant's word replaces the warning; that the certificate was not valid stays true of what was accepted. */
    private static Set<Flag> standing(Load load) {
        if (load.settled().isEmpty()) return load.drawn();
        var settled = load.settled().get();
        if (settled.accepted().equals(Mass.NONE)) return Set.of();
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(settled.flags());
        if (load.drawn().contains(Flag.NOT_VALID)) flags.add(Flag.NOT_VALID);
        return flags;
    }

    private static Finding finding(Flag flag) {
        return switch (flag) {
            case NOT_VALID -> Finding.NOT_VALID;
            case OVER_QUANTITY -> Finding.OVER_QUANTITY;
            case OVER_TWENTY_TONNES -> Finding.OVER_TWENTY_TONNES;
        };
    }

    private static List<Found> found(List<Event> consignment, Map<Finding, Set<Audience>> widest) {
        Optional<Statement> pickedUp = Optional.empty();
        Optional<Statement> accepted = Optional.empty();
        for (var event : consignment) {
            if (event instanceof Event.Cancelled) return List.of();
            if (event instanceof Event.PickedUp) pickedUp = Optional.of(event.statement());
            if (event instanceof Event.Accepted || event instanceof Event.PartlyAccepted) {
                accepted = Optional.of(event.statement());
            }
        }
        var found = new ArrayList<Found>();
        for (var entry : widest.entrySet()) {
            boolean warning = !entry.getValue().contains(Audience.AUTHORITIES);
            var about = warning || entry.getKey() == Finding.NOT_VALID ? pickedUp : accepted;
            Instant since = about.map(Statement::happenedAt)
                    .orElse(consignment.getFirst().statement().happenedAt());
            found.add(new Found(entry.getKey(), about.map(Statement::id), since, entry.getValue()));
        }
        return List.copyOf(found);
    }
}
