package org.wegweis.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Measured.Score;

/**
 * What the console asks for, at ten thousand consignments and at more. The peer of each figure is the same question at ten
 * thousand.
 */
final class GrowthBench {
    private static final int SMALLEST = 10_000;
    private static final int STEPS = 5;
    private static final int QUESTIONS = 400;
    /** The first ones of a size only warm. */
    private static final int WARM = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ReadModels models;

    private GrowthBench(ReadModels models) {
        this.models = models;
    }

    /** @param sizes in consignments, ascending; the last one's figures are given */
    static List<Figure> measure(int... sizes) throws Exception {
        try (var models = new ReadModels(SMALLEST / 5)) {
            var bench = new GrowthBench(models);
            bench.grow(0, SMALLEST);
            var smallest = bench.ask();
            int before = SMALLEST;
            var largest = smallest;
            for (int size : sizes) {
                bench.grow(before, size);
                largest = bench.ask();
                bench.sayBytes(size);
                before = size;
            }
            var figures = new ArrayList<Figure>();
            String size = before / 1000 + "k";
            for (var question : largest.entrySet()) {
                figures.add(new Figure(
                        "growth-" + size + "-" + question.getKey(),
                        "p99 µs; peer: at 10k consignments",
                        new Measured(
                                Score.once(question.getValue()),
                                Score.once(Objects.requireNonNull(smallest.get(question.getKey()))))));
            }
            return figures;
        }
    }

    private void grow(int from, int to) throws SQLException {
        models.publish((to - from) * STEPS);
        models.awaitRead();
        models.awaitFindings();
        try (var connection = models.connect();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze"); // as autovacuum will have done by then
        }
    }

    /** Each question's p99 in microseconds. */
    private Map<String, Double> ask() throws SQLException, IOException, InterruptedException {
        String office = ReadModels.dispatcher(RecordStream.organisation(7));
        var questions = new LinkedHashMap<String, String[]>();
        questions.put("newest", new String[] {office, "/api/consignments"});
        questions.put("waste", new String[] {office, "/api/consignments?wasteCode=1705"});
        questions.put("authority", new String[] {"P", "/api/consignments"});
        questions.put("findings", new String[] {office, "/api/findings"});
        questions.put("findings-authority", new String[] {"P", "/api/findings"});
        questions.put("register", new String[] {office, "/api/register"});
        questions.put("register-authority", new String[] {"P", "/api/register"});
        questions.put("route", new String[] {"P", "/api/consignments/" + anyConsignment()});
        var took = new LinkedHashMap<String, Double>();
        for (var question : questions.entrySet()) {
            took.put(question.getKey(), ask(question.getValue()[0], question.getValue()[1]));
        }
        return took;
    }

    private double ask(String who, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(models.door().resolve(URI.create(path)))
                .header("Authorization", "Bearer " + who)
                .build();
        var took = new Histogram(3);
        for (int i = 0; i < WARM + QUESTIONS; i++) {
            long before = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(path + ": " + answer.body());
            if (i >= WARM) took.recordValue((System.nanoTime() - before) / 1000);
        }
        return took.getValueAtPercentile(99);
    }

    private UUID anyConsignment() throws SQLException {
        try (var connection = models.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select id from consignment where generator_land = 'P' and state = 'accepted' order by id limit 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void sayBytes(int size) throws SQLException {
        try (var connection = models.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select relname, pg_total_relation_size(oid) from pg_class where relkind = 'r' and"
                                + " relnamespace = 'projections'::regnamespace order by 2 desc limit 6")) {
            while (rows.next()) {
                System.err.printf(
                        Locale.ROOT,
                        "%s: %.2f GB in a million consignments%n",
                        rows.getString(1),
                        rows.getLong(2) / 1e9 * 1e6 / size);
            }
        }
    }
}
