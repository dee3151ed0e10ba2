package org.wegweis.ledgerbridge.longterm;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.Broken;
import org.wegweis.evidence.longterm.EvidenceRecord;
import org.wegweis.evidence.longterm.Renewal;
import org.wegweis.evidence.longterm.Renewal.Kind;
import org.wegweis.evidence.longterm.Renewal.Outcome;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.sealing.Keys;
import org.wegweis.ledgerbridge.time.HttpTimeStampAuthority;

/**
 * {@code renew [--dry-run] [--data DIR | --tsa URL --tsa-certificates PEM] [--weak NAME=DATE] [--ahead DAYS] [--journal
 * FILE] FOLDER}: gives every package of a folder an evidence record, and renews those that end soon.
 */
public final class Renew {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What is held in memory at once; each such part of a folder has a time stamp of its own. */
    private static final long MOST_AT_ONCE = 256L << 20;

    private static final String USAGE = """
            renew [--dry-run] [--data DIR | --tsa URL --tsa-certificates PEM] [--weak NAME=YYYY-MM-DD]
                  [--ahead DAYS] [--journal FILE] FOLDER
            Gibt jedem Beweispaket (*.asice) einen Evidence Record    Gives every package (*.asice) an evidence record
            und erneuert die, die bald enden.                         and renews those that end soon.
              0  alles getan                                            0  all is done
              1  für manche Pakete nicht, siehe Ausgabe                 1  not for some packages, see the output
              2  so nicht verstanden                                    2  not understood""";

    private final Arguments arguments;
    private final TimeStampAuthority authority;
    private final Renewal renewal;
    private final InstantSource clock;
    private final PrintStream out;
    private int done;
    private int left;
    private int failed;

    private Renew(Arguments arguments, InstantSource clock, PrintStream out) throws IOException {
        this.arguments = arguments;
        this.clock = clock;
        this.out = out;
        var known = new ArrayList<X509Certificate>();
        if (arguments.certificates().isPresent()) {
            known.addAll(
                    Certificates.pem(Files.readString(arguments.certificates().get())));
        }
        this.authority = authority(arguments, List.copyOf(known), clock);
        known.addAll(authority.anchors());
        this.renewal = new Renewal(known, arguments.algorithms(), arguments.ahead());
    }

