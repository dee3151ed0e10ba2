package org.wegweis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int READERS = 4;
    /** What a clerk needs to look at a page before the next. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RunningWegweis wegweis;
    private final WegweisClient client;
    private final Cast cast;
    private final Watch watch;
    private final Traffic traffic;

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
            bench.warm();
            return measurement.of(bench);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Compilers need their time before anything is as fast as it stays. */
    private void warm() {
        traffic.rush(CALLERS, Duration.ofSeconds(60));
    }

    /** From the answer to the row in the read models, and to a signed head that covers it. */
    static List<Figure> visible() throws Exception {
        return started(bench -> {
            var figures = new ArrayList<Figure>();
            figures.addAll(bench.visible("100", CALM));
            figures.addAll(bench.visible("1000", PEAK));
            return figures;
        });
    }

    private List<Figure> visible(String name, int perSecond) throws Exception {
        var duration = Duration.ofSeconds(15);
        watch.reset();
        var answers = traffic.run(perSecond, duration);
        watch.awaitAll();
        var bare = BareTrip.measure(wegweis, perSecond, Duration.ofSeconds(5));
        say(name, "answer", answers);
        say(name, "visible", watch.visible());
        say(name, "covered", watch.covered());
        say(name, "bare trip", bare);
        return List.of(
                figure("visible-" + name, "p99 µs from answer to row; peer: bare trip", watch.visible(), bare),
                figure("covered-" + name, "p99 µs from answer to signed head; peer: bare trip", watch.covered(), bare));
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

    /**
     * A country's day in short: a tenth of the time is peak, people read meanwhile.
     *
     * @param name of the figures
     */
    static List<Figure> country(String name, Duration duration) throws Exception {
        return started(bench -> bench.day(name, duration));
    }

    private List<Figure> day(String name, Duration duration) throws Exception {
        var part = duration.dividedBy(10);
        var alone = reading(() -> traffic.run(CALM, part));
        long before = resident();
        watch.reset();
        var readers = reading(() -> {
            traffic.run(CALM, part.multipliedBy(4));
            traffic.run(PEAK, part);
            traffic.run(CALM, part.multipliedBy(4));
        });
        watch.awaitAll();
        say(name, "visible", watch.visible());
        say(name, "covered", watch.covered());
        say(name, "readers", readers);
        return List.of(
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
