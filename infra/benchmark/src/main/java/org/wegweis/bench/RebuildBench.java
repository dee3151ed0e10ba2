package org.wegweis.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.util.FileSystemUtils;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Measured.Score;

/**
 * All read models made anew from a topic, by projections itself. The peer copies the very rows that came out into the same
 * tables with the same indexes, and reads, checks and folds nothing.
 */
final class RebuildBench {
    private static final int RECORDS = Integer.getInteger("wegweis.bench.records", 60_000);
    /** Consignments on their way at a time: most are opened in one batch and accepted in another. */
    private static final int OPEN = RECORDS / 10;
    /** What does not come from records, or is not of their number. */
    private static final List<String> OTHERS = List.of("flyway_schema_history", "rebuild", "look", "consumed");

    private RebuildBench() {}

    static List<Figure> measure() throws Exception {
        var folder = Files.createTempDirectory("rebuild");
        try (var models = new ReadModels(OPEN)) {
            models.publish(RECORDS);
            models.awaitRead(); // the first reading warms
            models.awaitFindings();
            long start = System.nanoTime();
            models.rebuild();
            models.awaitRead();
            double us = perSecond(System.nanoTime() - start);
            models.awaitFindings();
            double withFindings = perSecond(System.nanoTime() - start);
            models.stopReading();
            double peer;
            try (var connection = models.connect()) {
                peer = perSecond(copy(connection, folder));
            }
            return List.of(
                    new Figure(
                            "rebuild",
                            "events/s, all that records say; peer: COPY",
                            new Measured(Score.once(us), Score.once(peer))),
                    new Figure(
                            "rebuild-findings",
                            "events/s until findings are complete too; peer: COPY",
                            new Measured(Score.once(withFindings), Score.once(peer))));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double perSecond(long nanos) {
        return RECORDS / (nanos / 1e9);
    }

    /** @return how long the rows of all tables took to come back, in nanoseconds */
    private static long copy(Connection connection, Path folder) throws SQLException, IOException {
        var copy = new CopyManager(connection.unwrap(BaseConnection.class));
        var tables = new ArrayList<String>();
        // Parents first.
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select relname from pg_class where relnamespace = 'projections'::regnamespace and relkind = 'r'"
                                + " order by oid")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        tables.removeAll(OTHERS);
        for (String table : tables) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)))) {
                copy.copyOut("copy " + table + " to stdout binary", out);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables));
        }
        long start = System.nanoTime();
        for (String table : tables) {
            try (var in = new BufferedInputStream(Files.newInputStream(folder.resolve(table)))) {
                copy.copyIn("copy " + table + " from stdin binary", in);
            }
        }
        return System.nanoTime() - start;
    }
}
