package org.wegweis.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.log.LogStore;

/** Commands and the log, each in a schema of its own, as in a Wegweis. */
final class WriteGrowth implements GrowthBench.Growing {
    private static final int FILLERS = 64;
    private static final int CALLERS = 16;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(2);
    /** Entries in a transaction: as many as come while one is on its way, and while the log fills. */
    private static final int FEW = 100;

    private static final int MANY = 5_000;
    private static final int QUESTIONS = 1_000;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;
    private final HikariDataSource bridge;
    private final OurCommands commands;
    private final LogStore log;
    private final TransactionTemplate transaction;
    private final Random random = new Random(1);

    WriteGrowth() throws IOException, SQLException {
        postgres = DurablePostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "1GB")
                .start();
        pool = DurablePostgres.pool(postgres.getPostgresDatabase());
        commands = new OurCommands(pool);
        bridge = DurablePostgres.pool(postgres.getDatabase("postgres", "postgres", Map.of("currentSchema", "bridge")));
        Flyway.configure()
                .dataSource(bridge)
                .schemas("bridge")
                .locations("classpath:db/ledger-bridge")
                .load()
                .migrate();
        log = new LogStore(bridge);
        transaction = new TransactionTemplate(new JdbcTransactionManager(bridge));
    }

    @Override
    public void grow(int from, int to) throws Exception {
        long records = (long) to * GrowthBench.STEPS;
        while (stored() < records) Callers.round(FILLERS, commands::caller, Duration.ofSeconds(1));
        for (long size = log.size(); size < records; size = log.size()) append(size, MANY);
    }

    private long stored() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position), 0) from record")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void append(long size, int entries) {
        var hashes = IntStream.range(0, entries).mapToObj(_ -> hash()).toList();
        transaction.executeWithoutResult(_ -> log.append(size, hashes));
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    @Override
    public Map<String, Double> ask() throws Exception {
        var rounds = new ArrayList<Callers.Round>();
        Callers.round(CALLERS, commands::caller, ROUND); // warms
        for (int i = 0; i < ROUNDS; i++) rounds.add(Callers.round(CALLERS, commands::caller, ROUND));
        return Map.of(
                "command", Callers.median(rounds) / 1e3,
                "append", p99(() -> append(log.size(), FEW)),
                "proof", p99(() -> log.tree().inclusionProof(random.nextLong(log.size()), log.size())));
    }

    private static double p99(Runnable question) {
        var took = new Histogram(3);
        for (int i = 0; i < 2 * QUESTIONS; i++) {
            long before = System.nanoTime();
            question.run();
            if (i >= QUESTIONS) took.recordValue((System.nanoTime() - before) / 1000); // the first half warms
        }
        return took.getValueAtPercentile(99);
    }

    @Override
    public Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        commands.close();
        pool.close();
        bridge.close();
        postgres.close();
    }
}
