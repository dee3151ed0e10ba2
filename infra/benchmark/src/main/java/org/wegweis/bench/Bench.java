package org.wegweis.bench;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks by name and prints a table for people, then a JSON line a figure for machines. */
public final class Bench {
    private Bench() {}

    private interface Measuring {
        Measured measure() throws Exception;
    }

    /** What a figure needs is not on this machine. */
    static final class Skipped extends Exception {
        Skipped(String why) {
            super(why);
        }
    }

    /** A figure. Its name begins with the name of its group, which stands for all of them. */
    private record Figure(String name, String unit, Measuring measuring) {
        boolean isCalled(String wanted) {
            return name.equals(wanted) || name.startsWith(wanted + "-");
        }
    }

    private static final String PER_CORE = "/s on one core";

    private static final List<Figure> FIGURES = List.of(
            new Figure("decider", "operations" + PER_CORE, () -> jmh(DeciderBench.class, "decide", "update")),
            new Figure("commands-16", "acknowledged/s; peer: insert + commit", () -> CommandsBench.measure(16)),
            new Figure("commands-64", "acknowledged/s; peer: insert + commit", () -> CommandsBench.measure(64)),
            new Figure("commands-256", "acknowledged/s; peer: insert + commit", () -> CommandsBench.measure(256)),
            new Figure("door-single", "signed statements/s; peer: openssl on one core", () -> DoorBench.measure(1)),
            new Figure("door-100", "the same, 100 a request; peer: openssl on one core", () -> DoorBench.measure(100)),
            new Figure("log-append-32", "leaves" + PER_CORE, () -> jmh(AppendBench.class, "append32", "hash32")),
            new Figure("log-append-300", "leaves" + PER_CORE, () -> jmh(AppendBench.class, "append300", "hash300")),
            new Figure("log-place", "records" + PER_CORE, () -> jmh(PlaceBench.class, "place", "parse")),
            new Figure("log-catch-up", "records/s", CatchUp::measure),
            new Figure("log-memory", "bytes of heap at 10 M leaves, beside 1 M", LogMemory::measure),
            new Figure("verify-warm", "µs for a package of 12 events; peer: its cryptography", VerifyBench::warm),
            new Figure("verify-cold", "ms for infra/verify; peer: java -version", VerifyBench::cold),
            new Figure("verify-es256", "signatures/s on one core; peer: openssl", VerifyBench::es256),
            new Figure("verify-size", "bytes; peer: its records and statements", VerifyBench::size),
            new Figure("ledger-bytes", "events in a MB of blocks; peer: a transaction each", LedgerBench::bytes),
            new Figure("ledger-proof", "µs to check a seal's proof; peer: its signatures", LedgerBench::proof));

    public static void main(String[] names) throws Exception {
        for (String name : names) {
            if (FIGURES.stream().noneMatch(figure -> figure.isCalled(name))) {
                System.err.println("infra/bench: there are these: "
                        + FIGURES.stream().map(Figure::name).toList());
                System.exit(2);
            }
        }
        var lines = new StringBuilder();
        System.out.printf("%-16s %18s %18s %8s  %s%n", "figure", "us", "peer", "ratio", "unit");
        for (var figure : FIGURES) {
            if (names.length > 0 && Stream.of(names).noneMatch(figure::isCalled)) continue;
            Measured measured;
            try {
                measured = figure.measuring().measure();
            } catch (Skipped e) {
                System.err.println(figure.name() + " skipped: " + e.getMessage());
                continue;
            }
            double us = measured.us().value();
            double peer = measured.peer().value();
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %18s %18s %8.2f  %s%n",
                    figure.name(),
                    measured.us(),
                    measured.peer(),
                    us / peer,
                    figure.unit());
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"us\":%.0f,\"peer\":%.0f,\"ratio\":%.3f,\"unit\":\"%s\"}%n",
                    figure.name(),
                    us,
                    peer,
                    us / peer,
                    figure.unit()));
        }
        System.out.print(lines);
    }

    /** Two methods of a class, in the same run. */
    private static Measured jmh(Class<?> in, String us, String peer) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(in.getName() + "\\.(" + us + "|" + peer + ")$")
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .forks(2)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
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
