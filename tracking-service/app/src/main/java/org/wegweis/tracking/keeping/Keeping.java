package org.wegweis.tracking.keeping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.event.Events;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.StoredRecord;

/**
 * Keeps one thing up to date with what is stated of another. It reads the store from its beginning at every start and keeps
 * nothing of its own, so no crash leaves anything half done; what it states twice, by another node too, the rules refuse.
 */
public final class Keeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeping.class);
    private static final int PAGE = 500;

    private final RecordStore store;
    private final InstantSource clock;
    private final List<Keeper> keepers;
    /** Its one thread owns the keepers and what was read. */
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("keeping").factory());

    private long next;
    private volatile Optional<String> trouble = Optional.empty();

    public Keeping(RecordStore store, InstantSource clock, List<Keeper> keepers) {
        this.store = store;
        this.clock = clock;
        this.keepers = List.copyOf(keepers);
    }

    /**
     * Looks at once and then again and again.
     *
     * @param pause between two looks: the clock, unlike a record, wakes nobody
     */
    Keeping start(Duration pause) {
        var _ = thread.scheduleWithFixedDelay(this::keep, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** What keeps it from its work, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }

    private void keep() {
        try {
            look();
            trouble = Optional.empty();
        } catch (RuntimeException e) {
            // Nothing is lost: whatever was to be stated is found again.
            if (trouble.isEmpty() && !thread.isShutdown())
                log.atWarn().addKeyValue("cause", e.toString()).log("keeping interrupted");
            trouble = Optional.of(e.getClass().getSimpleName());
        }
    }

    /** Reads what is new and has every keeper act on it. */
    void look() {
        List<StoredRecord> page;
        do {
            page = store.from(next, PAGE);
            for (var stored : page) {
                var record = stored.parsed();
                var event = Events.event(record);
                for (var keeper : keepers) keeper.read(event);
                next = record.position() + 1;
            }
        } while (page.size() == PAGE);
        for (var keeper : keepers) keeper.act(clock.instant());
    }
}
