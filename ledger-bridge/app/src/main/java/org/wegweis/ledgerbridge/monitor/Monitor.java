package org.wegweis.ledgerbridge.monitor;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.ledgerbridge.fabric.FabricLedger;
import org.wegweis.ledgerbridge.fabric.FabricSettings;
import org.wegweis.ledgerbridge.fabric.SealsInMemory;
import org.wegweis.ledgerbridge.log.LogDoor;

/**
 * The command {@code infra/monitor}: any member of a channel follows a public log and what is sealed of it, and says when
 * the two disagree or one keeps the other waiting. It needs nothing of the log's operator but the log's door.
 */
public final class Monitor {
    private static final String USAGE = """
            Usage: infra/monitor --log URL --trust FILE --network FILE [--state FILE] [--late PT10M] [--every PT30S] [--once]
              --trust    whose log it is and on which channel it is sealed; from elsewhere than the log itself
              --network  settings of the way to the channel: a folder that infra/fabric/up made, or a file like its bridge.properties
              --state    what it remembers from one start to the next; without it, from one look to the next
            It says each alarm when it begins and when it ends. Exit with --once: 0 none, 1 alarms, 2 could not look.""";

    /** Held, because the log manager itself forgets. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private static final int ALARMS = 1;
    private static final int NOT_RUN = 2;

    private final PrintStream out;
    private final InstantSource clock;
    private Set<Alarm.Kind> raised = EnumSet.noneOf(Alarm.Kind.class);

    private Monitor(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    private record Arguments(
            URI log, Path trust, Path network, Optional<Path> state, Duration late, Duration every, boolean once) {}

    /** Looks until it is told to stop, or once. */
    public static void main(String... words) throws InterruptedException {
        GRPC.setLevel(Level.WARNING);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(InstantSource.system(), out, err, words));
    }

    static int run(InstantSource clock, PrintStream out, PrintStream err, String... words) throws InterruptedException {
        try {
            return new Monitor(out, clock).run(parse(words));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return NOT_RUN;
        }
    }

    private static Arguments parse(String... words) {
        URI log = null;
        Path trust = null;
        Path network = null;
        Path state = null;
        var late = Duration.ofMinutes(10);
        var every = Duration.ofSeconds(30);
        boolean once = false;
        var left = new ArrayDeque<>(List.of(words));
        while (!left.isEmpty()) {
            String option = left.remove();
            if (option.equals("--once")) {
                once = true;
                continue;
            }
            if (left.isEmpty()) throw new IllegalArgumentException(USAGE);
            String value = left.remove();
            switch (option) {
                case "--log" -> log = URI.create(value);
                case "--trust" -> trust = Path.of(value);
                case "--network" -> network = Path.of(value);
                case "--state" -> state = Path.of(value);
                case "--late" -> late = duration(value);
                case "--every" -> every = duration(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (log == null || trust == null || network == null) throw new IllegalArgumentException(USAGE);
        return new Arguments(log, trust, network, Optional.ofNullable(state), late, every, once);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A duration is written like PT10M, not " + text + ".", e);
        }
    }

    private int run(Arguments arguments) throws IOException, InterruptedException {
        var trust = Trust.parse(Files.readAllBytes(arguments.trust()));
        if (!(trust.ledger() instanceof Trust.Channel channel)) {
            throw new IllegalArgumentException(
                    "By the trust file a ledger of the operator's own seals; there is nothing to hold the log against.");
        }
        var file = Files.isDirectory(arguments.network())
                ? arguments.network().resolve("bridge.properties")
                : arguments.network();
        // what is trusted is in the trust file, whatever the settings pin
        var settings = FabricSettings.read(file).pinnedTo(channel.genesis());
        var rules = new SealingRules(trust.origin(), trust.logKey());
        try (var ledger = new FabricLedger(settings, rules, new SealsInMemory(), clock);
                var door = new LogDoor(arguments.log());
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            var monitoring = new Monitoring(
                    new Followed(ledger), door, trust.logKey(), arguments.late(), clock, remembered(arguments));
            if (arguments.once()) return look(monitoring, arguments.state()) ? ALARMS : 0;
            timer.scheduleWithFixedDelay(
                            () -> look(monitoring, arguments.state()),
                            0,
                            arguments.every().toNanos(),
                            TimeUnit.NANOSECONDS)
                    .get(); // only what a look throws ends that
            return 0;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e);
        }
    }

    /** Whether there are alarms. */
    private boolean look(Monitoring monitoring, Optional<Path> state) {
        var alarms = monitoring.look();
        tell(alarms);
        state.ifPresent(file -> keep(file, monitoring.seen()));
        return !alarms.isEmpty();
    }

    /** A ledger that is asked for its newest seal at each look. */
    private record Followed(FabricLedger ledger) implements Ledger {
        @Override
        public Optional<Seal> latest() {
            ledger.learn();
            return ledger.latest();
        }

        @Override
        public Optional<Seal> at(long size) {
            return ledger.at(size);
        }

        @Override
        public List<Seal> history(long above, int most) {
            return ledger.history(above, most);
        }

        @Override
        public Sealing seal(Note checkpoint, List<TreeHash> consistency) {
            throw new UnsupportedOperationException("a monitor only looks");
        }
    }

    private static Seen remembered(Arguments arguments) throws IOException {
        if (arguments.state().isEmpty() || !Files.exists(arguments.state().get())) return Seen.NOTHING;
        return Seen.parse(Files.readAllBytes(arguments.state().get()));
    }

    /** Whole or not at all. */
    private static void keep(Path state, Seen seen) {
        var draft = state.resolveSibling(state.getFileName() + ".new");
        try {
            Files.write(draft, seen.json().canonicalBytes());
            Files.move(draft, state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be kept: " + e.getMessage(), e);
        }
    }

    private void tell(List<Alarm> alarms) {
        var now = EnumSet.noneOf(Alarm.Kind.class);
        for (var alarm : alarms) {
            now.add(alarm.kind());
            if (!raised.contains(alarm.kind())) say("ALARM " + alarm.kind().text() + ": " + alarm.what());
        }
        for (var kind : raised) {
            if (!now.contains(kind)) say("over " + kind.text());
        }
        raised = now;
    }

    private void say(String line) {
        out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
