package org.wegweis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.springframework.util.FileSystemUtils;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Measured.Score;
import org.wegweis.e2e.RunningWegweis;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.e2e.kill.Cast;

/**
 * A whole Wegweis at work: every part in one JVM of 384 MB, its PostgreSQL and Kafka, and the clients, all on this machine's
 * cores.
 */
final class TrafficBench {
    private static final int CALM = 100;
    private static final int PEAK = 1_000;
    private static final int CALLERS = 16;
    /** What a phone sends at once when it has a network again: that is what a peak is made of. */
    private static final int TOGETHER = 10;
    /** Compilers need their time before anything is as fast as it stays. */
    private static final Duration WARM = Duration.ofSeconds(30);

    private static final Duration LOOKING = Duration.ofSeconds(6);
    private static final Duration BARE = Duration.ofSeconds(2);
    private static final Duration OVERLOAD = Duration.ofSeconds(6);
    private static final int READERS = 4;
    /** What a clerk needs to look at a page before the next. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RunningWegweis wegweis;
    private final WegweisClient client;
    private final Cast cast;
    private final Watch watch;
    private final Traffic traffic;
    private double most;

    private TrafficBench(RunningWegweis wegweis, Watch watch) {
        this.wegweis = wegweis;
        this.watch = watch;
        this.client = new WegweisClient(wegweis.doors());
        this.cast = Cast.enter(client);
        this.traffic = new Traffic(client, cast, watch::acknowledged);
    }

    private interface Measurement {
        List<Figure> of(TrafficBench bench) throws Exception;
    }

    private static List<Figure> started(Measurement measurement) throws Exception {
        var folder = Files.createTempDirectory("traffic");
        try (var wegweis = RunningWegweis.start(folder.resolve("data"));
                var watch = new Watch(wegweis.database())) {
            var bench = new TrafficBench(wegweis, watch);
            bench.traffic.rush(CALLERS, WARM);
            return measurement.of(bench);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The door, what becomes visible, and a short day, in this order, on one Wegweis that was warmed once. */
    static List<Figure> measure() throws Exception {
        double openssl = VerifyBench.openssl();
        return started(bench -> {
            var figures = new ArrayList<Figure>();
            figures.add(bench.door("single", 1, openssl));
            figures.add(bench.door("hundreds", 100, openssl));
            figures.addAll(bench.visible("100", CALM, 1));
            figures.addAll(bench.asManyAsHold());
            figures.add(bench.overload());
            figures.addAll(bench.visible("1000", PEAK, TOGETHER));
            figures.addAll(bench.day("traffic-day", Duration.ofSeconds(40)));
            return figures;
        });
    }

    /** @param name of the figures */
    static List<Figure> longDay(String name, Duration duration) throws Exception {
        return started(bench -> bench.day(name, duration));
    }

    private Figure door(String name, int batch, double openssl) throws Exception {
        return new Figure(
                "traffic-" + name,
                "signed statements/s, " + batch + " a request; peer: openssl on one core",
                new Measured(new DoorBench(client, cast, batch).measure(), Score.once(openssl)));
    }

    private List<Figure> visible(String name, int perSecond, int together) throws Exception {
        begin();
        long start = System.nanoTime();
        say(name, "answer", traffic.run(perSecond, LOOKING, together));
        return watched(name, Math.round(perSecond * LOOKING.toNanos() / (double) (System.nanoTime() - start)));
    }

    private List<Figure> asManyAsHold() throws Exception {
        begin();
        most = traffic.rush(CALLERS, LOOKING);
        return watched("most", Math.round(most));
    }

    /** More than hold, each alone: some are told to come again, and as many as before come through. */
    private Figure overload() throws SQLException {
        begin();
        long busyBefore = traffic.busy();
        long lostBefore = traffic.lost();
        long start = System.nanoTime();
        say("overload", "answer", traffic.run(PEAK, OVERLOAD, 1));
        double taken = PEAK * OVERLOAD.toNanos() / (double) (System.nanoTime() - start);
        System.err.printf(
                Locale.ROOT,
                "overload: %d times told to come again, %d connections lost%n",
                traffic.busy() - busyBefore,
                traffic.lost() - lostBefore);
        return new Figure(
                "traffic-overload",
                "/s taken while " + PEAK + "/s come singly; peer: as many as hold",
                new Measured(Score.once(taken), Score.once(most)));
    }

