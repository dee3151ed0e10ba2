package org.wegweis.door;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When each of those who were turned away may come again: one after the other, a few more in a second than a small machine
 * answers. With all of them coming every second, three times as many were turned away, and a quarter less came through.
 */
final class ComingAgain {
    private static final long SOONEST = Duration.ofSeconds(1).toNanos();
    private static final long LATEST = Duration.ofSeconds(30).toNanos();
    private static final long BETWEEN = Duration.ofMillis(2).toNanos();

    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    /**
     * After how long the next one may come; between one and thirty seconds.
     *
     * @param now in nanoseconds of a clock that only goes forward, from any beginning
     */
    Duration after(long now) {
        long turn = last.updateAndGet(before -> Math.min(now + LATEST, Math.max(now + SOONEST, before + BETWEEN)));
        return Duration.ofNanos(turn - now);
    }
}
