package org.wegweis.ledgerbridge.evidence;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;

/** Makes the package of a consignment, certificate…: only of what is sealed and cosigned, and only one that holds. */
final class Packages {
    private static final Logger log = LoggerFactory.getLogger(Packages.class);

    private final Doors doors;
    private final LogStore store;
    private final Cosigned cosigned;
    private final Ledger ledger;
    private final PackageWriter writer;
    private final Trust trust;
    private final Duration sealedEvery;
    private final InstantSource clock;

    Packages(
            Doors doors,
            LogStore store,
            Cosigned cosigned,
            Ledger ledger,
            PackageWriter writer,
            Trust trust,
            Duration sealedEvery,
            InstantSource clock) {
        this.doors = doors;
        this.store = store;
        this.cosigned = cosigned;
        this.ledger = ledger;
        this.writer = writer;
        this.trust = trust;
        this.sealedEvery = sealedEvery;
        this.clock = clock;
    }

    /**
     * The package.
     *
     * @param kind as tracking-service's paths call it, for example {@code consignments}
     * @param id as those paths name one of them
     * @throws Problem if it does not exist for the caller, is not sealed yet, or somebody is away
     */
    byte[] of(String kind, String id, Caller caller) {
        var told = doors.records(kind, id, caller);
        if (told.isEmpty()) throw Problem.notFound("It has no records.");
        long newest = told.stream().mapToLong(Doors.Told::position).max().orElseThrow();
        var seal = sealed(newest).map(Seal.Countersigned.class::cast).orElseThrow(this::notSealedYet);
        long size = seal.head().size();
        var items = new ArrayList<Evidence.Item>();
        for (var one : told) {
            if (!store.entry(one.position()).equals(Optional.of(one.entry()))) throw notInLog(one.position());
            items.add(new Evidence.Item(
                    one.record(),
                    store.tree().inclusionProof(one.position(), size),
                    one.disclosures(),
                    one.statement()));
        }
        var keys = told.stream()
                .filter(one -> one.statement().isPresent())
                .flatMap(one -> one.record().actor().key().stream())
                .distinct()
                .flatMap(thumbprint -> doors.deviceKey(thumbprint).stream())
                .toList();
        byte[] file = writer.write(new Evidence(
                told.getFirst().record().subject(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                items,
                cosigned.note(size).orElseThrow(),
                seal,
                keys));
        requireHolds(Verification.verify(file, Optional.of(trust), clock.instant()));
        return file;
    }

    /** The seal of the newest head that holds that position and that enough witnesses have cosigned. */
    private Optional<Seal> sealed(long position) {
        // a head's size is one more than its last position
        if (cosigned.policy().threshold() > 0) {
            return cosigned.met(position).stream()
                    .flatMap(size -> ledger.at(size).stream())
                    .findFirst();
        }
        return ledger.latest().filter(latest -> latest.head().size() > position);
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
    private static void requireHolds(Report report) {
        if (report.outcome() == Report.Outcome.HOLDS) return;
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
