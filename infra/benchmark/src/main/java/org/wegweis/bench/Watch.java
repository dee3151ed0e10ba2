package org.wegweis.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sees when what was acknowledged stands in the read models, and when a signed head covers it. It looks every 5 ms, on a
 * connection of its own.
 */
final class Watch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(5);

    private final Connection database;
    private final Thread thread;
    /** When the answer came and when the row was seen, by position; whichever is first waits here for the other. */
    private final ConcurrentMap<Long, Long> waiting = new ConcurrentHashMap<>();

    private final ConcurrentMap<Long, Long> uncovered = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private volatile Histogram visible = new ConcurrentHistogram(3);
    private volatile Histogram covered = new ConcurrentHistogram(3);
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;

    /** @param url of the database that all services share */
    Watch(String url) throws SQLException {
        this.database = DriverManager.getConnection(url, "postgres", "");
        this.thread = Thread.ofPlatform().name("watch").start(this::run);
    }

    /** From here on it measures anew. */
    void reset() {
        visible = new ConcurrentHistogram(3);
        covered = new ConcurrentHistogram(3);
    }

    /** Is told at the moment of the answer. */
    void acknowledged(long position) {
        long now = System.nanoTime();
        acknowledged.incrementAndGet();
        uncovered.put(position, now);
        Long row = waiting.putIfAbsent(position, now);
        if (row != null) { // visible before the answer came
            waiting.remove(position);
            seen.incrementAndGet();
            visible.recordValue(0);
        }
    }

    /** From the answer to the row, in microseconds. */
    Histogram visible() {
        return visible;
    }

    /** From the answer to a signed head, in microseconds. */
    Histogram covered() {
        return covered;
    }

    /** Waits until everything that was acknowledged was seen and is covered. */
    void awaitAll() throws SQLException {
        while (seen.get() < acknowledged.get() || !uncovered.isEmpty()) {
            var failed = failure;
            if (failed != null) throw failed;
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private void run() {
        // Partitions are read side by side: rows come a little out of the positions' order. In order, so that the plan
        // is the
        // index even if it was made for an empty table.
        Set<Long> ahead = new HashSet<>();
        long next = 0;
        try (var rows = database.prepareStatement(
                        "select position from projections.record where position >= ? order by position limit 10000");
                var head = database.prepareStatement("select max(size) from bridge.checkpoint")) {
            while (!closing) {
                rows.setLong(1, next);
                try (var row = rows.executeQuery()) {
                    long now = System.nanoTime();
                    while (row.next()) if (ahead.add(row.getLong(1))) seen(row.getLong(1), now);
                }
                while (ahead.remove(next)) next++;
                try (var row = head.executeQuery()) {
                    row.next();
                    cover(row.getLong(1), System.nanoTime());
                }
                LockSupport.parkNanos(PERIOD.toNanos());
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void seen(long position, long now) {
        Long answered = waiting.putIfAbsent(position, now);
        if (answered != null) {
            waiting.remove(position);
            seen.incrementAndGet();
            visible.recordValue(Math.max(0, (now - answered) / 1000)); // it may have been answered since the look
        }
    }

    private void cover(long size, long now) {
        uncovered.forEach((position, answered) -> {
            if (position < size && uncovered.remove(position, answered)) {
                covered.recordValue(Math.max(0, (now - answered) / 1000));
            }
        });
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
