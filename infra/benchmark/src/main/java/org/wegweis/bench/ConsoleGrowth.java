package org.wegweis.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** What the console asks for. */
final class ConsoleGrowth implements GrowthBench.Growing {
    private static final int QUESTIONS = 300;
    /** The first ones of a size only warm. */
    private static final int WARM = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ReadModels models = new ReadModels(GrowthBench.SMALLEST / 5);

    ConsoleGrowth() throws IOException {}

    @Override
    public Connection connect() throws SQLException {
        return models.connect();
    }

    @Override
    public void close() throws IOException {
        models.close();
    }

    @Override
    public void grow(int from, int to) throws SQLException {
        models.publish((to - from) * GrowthBench.STEPS);
        models.awaitRead();
        models.awaitFindings();
    }

    @Override
    public Map<String, Double> ask() throws SQLException, IOException, InterruptedException {
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
}
