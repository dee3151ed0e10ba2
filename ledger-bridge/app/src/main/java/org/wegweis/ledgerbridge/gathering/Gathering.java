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
    /**
     * Bytes of all lists of records together. Taken apart they need several times as much memory, and once more as the
     * parts of a package, of which more than one may be made at a time; and a package takes 64 MiB at most.
     */
    private static final int LARGEST = 20 << 20;

    private final Doors doors;
    private final Caller caller;
    private final Subject about;
    private final List<Told> own;
    private int bytes;
    private final List<Told> around = new ArrayList<>();
    private Optional<Lineage> lineage = Optional.empty();
    private long hidden;
    private long leftOut;

    private Gathering(Doors doors, Caller caller, Subject about, Doors.Records.Seen own) {
        this.doors = doors;
        this.caller = caller;
        this.about = about;
        this.own = own.told();
        this.bytes = own.bytes();
    }

    /**
     * The records of the subject alone.
     *
     * @throws Problem if it does not exist for the caller, has too many records, or tracking-service is away
     */
    public static Gathering of(Subject about, Doors doors, Caller caller) {
        return switch (doors.records(about, caller, PartName.MOST, LARGEST)) {
            case Doors.Records.Seen seen when seen.told().isEmpty() -> throw Problem.notFound("It has no records.");
            case Doors.Records.Seen seen
            when seen.told().size() <= PartName.MOST -> new Gathering(doors, caller, about, seen);
            case Doors.Records.Seen _, Doors.Records.TooMany _ -> throw tooMany();
            case Doors.Records.Hidden() ->
                throw new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-" + about.one(),
                        "There is no such " + about.one() + " for your organisation.");
        };
    }

    private static Problem tooMany() {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-records",
                        "It has more records than a package has room for: at most %d of them, and %d MiB. Ask for the package of one of the consignments that it is about; single records are proved by GET /tlog-proof/{position}."
                                .formatted(PartName.MOST, LARGEST >> 20))
                .by(
                        "",
                        "Es hat mehr Einträge, als in ein Paket passen: höchstens %d, und %d MiB. Verlangen Sie das Paket eines der Vorgänge, um die es geht; einzelne Einträge beweist GET /tlog-proof/{Platz}."
                                .formatted(PartName.MOST, LARGEST >> 20));
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
        if (!found.complete()) leftOut++;
        for (var subject : touched(found)) {
            int room = PartName.MOST - own.size() - around.size();
            switch (doors.records(subject, caller, Math.max(1, room), LARGEST - bytes)) {
                case Doors.Records.Hidden() -> hidden++;
                case Doors.Records.TooMany() -> leftOut++;
                case Doors.Records.Seen(var told, var length) -> {
                    var covered =
                            told.stream().filter(one -> one.position() < size).toList();
                    if (covered.isEmpty()) return false;
                    if (covered.size() > room) {
                        leftOut++;
                    } else {
                        around.addAll(covered);
                        bytes += length;
                    }
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

    /** How many at least are left out because there is no room; what a lineage does not show counts once. */
    public long leftOut() {
        return leftOut;
    }
}
