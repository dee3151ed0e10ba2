package org.wegweis.bench;

import java.io.IOException;
import java.nio.file.Path;
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

    /**
     * A figure.
     *
     * @param us ours, by its benchmark's method
     * @param peer what it is compared with, in the same run
     */
    private record Figure(String name, Class<?> in, String us, String peer, String unit) {}

    private static final List<Figure> FIGURES =
            List.of(new Figure("decider", DeciderBench.class, "decide", "update", "operations/s on one core"));

    /** A figure that was measured without JMH. */
    record Line(String name, double us, double peer, String unit) {}

    private static final String VERIFY = "verify";

    public static void main(String[] names) throws RunnerException, IOException, InterruptedException {
        var known = Stream.concat(FIGURES.stream().map(Figure::name), Stream.of(VERIFY))
                .toList();
        if (!known.containsAll(List.of(names))) {
            System.err.println("infra/bench: there are these: " + known);
            System.exit(2);
        }
        var asked = names.length == 0 ? known : List.of(names);
        var wanted =
                FIGURES.stream().filter(figure -> asked.contains(figure.name())).toList();
        var lines = new StringBuilder();
        System.out.printf("%-12s %16s %16s %8s  %s%n", "figure", "us", "peer", "ratio", "unit");
        if (asked.contains(VERIFY)) {
            for (var line : new VerifyBench(Path.of(System.getProperty("wegweis.root", "."))).lines()) {
                double ratio = line.us() / line.peer();
                System.out.printf(
                        Locale.ROOT,
                        "%-12s %,16.2f %,16.2f %8.2f  %s%n",
                        line.name(),
                        line.us(),
                        line.peer(),
                        ratio,
                        line.unit());
                lines.append(String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"us\":%.3f,\"peer\":%.3f,\"ratio\":%.3f,\"unit\":\"%s\"}%n",
                        line.name(),
                        line.us(),
                        line.peer(),
                        ratio,
                        line.unit()));
            }
        }
        for (var figure : wanted) {
            var results = new Runner(new OptionsBuilder()
                            .include(figure.in().getName() + "\\..*")
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
            var us = score(results, figure.us());
            var peer = score(results, figure.peer());
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %16s %16s %8.2f  %s%n",
                    figure.name(),
                    spread(us),
                    spread(peer),
                    us.getScore() / peer.getScore(),
                    figure.unit());
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"us\":%.0f,\"peer\":%.0f,\"ratio\":%.3f,\"unit\":\"%s\"}%n",
                    figure.name(),
                    us.getScore(),
                    peer.getScore(),
                    us.getScore() / peer.getScore(),
                    figure.unit()));
        }
        System.out.print(lines);
    }

    private static Result<?> score(Iterable<RunResult> results, String method) {
        Result<?> found = null;
        for (var result : results) {
            if (result.getPrimaryResult().getLabel().equals(method)) found = result.getPrimaryResult();
        }
        return Objects.requireNonNull(found, method);
    }

    private static String spread(Result<?> result) {
        return String.format(
                Locale.ROOT, "%,.0f ±%.0f %%", result.getScore(), 100 * result.getScoreError() / result.getScore());
    }
}
