package org.wegweis.e2e.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.RunningWegweis;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.kill.Notebook.Acknowledged;
import org.wegweis.standalone.Doors;

/**
 * Has clients work at a Wegweis, does one fault after the other to it, and checks after each that all which was acknowledged
 * is there once and in order, and at the end that log, heads and read models are whole. What happens when follows from the
 * seed and from how many statements were acknowledged, so that a run can be played again as nearly as threads allow.
 */
public final class Referee implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 8;
    /** Between two faults so many statements are acknowledged, and a few more by chance. */
    private static final int WORK = 20;

    /** Time and knowledge of their own: offsets, who looked, and what follows from the clock. */
    private static final List<String> NOT_REBUILT = List.of(
            "consumed",
            "rebuild",
            "look",
            "finding",
            "finding_party",
            "party_findings",
            "laender_findings",
            "inspected",
            "to_inspect",
            "flyway_schema_history");

    private final Path folder;
    private final Random random;
    private final PrintStream out;
    private final Faults faults;
    private final Server.Kafka kafka;
    private final int kafkaPort;
    private final Server postgres;
    private final Semaphore answers = new Semaphore(0);
    private final StoreCheck check = new StoreCheck();
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Heads heads = new Heads(this::client);
    private RunningWegweis wegweis;
    private volatile WegweisClient client;
    /** Half of the clients, whose tracking-service may be another node. */
    private volatile WegweisClient second;

    private volatile boolean stopping;

    /**
     * Starts everything in that folder, with clients at work.
     *
     * @param stop how long a stopped process stands still
     */
    public static Referee start(Path folder, long seed, Duration stop, PrintStream out) throws IOException {
        var referee = new Referee(folder, seed, stop, out);
        try {
            referee.putToWork();
            return referee;
        } catch (IOException | RuntimeException e) {
            referee.close();
            throw e;
        }
    }

    private Referee(Path folder, long seed, Duration stop, PrintStream out) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        this.faults = new Faults(this, stop);
        this.out = out;
        this.kafkaPort = freePort();
        this.kafka = Server.Kafka.start(Files.createDirectories(folder).resolve("kafka"), kafkaPort, freePort());
        this.postgres = new Server.Postgres(data().resolve("postgres"));
        try {
            this.wegweis = launch(Map.of());
        } catch (IOException | RuntimeException e) {
            kafka.processes().forEach(ProcessHandle::destroy);
            throw e;
        }
        this.client = new WegweisClient(wegweis.doors());
        this.second = client;
    }

    private void putToWork() throws IOException {
        var cast = Cast.enter(client);
        for (int i = 0; i < CLIENTS; i++) {
            var phone = Phone.fresh();
            phone.enrol(client, cast.driver(), "Diensthandy " + i);
            clients.add(new Client(
                    i % 2 == 0 ? this::client : this::second,
                    cast,
                    phone,
                    new Notebook(folder.resolve("notebook-" + i), answers::release),
                    () -> stopping,
                    new Random(random.nextLong())));
        }
        clients.forEach(one -> threads.add(Thread.ofPlatform().daemon().start(one)));
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            while (!stopping) {
                heads.look();
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }));
    }

    private RunningWegweis launch(Map<String, String> environment) throws IOException {
        return RunningWegweis.start(data(), environment, "--kafka", brokers());
    }

    private WegweisClient client() {
        return client;
    }

    private WegweisClient second() {
        return second;
    }

    /** Opens a consignment of which no notebook knows; false if it was turned away and told when to come again. */
    boolean open() {
        var cast = clients.getFirst().cast();
        var answer =
                client.post(client.doors().trackingService(), "/api/consignments", cast.dispatcher(), cast.opening());
        if (answer.status() == 201) return true;
        StoreCheck.require(
                answer.status() == 503 && answer.retryAfterSeconds() > 0,
                "answered " + answer.status() + " under load, Retry-After " + answer.retryAfterSeconds());
        return false;
    }

    void requireHealth() {
        var answer = client.get(client.doors().trackingService(), "/actuator/health", Optional.empty());
        StoreCheck.require(answer.status() == 200, "health answered " + answer.status());
    }

    Path data() {
        return folder.resolve("data");
    }

    String brokers() {
        return "127.0.0.1:" + kafkaPort;
    }

    RunningWegweis wegweis() {
        return wegweis;
    }

    Server postgres() {
        return postgres;
    }

    Server kafka() {
        return kafka;
    }

    /** Starts it after its end, perhaps behind other doors. */
    void startWegweis(Map<String, String> environment) throws IOException {
        wegweis = launch(environment);
        client = new WegweisClient(wegweis.doors());
        second = client;
    }

    /** Has half of the clients use another tracking-service. */
    void secondNode(int port) {
        var doors = wegweis.doors();
        second = new WegweisClient(new Doors(
                doors.identity(),
                doors.mobileApi(),
                URI.create("http://127.0.0.1:" + port),
                doors.projections(),
                doors.ledgerBridge(),
                doors.data(),
                doors.administratorPassword()));
    }

    void firstNodeOnly() {
        second = client;
    }

    /** Whether a statement is answered that it should come again. */
    boolean isRefused() {
        return clients.stream().anyMatch(Client::isRefused);
    }

    /** Kills that often, in a random order. */
    public void kill(int times) throws Exception {
        for (int i = 1; i <= times; i++) {
            suffer(Fault.KILLS.get(random.nextInt(Fault.KILLS.size())), i + "/" + times);
        }
    }

    /** Waits until some work is done, does that fault, waits until work goes on, and checks the store. */
    public void suffer(Fault fault, String number) throws Exception {
        var missing = Faults.missing(fault);
        if (missing.isPresent()) {
            out.println(fault + " skipped: " + missing.get());
            return;
        }
        awaitWork(WORK + random.nextInt(WORK));
        int before = acknowledged().size();
        long began = System.nanoTime();
        faults.inflict(fault);
        awaitEveryClient();
        int records = checkStore();
        try (var connection = connect()) {
            until("the read models follow", () -> records(connection) >= records);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(
                Locale.ROOT,
                "%s %s after %d acknowledgements: all at work again in %.1f s, %d records hold%n",
                number,
                fault,
                before,
                seconds,
                records);
    }

    private List<Acknowledged> acknowledged() {
        return clients.stream()
                .flatMap(one -> one.notebook().acknowledged().stream())
                .toList();
    }

    /** Returns with the next answer: whatever was not durable when it was sent is lost by what follows. */
    void awaitAnswer() throws InterruptedException {
        answers.drainPermits();
        answers.tryAcquire(1, TimeUnit.SECONDS); // none comes while something is down
    }

    void awaitWork(int more) {
        int enough = acknowledged().size() + more;
        until("statements are acknowledged", () -> {
            requireNoFailure();
            return acknowledged().size() >= enough;
        });
    }

    /** Until each of them was told yes once more: only then does everything work again. */
    void awaitEveryClient() {
        var counts = clients.stream()
                .map(one -> one.notebook().acknowledged().size())
                .toList();
        until("every client is answered again", () -> {
            requireNoFailure();
            for (int i = 0; i < counts.size(); i++) {
                if (clients.get(i).notebook().acknowledged().size() <= counts.get(i)) return false;
            }
            return true;
        });
    }

    private void requireNoFailure() {
        for (var one : clients) {
            var failure = one.failure();
            if (failure.isPresent()) throw new Failure("a client: " + failure.get(), failure.get());
        }
    }

    private int checkStore() throws IOException, SQLException {
        var all = acknowledged();
        try (var connection = connect()) {
            check.readOn(connection);
        }
        check.requireAcknowledged(all);
        return check.hashes().size();
    }

    Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(wegweis.database(), "postgres", "");
    }

    /** Ends the work and checks all of it: store, log, every head, and the read models against a rebuild. */
    public void checkEverything() throws Exception {
        stopping = true;
        for (var thread : threads) thread.join();
        requireNoFailure();
        checkStore();
        try (var connection = connect()) {
            check.requireUnchanged(connection);
            int size = check.hashes().size();
            until(
                    "the log is caught up",
                    () -> heads.look().filter(head -> head.size() == size).isPresent());
            heads.requireExtendedBy(heads.look().orElseThrow(), check.hashes());
            until("the read models are caught up", () -> records(connection) == size);
            var before = readModels(connection);
            client.call(
                            "POST",
                            client.doors().projections(),
                            "/api/rebuild",
                            Optional.of(Cast.operator()),
                            Optional.empty())
                    .require(200, 202);
            until("the read models are rebuilt", () -> isRebuilt(connection) && records(connection) == size);
            var after = readModels(connection);
            StoreCheck.require(before.equals(after), "read models differ from a rebuild: " + before + ", " + after);
        }
        out.printf(
                "%d acknowledged, %d records, %d signed heads: nothing lost, nothing doubled, nothing contradicted%n",
                acknowledged().size(), check.hashes().size(), heads.count());
    }

    private static long records(Connection connection) throws SQLException {
        return number(connection, "select count(*) from projections.record");
    }

    private static boolean isRebuilt(Connection connection) throws SQLException {
        return number(connection, "select count(*) from projections.rebuild where finished_at is null") == 0;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A digest of each table's rows, whatever their order. */
    private static Map<String, String> readModels(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var tables = connection.getMetaData().getTables(null, "projections", "%", new String[] {"TABLE"})) {
            while (tables.next()) names.add(tables.getString("TABLE_NAME"));
        }
        names.removeAll(NOT_REBUILT);
        var digests = new TreeMap<String, String>();
        for (String name : names) {
            String sql = "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                    + " from projections." + name + " t";
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                digests.put(name, row.getString(1));
            }
        }
        return digests;
    }

    /** Waits for a condition; what it throws while something is down counts as not yet. */
    static void until(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            @Nullable Exception why = null;
            try {
                if (condition.call()) return;
            } catch (Failure e) {
                throw e;
            } catch (Exception e) {
                why = e;
            }
            if (System.nanoTime() > deadline) {
                throw new Failure("not within " + PATIENCE.toSeconds() + " s: " + what, why);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops everything. */
    @Override
    public void close() throws IOException {
        stopping = true;
        wegweis.close();
        kafka.processes().forEach(ProcessHandle::destroy);
        for (var one : clients) one.notebook().close();
    }
}
