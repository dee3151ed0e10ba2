package org.wegweis.ledgerbridge.evidence;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;

/** Room for a few packages at a time: each has megabytes, and all of it is held in memory. */
final class Workbench {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places;

    Workbench(int places) {
        this.places = new Semaphore(places);
    }

    /** @throws Problem if no place gets free soon */
    <T> T use(Supplier<T> work) {
        if (!taken()) {
            throw new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "busy",
                            "Other packages are being worked on. Ask again shortly.")
                    .by("", "Es sind andere Pakete in Arbeit. Versuchen Sie es gleich noch einmal.")
                    .retryAfter(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean taken() {
        try {
            return places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
