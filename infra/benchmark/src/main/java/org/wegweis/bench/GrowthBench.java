package org.wegweis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Measured.Score;

/**
 * What the console asks for, commands and the log, at ten thousand consignments and at more. The peer of each figure is the
 * same at ten thousand.
 */
final class GrowthBench {
    static final int SMALLEST = 10_000;
    /** Records of a consignment. */
    static final int STEPS = 5;

    private GrowthBench() {}

    /** Something that grows with the number of consignments. */
    interface Growing extends AutoCloseable {
        void grow(int from, int to) throws Exception;

        /** Each question's p99 in microseconds. */
        Map<String, Double> ask() throws Exception;

        Connection connect() throws SQLException;

        @Override
        void close() throws IOException;
    }

    private interface Beginning {
        Growing begin() throws Exception;
    }

    /** @param sizes in consignments, ascending; the last one's figures are given */
    static List<Figure> measure(int... sizes) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var beginning : List.<Beginning>of(ConsoleGrowth::new, WriteGrowth::new)) {
            try (var growing = beginning.begin()) {
                figures.addAll(measure(growing, sizes));
            }
        }
        return figures;
    }

    private static List<Figure> measure(Growing growing, int... sizes) throws Exception {
        grow(growing, 0, SMALLEST);
        growing.ask(); // a JVM that is not warm would make the smallest look large
        var smallest = growing.ask();
        int before = SMALLEST;
        var largest = smallest;
        for (int size : sizes) {
            grow(growing, before, size);
            largest = growing.ask();
            before = size;
        }
        var figures = new ArrayList<Figure>();
        for (var question : largest.entrySet()) {
            figures.add(new Figure(
                    "growth-" + before / 1000 + "k-" + question.getKey(),
                    "p99 µs; peer: at 10k consignments",
                    new Measured(
                            Score.once(question.getValue()),
                            Score.once(Objects.requireNonNull(smallest.get(question.getKey()))))));
        }
        return figures;
    }

    private static void grow(Growing growing, int from, int to) throws Exception {
        growing.grow(from, to);
        try (var connection = growing.connect();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze"); // as autovacuum will have done by then
            try (var rows =
                    statement.executeQuery("select relname, pg_total_relation_size(relid) from pg_stat_user_tables"
                            + " order by 2 desc limit 6")) {
                while (rows.next()) {
                    System.err.printf(
                            Locale.ROOT,
                            "at %d consignments, %s: %.2f GB in a million%n",
                            to,
                            rows.getString(1),
                            rows.getLong(2) / 1e9 * 1e6 / to);
                }
            }
        }
    }
}