    /** Nothing of what was before is measured. */
    private void begin() throws SQLException {
        watch.awaitAll();
        watch.reset();
    }

    private List<Figure> watched(String name, long perSecond) throws Exception {
        watch.awaitAll();
        var bare = BareTrip.measure(wegweis, Math.toIntExact(perSecond), BARE);
        say(name, "visible", watch.visible());
        say(name, "covered", watch.covered());
        say(name, "bare trip", bare);
        String rate = ", " + perSecond + "/s; peer: bare trip";
        return List.of(
                figure("traffic-visible-" + name, "p99 µs from answer to row" + rate, watch.visible(), bare),
                figure("traffic-covered-" + name, "p99 µs from answer to signed head" + rate, watch.covered(), bare));
    }

    private static Figure figure(String name, String unit, Histogram us, Histogram peer) {
        return new Figure(name, unit, new Measured(Score.once((double) us.getValueAtPercentile(99)), Score.once((double)
                peer.getValueAtPercentile(99))));
    }

    private static void say(String name, String what, Histogram took) {
        System.err.printf(
                Locale.ROOT,
                "%s/s %s: %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                name,
                what,
                took.getTotalCount(),
                took.getValueAtPercentile(50) / 1e3,
                took.getValueAtPercentile(99) / 1e3,
                took.getMaxValue() / 1e3);
    }

    /** A country's day in short: a tenth of the time is peak, people read meanwhile. */
    private List<Figure> day(String name, Duration duration) throws Exception {
        var part = duration.dividedBy(10);
        var alone = reading(() -> traffic.run(CALM, part, 1));
        long before = resident();
        begin();
        long busyBefore = traffic.busy();
        long lostBefore = traffic.lost();
        var readers = reading(() -> {
            traffic.run(CALM, part.multipliedBy(4), 1);
            long start = System.nanoTime();
            traffic.run(PEAK, part, TOGETHER);
            System.err.printf(
                    Locale.ROOT,
                    "%s: %.0f/s at the peak, %d times told to come again%n",
                    name,
                    PEAK * part.toNanos() / (double) (System.nanoTime() - start),
                    traffic.busy() - busyBefore);
            traffic.run(CALM, part.multipliedBy(4), 1);
        });
        watch.awaitAll();
        say(name, "visible", watch.visible());
        say(name, "covered", watch.covered());
        say(name, "readers", readers);
        return List.of(
                new Figure(
                        name + "-lost",
                        "connections lost, of all statements",
                        new Measured(Score.once((double) (traffic.lost() - lostBefore)), Score.once((double)
                                watch.visible().getTotalCount()))),
                new Figure(
                        name + "-lag",
                        "ms from answer to row at most; peer: what is allowed",
                        new Measured(Score.once(watch.visible().getMaxValue() / 1e3), Score.once(2_000))),
                figure(name + "-readers", "p99 µs of a page; peer: before the peak", readers, alone),
                new Figure(
                        name + "-memory",
                        "MiB resident at the end; peer: when it was warm",
                        new Measured(Score.once((double) resident()), Score.once((double) before))));
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Has people read while that is done. */
    private Histogram reading(Work work) throws Exception {
        var took = new ConcurrentHistogram(3);
        var done = new AtomicBoolean();
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Thread.ofVirtual().start(() -> {
                while (!done.get()) {
                    for (String path : List.of(
                            "/api/consignments",
                            "/api/consignments?state=accepted",
                            "/api/findings",
                            "/api/register")) {
                        read(path, cast.dispatcher(), took);
                    }
                }
            }));
        }
        try {
            work.run();
        } finally {
            done.set(true);
            for (var reader : readers) reader.join();
        }
        return took;
    }

    private void read(String path, Person who, Histogram took) {
        long before = System.nanoTime();
        client.get(client.doors().projections(), path, who).require(200);
        took.recordValue((System.nanoTime() - before) / 1000);
        LockSupport.parkNanos(LOOK.toNanos());
    }

    /** What the JVM holds of the machine's memory, in MiB. */
    private long resident() throws IOException {
        try (var lines =
                Files.lines(Path.of("/proc", Long.toString(wegweis.process().pid()), "status"))) {
            String line =
                    lines.filter(it -> it.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
    }
}
