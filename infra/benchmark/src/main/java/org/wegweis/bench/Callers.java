package org.wegweis.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who each do one thing after the other, as fast as they are answered. */
final class Callers {
    private Callers() {}

    /** What a caller does again and again; each is one acknowledged thing. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /** Acknowledged a second, and after how long 99 of 100 were, in nanoseconds. */
    record Round(double perSecond, long p99) {}

    /** The round in the middle, by its p99 in nanoseconds. */
    static long median(List<Round> rounds) {
        return rounds.stream()
                .mapToLong(Round::p99)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** All callers at once, for so long: virtual threads, as the service has them for its requests. */
    static Round round(int callers, Callable<Work> caller, Duration duration) throws Exception {
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
