package org.wegweis.ledgerbridge.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.Renewal;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.NoRoom;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.ledgerbridge.gathering.Doors;
import org.wegweis.ledgerbridge.gathering.Gathering;
import org.wegweis.ledgerbridge.gathering.Subject;
import org.wegweis.ledgerbridge.gathering.Told;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.report.Content;
import org.wegweis.ledgerbridge.report.ReadableReport;

/** Makes the package of a consignment, certificate…: only of what is sealed and cosigned, and only one that holds. */
final class Packages {
    private static final Logger log = LoggerFactory.getLogger(Packages.class);
    /** What stands in the report's place while the package is checked for it. */
    private static final byte[] NO_REPORT = {};

    private final Doors doors;
    private final LogStore store;
    private final SealedHeads heads;
    private final PackageWriter writer;
    private final TimeStampAuthority authority;
    private final Trust trust;
    private final Duration sealedEvery;
    private final InstantSource clock;
    private final ReadableReport reports = new ReadableReport();

    Packages(
            Doors doors,
            LogStore store,
            SealedHeads heads,
            PackageWriter writer,
            TimeStampAuthority authority,
            Trust trust,
            Duration sealedEvery,
            InstantSource clock) {
        this.doors = doors;
        this.store = store;
        this.heads = heads;
        this.writer = writer;
        this.authority = authority;
        this.trust = trust;
        this.sealedEvery = sealedEvery;
        this.clock = clock;
    }

    /**
     * The package.
     *
     * @throws Problem if its subject does not exist for the caller, is not sealed yet or too large, or somebody is away
     */
    byte[] of(Subject about, Caller caller) {
        try {
            return made(about, caller);
        } catch (NoRoom e) {
            log.atInfo().addKeyValue("what", e.getMessage()).log("package too large");
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "package-too-large",
                            "Its records and what proves them have more bytes than a package may. Ask for the package of one of"
                                    + " the consignments that it is about; single records are proved by GET /tlog-proof/{position}.")
                    .by(
                            "",
                            "Seine Einträge und was sie beweist haben mehr Bytes, als ein Paket haben darf. Verlangen Sie das"
                                    + " Paket eines der Vorgänge, um die es geht; einzelne Einträge beweist GET"
                                    + " /tlog-proof/{Platz}.");
        }
    }

    private byte[] made(Subject about, Caller caller) {
        var gathering = Gathering.of(about, doors, caller);
        var head = heads.covering(gathering.newest()).orElseThrow(this::notSealedYet);
        if (!gathering.lookAround(head.seal().head().size())) throw notSealedYet();
        var evidence = evidence(gathering, head);
        var verified = verified(writer.write(evidence, NO_REPORT));
        var directory = doors.directory(organisations(evidence), caller);
        byte[] report = reports.pdf(new Content(about, evidence, gathering.lineage(), directory, verified));
        byte[] file = archived(writer.write(evidence, report));
        verified(file);
        return file;
    }

    /** With its evidence record; without while the authority is away, for whoever keeps the package can add one. */
    private byte[] archived(byte[] file) {
        var parts = Container.read(file).parts();
        var first = new Renewal.Task(
                ArchivedParts.data(parts), Optional.empty(), new Renewal.Due(Renewal.Kind.FIRST, Instant.MIN));
        var outcome = new Renewal(authority.anchors(), Algorithms.KNOWN, Duration.ZERO)
                .renew(List.of(first), authority, clock.instant())
                .getFirst();
        return switch (outcome) {
            case Renewal.Outcome.Renewed(var record, var until) -> Container.write(ArchivedParts.with(parts, record));
            case Renewal.Outcome.Failed(var why) -> {
                log.atWarn().addKeyValue("why", why).log("package without evidence record");
                yield file;
            }
        };
    }

    private Evidence evidence(Gathering gathering, Evidence.SealedHead head) {
        long size = head.seal().head().size();
        // of many records the same tiles are wanted again and again
        Map<TilePath, Optional<byte[]>> tiles = new HashMap<>();
        var tree = new TiledLog(path -> tiles.computeIfAbsent(path, store::read));
        var items = new ArrayList<Evidence.Item>();
        for (var one : gathering.told()) {
            if (!store.entry(one.position()).equals(Optional.of(one.entry()))) throw notInLog(one.position());
            items.add(new Evidence.Item(
                    one.record(), tree.inclusionProof(one.position(), size), one.disclosures(), one.statement()));
        }
        return new Evidence(
                gathering.told().getFirst().record().subject(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                gathering.hidden(),
                gathering.leftOut(),
                items,
                head,
                enrolments(gathering.told()));
    }

    private List<Enrolment> enrolments(List<Told> told) {
        return told.stream()
                .filter(one -> one.statement().isPresent())
                .flatMap(one -> one.record().actor().key().stream())
                .distinct()
                .flatMap(thumbprint -> doors.enrolment(thumbprint).stream())
                .toList();
    }

    /** Everybody whom the records name. */
    private static Set<OrganisationId> organisations(Evidence evidence) {
        var organisations = new LinkedHashSet<OrganisationId>();
        for (var item : evidence.items()) {
            organisations.add(item.record().actor().organisation());
            named(item.record().data(), organisations);
        }
        return organisations;
    }

    private static void named(Json json, Set<OrganisationId> organisations) {
        if (json instanceof Json.Arr(var items)) items.forEach(item -> named(item, organisations));
        if (!(json instanceof Json.Obj(var members))) return;
        if (members.get("organisation") instanceof Json.Text(var id)) organisations.add(OrganisationId.parse(id));
        members.values().forEach(member -> named(member, organisations));
    }

    private Problem notSealedYet() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-sealed-yet",
                        "Its newest record is not sealed yet. Ask again shortly.")
                .retryAfter(sealedEvery);
    }

    private static Problem notInLog(long position) {
        log.atError().addKeyValue("position", position).log("record store and log disagree");
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "not-in-log",
                "Position " + position + " of the log holds another record. There is no package until this is solved.");
    }

    /** Better none than one that would be refused elsewhere. */
    private Report verified(byte[] file) {
        var report = Verification.verify(file, Optional.of(trust), clock.instant());
        if (report.outcome() == Report.Outcome.HOLDS) return report;
        List<String> wrong = report.steps().stream()
                .filter(step -> step.result() == Step.Result.DOES_NOT_HOLD)
                .map(step -> step.code().text())
                .toList();
        log.atError().addKeyValue("steps", wrong).log("package does not hold");
        throw new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "package-does-not-hold",
                "The package that was made does not hold: " + String.join(", ", wrong) + ".");
    }
}
