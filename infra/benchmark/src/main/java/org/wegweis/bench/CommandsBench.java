package org.wegweis.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Callers.Round;
import org.wegweis.bench.Callers.Work;
import org.wegweis.bench.Measured.Score;
import org.wegweis.kernel.record.Uuid7;

/**
 * How many commands a second are acknowledged: through Axon to a durable record, with encoding, hashes, chain and vault. The
 * peer is what anybody would write: each caller has a connection and inserts a row as large, with the same indexes, and
 * commits. Both run in turns on the same PostgreSQL, which is as durable as in production.
 */
final class CommandsBench {
    private static final int ROUNDS = 3;
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration ROUND = Duration.ofSeconds(2);
    /** As many bytes as a record of the demo has in the middle. */
    private static final int ROW = 640;

    private final int callers;

    private CommandsBench(int callers) {
        this.callers = callers;
    }

    /** @param stockToo whether Axon as it comes and bare group commit are measured too */
    static List<Figure> measure(int callers, boolean stockToo) throws Exception {
        return new CommandsBench(callers).measured(stockToo);
    }

    private List<Figure> measured(boolean stockToo) throws Exception {
        try (var postgres = DurablePostgres.builder()
                        .setServerConfig("max_connections", "320")
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
                var pool = DurablePostgres.pool(postgres.getPostgresDatabase());
                var ours = new OurCommands(pool)) {
            show(postgres.getPostgresDatabase());
            var us = new ArrayList<Round>();
            var raw = new ArrayList<Round>();
            var group = new ArrayList<Round>();
            var stock = new ArrayList<Round>();
            round(ours::caller, WARM);
            for (int i = 0; i < ROUNDS; i++) {
                us.add(round(ours::caller, ROUND));
                raw.add(raw(postgres, ROUND));
                if (stockToo) {
                    group.add(groupCommit(postgres, ROUND));
                    stock.add(stock(postgres, ROUND));
                }
            }
            String name = "commands-" + callers;
            var figures = new ArrayList<Figure>();
            figures.add(new Figure(name, "acknowledged/s; peer: insert + commit", new Measured(score(us), score(raw))));
            figures.add(new Figure(
                    name + "-p99",
                    "µs; peer: insert + commit",
                    new Measured(Score.once(Callers.median(us) / 1e3), Score.once(Callers.median(raw) / 1e3))));
            if (stockToo) {
                figures.add(new Figure(
                        name + "-group",
                        "acknowledged/s; peer: bare group commit",
                        new Measured(score(us), score(group))));
                figures.add(new Figure(
                        name + "-stock",
                        "acknowledged/s; peer: Axon as it comes",
                        new Measured(score(us), score(stock))));
            }
            return figures;
        }
    }

    private static Score score(List<Round> rounds) {
        return Score.of(rounds.stream().mapToDouble(Round::perSecond));
    }

    private Round round(Callable<Work> caller, Duration duration) throws Exception {
        return Callers.round(callers, caller, duration);
    }

    private static void show(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (var rows = connection.createStatement().executeQuery("show " + setting)) {
                    rows.next();
                    System.err.println(setting + " " + rows.getString(1));
                }
            }
        }
    }

    private Round groupCommit(EmbeddedPostgres postgres, Duration duration) throws Exception {
        createRaw(postgres);
        try (var writers = new GroupCommit(postgres.getPostgresDatabase())) {
            return round(() -> writers.caller(ROW), duration);
        }
    }

    private Round stock(EmbeddedPostgres postgres, Duration duration) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists domainevententry, snapshotevententry");
        }
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(callers);
            try (var axon = new StockAxon(pool)) {
                return round(() -> axon.caller(ROW), duration);
            }
        }
    }

    private static void createRaw(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    drop table if exists raw;
                    create table raw (
                      position bigint generated always as identity primary key, id uuid not null unique, subject uuid not null,
                      version bigint not null, hash bytea not null, content bytea not null, bytes bytea not null,
                      unique (subject, version))
                    """);
        }
    }

    private Round raw(EmbeddedPostgres postgres, Duration duration) throws Exception {
        createRaw(postgres);
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < callers; i++)
                connections.add(postgres.getPostgresDatabase().getConnection());
            var free = connections.iterator();
            return round(() -> new Inserter(free.next())::insert, duration);
        } finally {
            for (var connection : connections) connection.close();
        }
    }

    private static final class Inserter {
        private static final byte[] HASH = new byte[32];

        private final PreparedStatement insert;
        private final Random random = new Random();
        private final byte[] bytes = new byte[ROW];
        private UUID subject = Uuid7.next(InstantSource.system(), random);
        private int version;

        Inserter(Connection connection) throws SQLException {
            insert = connection.prepareStatement(
                    "insert into raw (id, subject, version, hash, content, bytes) values (?, ?, ?, ?, ?, ?)");
            random.nextBytes(bytes);
        }

        /** The connection commits by itself: one flush each. */
        void insert() throws SQLException {
            insert.setObject(1, Uuid7.next(InstantSource.system(), random));
            insert.setObject(2, subject);
            insert.setLong(3, version);
            insert.setBytes(4, HASH);
            insert.setBytes(5, HASH);
            insert.setBytes(6, bytes);
            insert.executeUpdate();
            version = (version + 1) % 5;
            if (version == 0) subject = Uuid7.next(InstantSource.system(), random);
        }
    }
}
