package org.wegweis.ledgerbridge.ordering;

import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

/** Rebuilds the log when an operator asks for it: from the topic or, where that no longer reaches back, from the store. */
public final class Rebuilding implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);

    private final Rebuild rebuild;
    private final Topic topic;
    private final OrderingSettings settings;
    private final URI trackingService;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Optional<Rebuild.Outcome> last = Optional.empty();
    private volatile Optional<Thread> thread = Optional.empty();

    public Rebuilding(
            DataSource database,
            LogStore store,
            Checkpoints checkpoints,
            Map<String, Object> kafka,
            OrderingSettings settings,
            URI trackingService) {
        this.rebuild = new Rebuild(database, store, checkpoints);
        this.topic = new Topic(settings.topic(), kafka);
        this.settings = settings;
        this.trackingService = trackingService;
    }

    /**
     * Begins, unless one is under way.
     *
     * @param token of the operator, to ask tracking-service with
     * @return whether it has begun
     */
    public boolean begin(String token) {
        if (!underWay.compareAndSet(false, true)) return false;
        var sources = new LinkedHashMap<String, Supplier<Records>>();
        sources.put("topic", () -> new TopicRecords(topic, settings));
        sources.put("store", () -> new StoreRecords(trackingService, token));
        thread = Optional.of(Thread.ofPlatform().name("rebuilding").start(() -> run(sources)));
        return true;
    }

    private void run(Map<String, Supplier<Records>> sources) {
        try {
            var outcome = rebuild.from(sources);
            last = Optional.of(outcome);
            switch (outcome) {
                case Rebuild.Outcome.Done(String source, long size, long tiles) ->
                    log.atInfo()
                            .addKeyValue("source", source)
                            .addKeyValue("size", size)
                            .addKeyValue("tiles", tiles)
                            .log("log rebuilt");
                case Rebuild.Outcome.Refused(String source, String why) ->
                    log.atError()
                            .addKeyValue("source", source)
                            .addKeyValue("why", why)
                            .log("log not rebuilt");
            }
        } catch (SQLException | RuntimeException | InterruptedException e) {
            last = Optional.of(new Rebuild.Outcome.Refused("nowhere", e.toString()));
            log.atError().setCause(e).log("log not rebuilt");
        } finally {
            underWay.set(false);
        }
    }

    public boolean isUnderWay() {
        return underWay.get();
    }

    /** How the last one since the start of this process ended. */
    public Optional<Rebuild.Outcome> last() {
        return last;
    }

    /** Breaks off; the log stays as it is. */
    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
