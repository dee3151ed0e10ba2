package org.wegweis.tracking.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.record.Hash;

/**
 * Appends events of many callers in groups: one thread drains the queue, gives each event its position and its
 * record, and writes the whole group in one statement that moves the head row from the position it expected. If another
 * node moved it first nothing is written and the group is placed anew. A caller returns when its records are durable.
 */
public final class RecordWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RecordWriter.class);
    private static final int LARGEST_GROUP = 256;
    /** Measured at 16 callers: a fifth more a second. A caller that is alone does not wait. */
    private static final Duration LINGER = Duration.ofNanos(50_000);

    private static final int LONGEST_QUEUE = 4096;
    private static final int REMEMBERED_SUBJECTS = 10_000;
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String APPEND = """
            with h as (update head set position = ? where position = ? returning 1),
            r as (
              insert into record (position, id, subject, version, hash, content, bytes)
              select u.* from h, unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[]) u),
            v as (
              insert into vault (id, name, value, salt)
              select u.* from h, unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[]) u)
            select count(*) from h
            """;

    private final DataSource database;
    private final InstantSource clock;
    private final Duration patience;
    private final Runnable appended;
    private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closing;

    // The writer thread's own memory, true as long as no other node writes; forgotten whenever the head was moved.
    private long next = -1;
    private final Map<UUID, Last> lasts = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Last> eldest) {
            return size() > REMEMBERED_SUBJECTS;
        }
    };

    /** The last record of a subject. */
    private record Last(long version, Hash hash) {}

    /** What one caller wants appended, all or nothing. */
    private record Append(List<Unplaced> events, CompletableFuture<List<StoredRecord>> done) {}

    /** A group that has its places. */
    private record Group(long from, List<Unplaced> events, List<StoredRecord> records, List<Hash> hashes) {
        long to() {
            return from + events.size();
        }
    }

    /**
     * A writer that runs until it is closed.
     *
     * @param patience how long a caller waits for a database that is away
     * @param appended runs after every group
     */
    public RecordWriter(DataSource database, InstantSource clock, Duration patience, Runnable appended) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
        this.appended = appended;
        this.thread = Thread.ofPlatform().name("record-writer").start(this::run);
    }

    /**
     * Appends the events, all or none, and returns their records when they are durable.
     *
     * @throws StoreProblem if they were not appended, or nobody knows
     */
    List<StoredRecord> append(List<Unplaced> events) {
        var append = new Append(events, new CompletableFuture<>());
        if (closing || !queue.offer(append)) throw new StoreProblem.Busy();
        if (closing && queue.remove(append)) throw new StoreProblem.Busy(); // nobody would take it any more
        try {
            return append.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreProblem problem) throw problem;
            throw e;
        }
    }

    /** Writes what is queued and stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean crowded = false;
        while (!closing || !queue.isEmpty()) {
            var group = new ArrayList<Append>();
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                group.add(first);
                // Callers come back together; who comes a moment later would make a group of its own.
                if (crowded) LockSupport.parkNanos(LINGER.toNanos());
                drain(group);
                crowded = group.size() > 1;
                write(group);
            } catch (InterruptedException e) {
                log.atWarn().log("nobody interrupts the record writer; going on");
            } catch (RuntimeException | Error e) {
                log.atError().setCause(e).log("group failed");
                group.forEach(append -> append.done().completeExceptionally(e));
            }
        }
    }

    private void drain(List<Append> group) {
        int events = group.getFirst().events().size();
        while (events < LARGEST_GROUP) {
            var more = queue.poll();
            if (more == null) return;
            group.add(more);
            events += more.events().size();
        }
    }

    private void write(List<Append> appends) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<Group> sent = Optional.empty();
        List<Append> waiting = appends;
        while (true) {
            try (Connection connection = database.getConnection()) {
                if (sent.isPresent() && arrived(connection, sent.get())) {
                    remember(sent.get());
                    succeed(waiting, sent.get());
                    return;
                }
                sent = Optional.empty();
                if (next < 0) next = readHead(connection);
                learnLasts(connection, waiting);
                waiting = refuseStale(waiting);
                if (waiting.isEmpty()) return;
                var group = place(waiting);
                sent = Optional.of(group);
                if (insert(connection, group)) {
                    remember(group);
                    succeed(waiting, group);
                    return;
                }
                sent = Optional.empty();
                forget(); // another node was first
            } catch (SQLException e) {
                if (refusesData(e)) {
                    forget();
                    refuseCulprits(waiting, e);
                    return;
                }
                // The connection may have broken after the commit: what was sent is looked for before it is sent again.
                forget();
                if (System.nanoTime() > deadline) {
                    var away = new StoreProblem.Away(e);
                    waiting.forEach(append -> append.done().completeExceptionally(away));
                    return;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Whether the statement can never succeed as it is: SQLSTATE classes 22 and 23, data and constraints. */
    private static boolean refusesData(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    /** A group that breaks a rule of the database is redone without the culprits, if need be one by one. */
    private void refuseCulprits(List<Append> appends, SQLException violation) {
        if (appends.size() > 1) {
            var innocent = UNIQUE_VIOLATION.equals(violation.getSQLState()) ? refuseKnown(appends) : appends;
            if (innocent.size() < appends.size()) {
                if (!innocent.isEmpty()) write(innocent);
            } else {
                for (var append : appends) write(List.of(append));
            }
            return;
        }
        var culprit = appends.getFirst();
        var first = culprit.events().getFirst();
        if (!UNIQUE_VIOLATION.equals(violation.getSQLState())) {
            culprit.done().completeExceptionally(new IllegalStateException("the database refuses it", violation));
            return;
        }
        // The id is the key of the vault's rows too, so either table may complain first.
        boolean version = String.valueOf(violation.getMessage()).contains("record_subject_version_key");
        culprit.done()
                .completeExceptionally(
                        version
                                ? new StoreProblem.VersionTaken(first.subject(), first.version())
                                : new StoreProblem.IdTaken(first.id()));
    }

    /** Refuses appends whose ids are in the store, or whose subjects were begun before; answers the others. */
    private List<Append> refuseKnown(List<Append> appends) {
        var ids = new HashSet<UUID>();
        var subjects = new HashSet<UUID>();
        String sql = "select id, subject from record where id = any(?) or (subject = any(?) and version = 0)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, "uuid", all(appends, Unplaced::id)));
            statement.setArray(2, array(connection, "uuid", all(appends, Unplaced::subject)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                    subjects.add(rows.getObject(2, UUID.class));
                }
            }
        } catch (SQLException e) {
            return appends; // each by itself will meet the same and wait
        }
        var others = new ArrayList<Append>();
        for (var append : appends) {
            Optional<StoreProblem> why = Optional.empty();
            for (var event : append.events()) {
                if (ids.contains(event.id())) {
                    why = Optional.of(new StoreProblem.IdTaken(event.id()));
                } else if (why.isEmpty() && event.version() == 0 && subjects.contains(event.subject())) {
                    why = Optional.of(new StoreProblem.VersionTaken(event.subject(), 0));
                }
            }
            why.ifPresentOrElse(append.done()::completeExceptionally, () -> others.add(append));
        }
        return others;
    }

    private static UUID[] all(List<Append> appends, Function<Unplaced, UUID> part) {
        return appends.stream()
                .flatMap(append -> append.events().stream())
                .map(part)
                .toArray(UUID[]::new);
    }

    private static long readHead(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select position from head");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Looks up, in one query, the last records of those subjects that are not remembered and go on. */
    private void learnLasts(Connection connection, List<Append> appends) throws SQLException {
        var unknown = new HashSet<UUID>();
        for (var append : appends) {
            for (var event : append.events()) {
                if (event.version() > 0 && !lasts.containsKey(event.subject())) unknown.add(event.subject());
            }
        }
        if (unknown.isEmpty()) return;
        String sql =
                "select distinct on (subject) subject, version, hash from record where subject = any(?) order by subject, version desc";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, "uuid", unknown.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lasts.put(rows.getObject(1, UUID.class), new Last(rows.getLong(2), Hash.of(rows.getBytes(3))));
                }
            }
        }
    }

    /** Refuses appends that do not go on where their subject ends, also within this group; answers the others. */
    private List<Append> refuseStale(List<Append> appends) {
        var ends = new HashMap<UUID, Long>(); // after those that go on
        var goOn = new ArrayList<Append>(appends.size());
        for (var append : appends) {
            if (fits(append, ends)) {
                for (var event : append.events()) ends.put(event.subject(), event.version());
                goOn.add(append);
            } else {
                var first = append.events().getFirst();
                append.done().completeExceptionally(new StoreProblem.VersionTaken(first.subject(), first.version()));
            }
        }
        return goOn;
    }

    private boolean fits(Append append, Map<UUID, Long> ends) {
        boolean alone = append.events().size() == 1;
        var ahead = alone ? ends : new HashMap<>(ends);
        for (var event : append.events()) {
            Long end = ahead.get(event.subject());
            if (end == null) {
                var last = lasts.get(event.subject());
                end = last == null ? -1 : last.version();
            }
            if (event.version() != end + 1) return false;
            if (!alone) ahead.put(event.subject(), event.version());
        }
        return true;
    }

    private Group place(List<Append> appends) {
        var now = clock.instant();
        var group = new Group(next, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var previous = new HashMap<UUID, Hash>();
        for (var append : appends) {
            for (var event : append.events()) {
                var last = lasts.get(event.subject());
                var before =
                        Optional.ofNullable(previous.getOrDefault(event.subject(), last == null ? null : last.hash()));
                if (event.version() == 0) before = Optional.empty();
                byte[] record = event.draft().encode(group.to(), before, now);
                var hash = Hash.sha256(record);
                previous.put(event.subject(), hash);
                group.records()
                        .add(new StoredRecord(
                                record, event.content(), event.draft().at(group.to(), before, now)));
                group.events().add(event);
                group.hashes().add(hash);
            }
        }
        return group;
    }

    /** Writes the group in one statement, and with it commits; false if another node moved the head first. */
    private static boolean insert(Connection connection, Group group) throws SQLException {
        int size = group.events().size();
        var positions = new Long[size];
        var ids = new UUID[size];
        var subjects = new UUID[size];
        var versions = new Long[size];
        var contents = new byte[size][];
        var records = new byte[size][];
        var vaultIds = new ArrayList<UUID>();
        var vaultNames = new ArrayList<String>();
        var vaultValues = new ArrayList<String>();
        var vaultSalts = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            var event = group.events().get(i);
            positions[i] = group.from() + i;
            ids[i] = event.id();
            subjects[i] = event.subject();
            versions[i] = event.version();
            contents[i] = group.records().get(i).content().bytes();
            records[i] = group.records().get(i).bytes();
            event.vault().forEach((name, commitment) -> {
                vaultIds.add(event.id());
                vaultNames.add(name);
                vaultValues.add(commitment.value());
                vaultSalts.add(commitment.salt().bytes());
            });
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, group.to());
            statement.setLong(2, group.from());
            statement.setArray(3, array(connection, "bigint", positions));
            statement.setArray(4, array(connection, "uuid", ids));
            statement.setArray(5, array(connection, "uuid", subjects));
            statement.setArray(6, array(connection, "bigint", versions));
            statement.setArray(7, array(connection, "bytea", bytes(group.hashes())));
            statement.setArray(8, array(connection, "bytea", contents));
            statement.setArray(9, array(connection, "bytea", records));
            statement.setArray(10, array(connection, "uuid", vaultIds.toArray()));
            statement.setArray(11, array(connection, "text", vaultNames.toArray()));
            statement.setArray(12, array(connection, "text", vaultValues.toArray()));
            statement.setArray(13, array(connection, "bytea", vaultSalts.toArray(byte[][]::new)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) == 1;
            }
        }
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static byte[][] bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    /** Whether a group whose answer was lost is in the store. It was written whole or not at all. */
    private static boolean arrived(Connection connection, Group group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select hash from record where position = ?")) {
            statement.setLong(1, group.from());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        && Hash.of(rows.getBytes(1)).equals(group.hashes().getFirst());
            }
        }
    }

    private void remember(Group group) {
        for (int i = 0; i < group.events().size(); i++) {
            var event = group.events().get(i);
            lasts.put(event.subject(), new Last(event.version(), group.hashes().get(i)));
        }
        next = group.to();
    }

    private void forget() {
        next = -1;
        lasts.clear();
    }

    private void succeed(List<Append> appends, Group group) {
        int first = 0;
        for (var append : appends) {
            int after = first + append.events().size();
            append.done().complete(List.copyOf(group.records().subList(first, after)));
            first = after;
        }
        appended.run();
    }
}
