package org.wegweis.ledgerbridge.ordering;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Enters records into the book on a thread of its own, so that the next ones are read and sorted meanwhile. One lot is
 * under way at a time, in the order in which they were given; after one that failed none is begun.
 */
final class Writing implements AutoCloseable {
    private final Book book;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("entering").factory());
    private Future<?> underWay = CompletableFuture.completedFuture(null);

    Writing(Book book) {
        this.book = book;
    }

    /** Takes the records over once those given before are in; throws as {@link #settle} does if they are not. */
    void enter(List<Arrival> arrivals, Map<Integer, Long> resume) throws InterruptedException {
        settle();
        underWay = thread.submit(() -> book.enter(arrivals, resume));
    }

    boolean isSettled() {
        return underWay.isDone();
    }

    /**
     * Waits until all that was given is in.
     *
     * @throws RuntimeException what the book said, if it is not
     */
    void settle() throws InterruptedException {
        try {
            underWay.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) throw why;
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what is under way, however that ends. */
    @Override
    public void close() {
        thread.close();
    }
}
