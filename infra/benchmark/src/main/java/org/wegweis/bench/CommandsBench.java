package org.wegweis.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.flywaydb.core.Flyway;
import org.wegweis.bench.Bench.Figure;
import org.wegweis.bench.Measured.Score;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.tracking.AxonParts;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStorageEngine;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;

/**
 * How many commands a second are acknowledged: through Axon to a durable record, with encoding, hashes, chain and vault. The
 * peer is what anybody would write: each caller has a connection and inserts a row as large, with the same indexes, and
 * commits. Both run in turns on the same PostgreSQL, which is as durable as in production.
 */
final class CommandsBench {
    private static final int ROUNDS = 3;
    private static final Duration WARM = Duration.ofSeconds(12);
    private static final Duration ROUND = Duration.ofSeconds(4);
    /** As many bytes as a record of the demo has in the middle. */
    private static final int ROW = 640;

    private static final OrganisationId GENERATOR = organisation(1);
    private static final OrganisationId CARRIER = organisation(2);
    private static final OrganisationId PLANT = organisation(3);

    private final int callers;

    private CommandsBench(int callers) {
        this.callers = callers;
    }

    /** @param stockToo whether Axon as it comes and bare group commit are measured too */
    static List<Figure> measure(int callers, boolean stockToo) throws Exception {
        return new CommandsBench(callers).measured(stockToo);
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0x4000L, 1L << 63 | number));
    }

    /** What a caller does again and again; each is one acknowledged thing. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /** Acknowledged a second, and after how long 99 of 100 were, in nanoseconds. */
    private record Round(double perSecond, long p99) {}

    private List<Figure> measured(boolean stockToo) throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "320")
                .setServerConfig("shared_buffers", "256MB")
                .start()) {
            show(postgres.getPostgresDatabase());
            try (var pool = new HikariDataSource()) {
                pool.setDataSource(postgres.getPostgresDatabase());
                pool.setMaximumPoolSize(10);
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/tracking-service")
                        .load()
                        .migrate();
                var us = new ArrayList<Round>();
                var raw = new ArrayList<Round>();
                var group = new ArrayList<Round>();
                var stock = new ArrayList<Round>();
                ours(pool, WARM);
                for (int i = 0; i < ROUNDS; i++) {
                    us.add(ours(pool, ROUND));
                    raw.add(raw(postgres, ROUND));
                    if (stockToo) {
                        group.add(groupCommit(postgres, ROUND));
                        stock.add(stock(postgres, ROUND));
                    }
                }
                String name = "commands-" + callers;
                var figures = new ArrayList<Figure>();
                figures.add(
                        new Figure(name, "acknowledged/s; peer: insert + commit", new Measured(score(us), score(raw))));
                figures.add(new Figure(
                        name + "-p99",
                        "µs; peer: insert + commit",
                        new Measured(Score.once(median(us) / 1e3), Score.once(median(raw) / 1e3))));
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
    }

    private static double median(List<Round> rounds) {
        return rounds.stream()
                .mapToLong(Round::p99)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Score score(List<Round> rounds) {
        var all = rounds.stream().mapToDouble(Round::perSecond).summaryStatistics();
        return new Score(all.getAverage(), 50 * (all.getMax() - all.getMin()) / all.getAverage());
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

    private Round ours(DataSource database, Duration duration) throws Exception {
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var store = new RecordStore(database);
        store.requireDurability();
        try (var writer = new RecordWriter(database, clock, Duration.ofSeconds(10), () -> {})) {
            Configuration axon = AxonParts.configuration(new RecordStorageEngine(store, writer, random));
            axon.start();
            try {
                var statements = new Statements(axon.commandGateway(), store, clock, random);
                return round(() -> new Driver(statements)::state, duration);
            } finally {
                axon.shutdown();
            }
        }
    }

    /** One caller's consignments, each on its way from hand to hand. */
    private static final class Driver {
        private static final Actor OFFICE = new Actor(GENERATOR, Role.DISPATCHER, Optional.empty());
        private static final Actor HAULER = new Actor(CARRIER, Role.DRIVER, Optional.empty());
        private static final Actor GATE = new Actor(PLANT, Role.GATE, Optional.empty());
        private static final Opening OPENING = new Opening(
                Optional.empty(),
                Optional.empty(),
                new WasteCode("170503", true),
                Mass.ofKilograms(8_900),
                new Party(GENERATOR, new SiteNumber("P12345678")),
                CARRIER,
                new Party(PLANT, new SiteNumber("L00000042")));
        private static final Json.Obj PLATE =
                Json.Obj.of().with("personal", Json.Obj.of().with("plate", "B-FT 4711"));

        private final Statements statements;
        private final Random random = new Random();
        private UUID consignment = Uuid7.next(InstantSource.system(), random);
        private int step;

        Driver(Statements statements) {
            this.statements = statements;
        }

        void state() {
            switch (step) {
                case 0 ->
                    state("consignment.opened.v1", OFFICE, Json.Obj.of(), (said, _) -> new Command.Open(said, OPENING));
                case 1 ->
                    state("consignment.released.v1", OFFICE, Json.Obj.of(), (said, _) -> new Command.Release(said));
                case 2 ->
                    state(
                            "consignment.picked-up.v1",
                            HAULER,
                            PLATE,
                            (said, _) -> new Command.PickUp(said, Optional.of(Mass.ofKilograms(8_850))));
                case 3 ->
                    state("consignment.delivered.v1", HAULER, Json.Obj.of(), (said, _) -> new Command.Deliver(said));
                default ->
                    state(
                            "consignment.accepted.v1",
                            GATE,
                            Json.Obj.of(),
                            (said, _) -> new Command.Accept(said, Mass.ofKilograms(8_840)));
            }
            step = (step + 1) % 5;
            if (step == 0) consignment = Uuid7.next(InstantSource.system(), random);
        }

        private void state(String type, Actor by, Json.Obj data, BiFunction<Statement, Fields, Stated> command) {
            var submitted = new Submitted(
                    type,
                    Optional.of(new StatementId(Uuid7.next(InstantSource.system(), random))),
                    Optional.of(consignment),
                    Optional.empty(),
                    by,
                    data,
                    "",
                    Optional.empty());
            statements.state(submitted, command, IllegalStateException::new);
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

    /** All callers at once, for so long: virtual threads, as the service has them for its requests. */
    private Round round(Callable<Work> caller, Duration duration) throws Exception {
        var started = new CountDownLatch(1);
        var counts = new AtomicInteger();
        var latencies = new long[callers][];
        var failures = new ArrayList<Exception>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < callers; i++) {
            int number = i;
            var work = caller.call();
            threads.add(Thread.ofVirtual().start(() -> {
                var took = new Took();
                try {
                    started.await();
                    long end = System.nanoTime() + duration.toNanos();
                    for (long before = System.nanoTime(); before < end; ) {
                        work.once();
                        long now = System.nanoTime();
                        took.add(now - before);
                        before = now;
                    }
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
                latencies[number] = took.all();
                counts.addAndGet(latencies[number].length);
            }));
        }
        long start = System.nanoTime();
        started.countDown();
        for (var thread : threads) thread.join();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!failures.isEmpty()) throw failures.getFirst();
        long[] all =
                Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Round(counts.get() / seconds, all[(int) (all.length * 0.99)]);
    }

    /** Latencies of one caller; grows without boxing. */
    private static final class Took {
        private long[] values = new long[1024];
        private int count;

        void add(long nanos) {
            if (count == values.length) values = Arrays.copyOf(values, 2 * count);
            values[count++] = nanos;
        }

        long[] all() {
            return Arrays.copyOf(values, count);
        }
    }
}
