package org.wegweis.bench;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.wegweis.kernel.json.Json;

/** Runs benchmarks by name and prints a table for people, then a JSON line a figure for machines. */
public final class Bench {
    private Bench() {}

    private interface Measuring {
        Measured measure() throws Exception;
    }

    private interface Runs {
        List<Figure> run() throws Exception;
    }

    /** What a figure needs is not on this machine. */
    static final class Skipped extends Exception {
        Skipped(String why) {
            super(why);
        }
    }

    /** A figure for table and machines. */
    record Figure(String name, String unit, Measured measured) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %18s %18s %8.2f  %s",
                    name,
                    measured.us(),
                    measured.peer(),
                    measured.ratio(),
                    unit);
        }

        String json() {
            return Json.Obj.of()
                    .with("name", name)
                    .with("us", Math.round(measured.us().value()))
                    .with("peer", Math.round(measured.peer().value()))
                    .with("ratio", new Json.Num(Math.round(1000 * measured.ratio()) / 1000.0))
                    .with("unit", unit)
                    .canonical();
        }
    }

    /**
     * What gives figures. Their names begin with its name, and that with the name of its group, which stands for all of them.
     *
     * @param slow whether it is left out unless it is asked for
     */
    private record Group(String name, boolean slow, Runs runs) {
        static Group of(String name, String unit, Measuring measuring) {
            return new Group(name, false, () -> List.of(new Figure(name, unit, measuring.measure())));
        }

        boolean isCalled(String wanted) {
            return name.equals(wanted) || name.startsWith(wanted + "-");
        }

        boolean isWanted(Set<String> names, boolean slowToo) {
            if (names.contains(name)) return true;
            return (slowToo || !slow) && (names.isEmpty() || names.stream().anyMatch(this::isCalled));
        }
    }

    private static final String PER_CORE = "/s on one core";
    private static final TimeValue ITERATION = TimeValue.milliseconds(500);
    private static final String LONG = "--long";
    private static final String PICTURE = "--picture";

    private static final List<Group> GROUPS = List.of(
            Group.of("decider", "operations" + PER_CORE, () -> jmh(DeciderBench.class, "decide", "update")),
            new Group("commands-16", false, () -> CommandsBench.measure(16, false)),
            new Group("commands-64", false, () -> CommandsBench.measure(64, true)),
            new Group("commands-256", false, () -> CommandsBench.measure(256, false)),
            new Group("traffic", false, TrafficBench::measure),
            new Group("traffic-10", true, () -> TrafficBench.longDay("traffic-10", Duration.ofMinutes(10))),
            new Group("traffic-60", true, () -> TrafficBench.longDay("traffic-60", Duration.ofMinutes(60))),
            new Group("rebuild", false, RebuildBench::measure),
            Group.of(
                    "rebuild-store",
                    "records/s from the store to a new topic; peer: a bare producer",
                    StoreBench::measure),
            new Group("growth-20k", false, () -> GrowthBench.measure(20_000)),
            new Group("growth-1000k", true, () -> GrowthBench.measure(100_000, 1_000_000)),
            Group.of("log-append-32", "leaves" + PER_CORE, () -> jmh(AppendBench.class, "append32", "hash32")),
            Group.of("log-append-300", "leaves" + PER_CORE, () -> jmh(AppendBench.class, "append300", "hash300")),
            Group.of("log-place", "records" + PER_CORE, () -> jmh(PlaceBench.class, "place", "parse")),
            Group.of("log-catch-up", "records/s", CatchUp::measure),
            Group.of("log-memory", "bytes of heap at 10 M leaves, beside 1 M", LogMemory::measure),
            Group.of("verify-warm", "µs for a package of 12 events; peer: its cryptography", VerifyBench::warm),
            Group.of("verify-cold", "ms for infra/verify; peer: java -version", VerifyBench::cold),
            Group.of("verify-es256", "signatures/s on one core; peer: openssl", VerifyBench::es256),
            Group.of("verify-size", "bytes; peer: its records and statements", VerifyBench::size),
            Group.of("ledger-bytes", "events in a MB of blocks; peer: a transaction each", LedgerBench::bytes),
            Group.of("ledger-proof", "µs to check a seal's proof; peer: its signatures", LedgerBench::proof));

    public static void main(String[] words) throws Exception {
        var names = new LinkedHashSet<>(List.of(words));
        if (names.remove(PICTURE)) {
            Picture.draw();
            return;
        }
        boolean slowToo = names.remove(LONG);
        for (String name : names) {
            if (GROUPS.stream().noneMatch(group -> group.isCalled(name))) {
                System.err.println("infra/bench: there are " + LONG + " and these: "
                        + GROUPS.stream().map(Group::name).toList());
                System.exit(2);
            }
        }
        String machine = Machine.describe();
        System.out.println(machine);
        var lines = new StringBuilder();
        lines.append(Json.Obj.of().with("machine", machine).canonical()).append('\n');
        System.out.printf("%-16s %18s %18s %8s  %s%n", "figure", "us", "peer", "ratio", "unit");
        for (var group : GROUPS) {
            if (!group.isWanted(names, slowToo)) continue;
            try {
                for (var figure : group.runs().run()) {
                    System.out.println(figure.row());
                    lines.append(figure.json()).append('\n');
                }
            } catch (Skipped e) {
                System.err.println(group.name() + " skipped: " + e.getMessage());
            }
        }
        System.out.print(lines);
    }

    /** Two methods of a class, in the same run. */
    private static Measured jmh(Class<?> in, String us, String peer) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(in.getName() + "\\.(" + us + "|" + peer + ")$")
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(ITERATION)
                        .measurementIterations(5)
                        .measurementTime(ITERATION)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return new Measured(score(results, us), score(results, peer));
    }

    private static Measured.Score score(Iterable<RunResult> results, String method) {
        Result<?> found = null;
        for (var result : results) {
            if (result.getPrimaryResult().getLabel().equals(method)) found = result.getPrimaryResult();
        }
        var score = Objects.requireNonNull(found, method);
        return new Measured.Score(score.getScore(), 100 * score.getScoreError() / score.getScore());
    }
}
