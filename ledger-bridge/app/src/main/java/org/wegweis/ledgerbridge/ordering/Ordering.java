package org.wegweis.ledgerbridge.ordering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.ledgerbridge.log.LogStore;

/**
 * Reads the topic, puts its records back in the order of their positions and enters them into the log. Of several nodes
 * the one that holds the database's advisory lock reads. Whatever is away comes back by itself; what is broken stops the
 * log until somebody has looked, for a log that skips proves nothing.
 */
public final class Ordering implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ordering.class);
    /** The bytes of "wegweisO", so that nobody else takes this lock by chance. */
    private static final long LOCK = 0x77656777_6569734FL;

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LEAVE = Duration.ofSeconds(6);

    private final DataSource database;
    private final LogStore store;
    private final Book book;
    private final Topic topic;
    private final OrderingSettings settings;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int waiting;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<String> broken = Optional.empty();
    private volatile Optional<Long> missing = Optional.empty();

    /**
     * Reads until it is closed.
     *
     * @param kafka the client's settings, at least its bootstrap servers
     */
    public Ordering(DataSource database, LogStore store, Map<String, Object> kafka, OrderingSettings settings) {
        this.database = database;
        this.store = store;
        this.book = new Book(database, store);
        this.topic = new Topic(settings.topic(), kafka);
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("ordering").start(this::run);
    }

    /** What keeps records from the log for now, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Why the log has stopped for good, if it has. */
    public Optional<String> broken() {
        return broken;
    }

    /** The position that no partition has any more to bring, while later ones wait for it. */
    public Optional<Long> missing() {
        return missing;
    }

    /** How many records wait for an earlier one. */
    public int waiting() {
        return waiting;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            // let a poll end by itself: an interrupted consumer cannot take leave of its brokers
            if (!thread.join(LEAVE)) thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing() && broken.isEmpty()) {
            try (Connection connection = database.getConnection()) {
                if (ask(connection, "select pg_try_advisory_lock(?)")) {
                    try {
                        read(connection);
                    } finally {
                        ask(connection, "select pg_advisory_unlock(?)");
                    }
                }
                pause(); // another node reads, or there is no topic yet
            } catch (Broken e) {
                broken = Optional.of(String.valueOf(e.getMessage()));
                log.atError().setCause(e).addKeyValue("why", e.getMessage()).log("log stopped");
            } catch (InterruptedException | InterruptException e) {
                if (!isClosing()) log.atWarn().log("nobody interrupts the ordering; going on");
            } catch (SQLException | RuntimeException e) {
                // Nothing is lost, whatever it is: the log and its progress stand where they stood.
                if (trouble.isEmpty())
                    log.atWarn().addKeyValue("cause", e.toString()).log("ordering interrupted");
                trouble = Optional.of(e.getClass().getSimpleName());
                pauseUnlessClosing();
            }
        }
    }

    private void read(Connection connection) throws SQLException, InterruptedException {
        try (Consumer<byte[], byte[]> consumer = topic.consumer();
                var writing = new Writing(book)) {
            var partitions = topic.partitions(consumer);
            if (partitions.isEmpty()) return;
            consumer.assign(partitions);
            var progress = book.progress();
            for (var partition : partitions) consumer.seek(partition, progress.getOrDefault(partition.partition(), 0L));
            var waitingNow = new Waiting();
            long next = store.size();
            long looked = System.nanoTime();
            while (!isClosing()) {
                for (var message : consumer.poll(POLL)) {
                    var arrival = Arrival.of(message.partition(), message.offset(), message.value());
                    if (arrival.position() >= next) {
                        waitingNow.add(arrival);
                    } else {
                        writing.settle(); // it may be among those
                        requireSame(arrival);
                    }
                }
                next = enter(consumer, waitingNow, writing, next);
                boolean settled = writing.isSettled();
                if (settled) writing.settle();
                // A record that is missing can only come late, at the end of any of them.
                Topic.hold(consumer, waitingNow, missing.isPresent() ? Integer.MAX_VALUE : settings.waiting());
                waiting = waitingNow.size();
                if (System.nanoTime() - looked >= settings.look().toNanos()) {
                    if (!connection.isValid(5)) throw new SQLException("the lock's connection is gone");
                    look(consumer, waitingNow, next); // also says that Kafka is away, which a poll would not
                    if (!topic.partitions(consumer).equals(partitions)) return;
                    looked = System.nanoTime();
                }
                if (settled && trouble.isPresent()) {
                    trouble = Optional.empty();
                    log.atInfo().addKeyValue("position", next).log("ordering goes on");
                }
            }
        }
    }

    /** Looks whether the next record can still come. */
    private void look(Consumer<?, ?> consumer, Waiting waitingNow, long next) {
        boolean nowhere = Topic.bringsNoMore(consumer, waitingNow) && waitingNow.size() > 0;
        if (nowhere && missing.isEmpty())
            log.atError().addKeyValue("position", next).log("record missing");
        missing = nowhere ? Optional.of(next) : Optional.empty();
    }

    /** Has all entered whose turn it is; gives the position that comes next. */
    private long enter(Consumer<?, ?> consumer, Waiting waitingNow, Writing writing, long from)
            throws InterruptedException {
        long next = from;
        while (true) {
            var ready = waitingNow.take(next, settings.most());
            if (ready.isEmpty()) return next;
            var read = new HashMap<Integer, Long>();
            for (var partition : consumer.assignment()) read.put(partition.partition(), consumer.position(partition));
            writing.enter(ready, waitingNow.resume(read));
            next += ready.size();
        }
    }

    private void requireSame(Arrival arrival) {
        if (!store.entry(arrival.position()).equals(Optional.of(arrival.hash()))) {
            throw new Broken("another record came for position " + arrival.position() + ", which is in the log");
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() throws InterruptedException {
        var _ = closing.await(settings.pause().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pauseUnlessClosing() {
        try {
            pause();
        } catch (InterruptedException e) {
            // closing; the loop sees it
        }
    }
}
