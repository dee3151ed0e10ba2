package org.wegweis.kernel.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * What the papers on file say as of a day. Three answers, never two: a paper may cover a thing, papers may be on file and
 * not cover it, or nothing is on file, which proves nothing.
 *
 * @param papers of all organisations that will be asked about; of others nothing seems to be on file
 */
public record Permits(Collection<State.OnFile> papers) {
    public Permits {
        papers = List.copyOf(papers);
    }

    /** Whether it may carry at all (§53(1) KrWG): notified, or permitted, whatever the permit names. */
    public Cover notified(OrganisationId carrier, WasteCode waste, LocalDate day) {
        return cover(
                of(carrier).and(kind(Kind.NOTIFICATION).or(kind(Kind.CARRIER_PERMIT))),
                day,
                _ -> true,
                it -> it.scope() instanceof Scope.CarrierPermit || it.wastes().name(waste));
    }

    /**
     * Whether it may carry hazardous waste (§54(1) KrWG): permitted, or certified for the road (§54(3) Nr. 2). For other
     * waste no permit is needed.
     */
    public Cover permitted(OrganisationId carrier, WasteCode waste, LocalDate day) {
        if (!waste.hazardous()) return new Cover.Exempt();
        return cover(
                of(carrier).and(kind(Kind.CARRIER_PERMIT).or(certifiedFor(Activity.ON_THE_ROAD))),
                day,
                _ -> true,
                it -> it.wastes().name(waste));
    }

    /**
     * Whether a plant may take that waste.
     *
     * @param operation under which it will be treated, where that is known
     */
    public Cover taken(Party plant, WasteCode waste, Optional<Operation> operation, LocalDate day) {
        return cover(
                of(plant).and(kind(Kind.PLANT_PERMIT)),
                day,
                it -> it.scope() instanceof Scope.PlantPermit(var operations, var _, var _)
                        && operation
                                .filter(asked -> !operations.contains(asked))
                                .isEmpty(),
                it -> it.wastes().name(waste));
    }

    /** Whether a plant is certified for what it does there with that waste (§7(1) Nr. 1, (2) NachwV). */
    public Cover certified(Party plant, WasteCode waste, Operation operation, LocalDate day) {
        return cover(
                of(plant).and(kind(Kind.EFB_CERTIFICATE)),
                day,
                it -> it.scope() instanceof Scope.EfbCertificate(var activities)
                        && Activity.of(operation).stream().anyMatch(activities::contains),
                it -> it.wastes().name(waste));
    }

    /** The most that a plant's site may take on that calendar day: the greatest that a permit in force sets. */
    public Optional<Mass> perDay(Party plant, LocalDate day) {
        return most(plant, day, Scope.PlantPermit::perDay);
    }

    /** The same of the calendar year in which that day lies. */
    public Optional<Mass> perYear(Party plant, LocalDate day) {
        return most(plant, day, Scope.PlantPermit::perYear);
    }

    private interface Limit {
        Optional<Mass> of(Scope.PlantPermit permit);
    }

    /** A permit without a limit lifts that of another. */
    private Optional<Mass> most(Party plant, LocalDate day, Limit limit) {
        var limits = papers.stream()
                .filter(of(plant))
                .filter(it -> it.notInForce(day).isEmpty())
                .flatMap(it -> it.paper().scope() instanceof Scope.PlantPermit permit
                        ? Stream.of(limit.of(permit))
                        : Stream.empty())
                .toList();
        return limits.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : limits.stream().flatMap(Optional::stream).max(Mass::compareTo);
    }

    private Cover cover(Predicate<State.OnFile> which, LocalDate day, Predicate<Paper> does, Predicate<Paper> names) {
        var asked = papers.stream().filter(which).toList();
        if (asked.isEmpty()) return new Cover.NothingOnFile();
        var reasons = asked.stream()
                .map(it -> it.notInForce(day).or(() -> lacks(it.paper(), does, names)))
                .toList();
        return reasons.stream().anyMatch(Optional::isEmpty)
                ? new Cover.Covered()
                : reasons.stream()
                        .flatMap(Optional::stream)
                        .min(Shortfall::compareTo)
                        .<Cover>map(Cover.NotCovered::new)
                        .orElseThrow();
    }

    private static Optional<Shortfall> lacks(Paper paper, Predicate<Paper> does, Predicate<Paper> names) {
        if (!names.test(paper)) return Optional.of(Shortfall.OTHER_CODE);
        return does.test(paper) ? Optional.empty() : Optional.of(Shortfall.OTHER_OPERATION);
    }

    private static Predicate<State.OnFile> of(OrganisationId organisation) {
        return it -> it.paper().holder().organisation().equals(organisation);
    }

    private static Predicate<State.OnFile> of(Party holder) {
        return it -> it.paper().holder().equals(holder);
    }

    private static Predicate<State.OnFile> kind(Kind kind) {
        return it -> it.paper().scope().kind() == kind;
    }

    private static Predicate<State.OnFile> certifiedFor(Set<Activity> some) {
        return it -> it.paper().scope() instanceof Scope.EfbCertificate(var activities)
                && activities.stream().anyMatch(some::contains);
    }
}
