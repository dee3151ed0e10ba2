package org.wegweis.ledgerbridge.gathering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.kernel.json.Fields;

/**
 * The records of one package: those of its subject, and round a consignment those of everything that its waste passed
 * through, its certificate, and the outages of which paper stood in for its note. A subject is in it from its first record
 * on or not at all.
 */
public final class Gathering {
    private final Doors doors;
    private final Caller caller;
    private final Subject about;
    private final List<Told> own;
    private final List<Told> around = new ArrayList<>();
    private Optional<Lineage> lineage = Optional.empty();
    private long hidden;
    private long leftOut;

    private Gathering(Doors doors, Caller caller, Subject about, List<Told> own) {
        this.doors = doors;
        this.caller = caller;
        this.about = about;
        this.own = own;
    }

    /**
     * The records of the subject alone.
     *
     * @throws Problem if it does not exist for the caller, has too many records, or tracking-service is away
     */
    public static Gathering of(Subject about, Doors doors, Caller caller) {
        return switch (doors.records(about, caller)) {
            case Doors.Records.Seen(var told) when told.isEmpty() -> throw Problem.notFound("It has no records.");
            case Doors.Records.Seen(var told)
            when told.size() <= PartName.MOST -> new Gathering(doors, caller, about, told);
            case Doors.Records.Seen _, Doors.Records.TooMany _ ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-records",
                        "It has more records than a package has room for, which are " + PartName.MOST + ".");
            case Doors.Records.Hidden() ->
                throw new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-" + about.one(),
                        "There is no such " + about.one() + " for your organisation.");
        };
    }

    /** The position of the subject's newest record. */
    public long newest() {
        return own.stream().mapToLong(Told::position).max().orElseThrow();
    }

    /**
     * Brings together what the subject touches, as far as a head of the log covers it: a plant's stock never stands still.
     * What has no room is left out, stocks first.
     *
     * @param size of that head
     * @return whether all that is needed is covered; not if the head does not even cover how one of them began
     * @throws Problem if another service is away
     */
    public boolean lookAround(long size) {
        if (!about.kind().equals(Subject.CONSIGNMENTS)) return true;
        var found = doors.lineage(about.id(), caller);
        lineage = Optional.of(found);
        hidden += found.nodes().stream().filter(Lineage.Node::hidden).count();
        for (var subject : touched(found)) {
            switch (doors.records(subject, caller)) {
                case Doors.Records.Hidden() -> hidden++;
                case Doors.Records.TooMany() -> leftOut++;
                case Doors.Records.Seen(var told) -> {
                    var covered =
                            told.stream().filter(one -> one.position() < size).toList();
                    if (covered.isEmpty()) return false;
                    if (own.size() + around.size() + covered.size() > PartName.MOST) leftOut++;
                    else around.addAll(covered);
                }
            }
        }
        return true;
    }

    /** Each once; stocks last, for they are the largest. */
    private Set<Subject> touched(Lineage found) {
        var touched = new LinkedHashSet<Subject>();
        certificate().ifPresent(number -> touched.addAll(doors.certificates(number, caller)));
        touched.addAll(doors.outages(about.id(), caller));
        var met =
                found.nodes().stream().flatMap(node -> node.subject().stream()).toList();
        met.stream().filter(one -> !one.kind().equals(Subject.STOCKS)).forEach(touched::add);
        touched.addAll(met);
        touched.remove(about);
        return touched;
    }

    /** The number that the consignment names, whether or not there is a certificate of that number here. */
    private Optional<String> certificate() {
        return Fields.of(own.getFirst().record().data()).optionalText("certificate");
    }

    /** Of all subjects, the own first. */
    public List<Told> told() {
        return Stream.concat(own.stream(), around.stream()).toList();
    }

    /** Of a consignment, once {@link #lookAround} has been called. */
    public Optional<Lineage> lineage() {
        return lineage;
    }

    /** How many things are left out because they do not exist for the caller. */
    public long hidden() {
        return hidden;
    }

    /** How many are left out because their records have no room. */
    public long leftOut() {
        return leftOut;
    }
}