    /** Runs and exits. */
    public static void main(String... words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, InstantSource.system(), words));
    }

    static int run(PrintStream out, PrintStream err, InstantSource clock, String... words) {
        try {
            return new Renew(Arguments.parse(words), clock, out).run();
        } catch (Arguments.Misused e) {
            err.println("? " + e.getMessage());
            err.println(USAGE);
        } catch (IOException | IllegalArgumentException e) {
            err.println("Nicht möglich / not possible: " + e.getMessage());
        }
        return MISUSED;
    }

    private static TimeStampAuthority authority(
            Arguments arguments, List<X509Certificate> certificates, InstantSource clock) throws IOException {
        if (arguments.url().isPresent()) {
            return new HttpTimeStampAuthority(arguments.url().get(), certificates, PATIENCE, clock);
        }
        Path keys = arguments.data().orElseThrow().resolve("keys");
        // this job makes no keys
        if (!Keys.hasTestAuthority(keys)) throw new IOException("no built-in time-stamp authority in " + keys);
        return Keys.testAuthority(keys, clock);
    }

    private int run() throws IOException {
        out.println("Zeitstempelstelle / authority: " + authority.name());
        if (arguments.dryRun()) {
            through(Optional.empty());
        } else {
            try (var journal = Journal.open(arguments.journal())) {
                through(Optional.of(journal));
            }
        }
        out.printf(
                "%d erneuert / renewed%s, %d noch nicht fällig / not due yet, %d nicht möglich / not possible%n",
                done, arguments.dryRun() ? " (nur geprobt / dry run)" : "", left, failed);
        return failed > 0 ? FAILED : 0;
    }

    /** A package whose record is due. */
    private record Candidate(Path file, Hash before, SequencedMap<String, byte[]> parts, Renewal.Task task) {}

    private void through(Optional<Journal> journal) throws IOException {
        List<Path> files;
        try (var all = Files.list(arguments.folder())) {
            files = all.filter(file -> file.toString().endsWith(".asice"))
                    .sorted()
                    .toList();
        }
        var together = new ArrayList<Candidate>();
        long size = 0;
        for (var file : files) {
            var candidate = candidate(file, journal);
            if (candidate.isEmpty()) continue;
            together.add(candidate.get());
            size += Files.size(file);
            if (size > MOST_AT_ONCE) {
                renew(together, journal);
                together.clear();
                size = 0;
            }
        }
        if (!together.isEmpty()) renew(together, journal);
    }

    private Optional<Candidate> candidate(Path file, Optional<Journal> journal) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            var container = Container.read(bytes);
            if (!container.damaged().isEmpty()) {
                throw new IllegalArgumentException("damaged: " + String.join(", ", container.damaged()));
            }
            var data = ArchivedParts.data(container.parts());
            var record = ArchivedParts.record(container.parts());
            var due = renewal.due(record, data, clock.instant());
            if (due.kind() == Kind.NONE) {
                left++;
                return Optional.empty();
            }
            var task = new Renewal.Task(data, record, due);
            return Optional.of(new Candidate(file, Hash.sha256(bytes), container.parts(), task));
        } catch (IllegalArgumentException | Broken | TimeStamp.Untrusted e) {
            failed(file, Hash.sha256(bytes), String.valueOf(e.getMessage()), journal);
            return Optional.empty();
        }
    }

    private void renew(List<Candidate> candidates, Optional<Journal> journal) throws IOException {
        if (journal.isEmpty()) {
            for (var one : candidates) said(one);
            return;
        }
        var tasks = candidates.stream().map(Candidate::task).toList();
        var outcomes = renewal.renew(tasks, authority, clock.instant());
        for (int i = 0; i < outcomes.size(); i++) {
            var one = candidates.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Renewed(var record, var until) -> write(one, record, until, journal.get());
                case Outcome.Failed(var why) -> failed(one.file(), one.before(), why, journal);
            }
        }
    }

    private void write(Candidate one, EvidenceRecord record, Instant until, Journal journal) throws IOException {
        byte[] after = Container.write(ArchivedParts.with(one.parts(), record));
        // the journal first: it may say more than came about, never less
        journal.add(List.of(line(one.file(), one.before())
                .with("after", Hash.sha256(after).hex())
                .with("did", text(one.task().due().kind()))
                .with("why", why(one))
                .with("authority", authority.name())
                .with("independent", authority.independent())
                .with("until", until.toString())));
        try {
            replace(one.file(), after);
            said(one);
        } catch (IOException e) {
            failed(one.file(), one.before(), "cannot be written: " + e, Optional.of(journal));
        }
    }

    private void said(Candidate one) {
        done++;
        out.println(one.file().getFileName() + ": " + text(one.task().due().kind()) + ", " + why(one));
    }

    private void failed(Path file, Hash before, String why, Optional<Journal> journal) throws IOException {
        failed++;
        out.println(file.getFileName() + ": NICHT / NOT: " + why);
        if (journal.isPresent()) journal.get().add(List.of(line(file, before).with("failed", why)));
    }

    private Json.Obj line(Path file, Hash before) {
        return Json.Obj.of()
                .with("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .with("file", file.getFileName().toString())
                .with("before", before.hex());
    }

    private static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String why(Candidate one) {
        var due = one.task().due();
        return switch (due.kind()) {
            case FIRST -> "it has no evidence record";
            case TIME_STAMP -> "its last time stamp ends on " + due.until();
            case HASH_TREE ->
                "its hash function ends by " + clock.instant().plus(arguments.ahead()) + " ("
                        + arguments.algorithms().source() + ")";
            case NONE -> throw new IllegalStateException("nothing is due");
        };
    }

    /** Whole or not at all: a draft beside it, on the disk, then the name. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) channel.write(rest);
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
