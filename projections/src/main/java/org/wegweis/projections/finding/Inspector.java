package org.wegweis.projections.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.finding.Finding;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.projections.feed.ReadRecord;

/**
 * Keeps the table of findings: reads every consignment that was touched, and from time to time those that time alone may
 * change. Several nodes may do so at once; a consignment is read by one of them at a time.
 */
@Component
public final class Inspector implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Inspector.class);
    /** Of a consignment's; held until the transaction ends. */
    private static final String LOCK = "(hashtextextended('wegweis findings of ' || consignment, 0))";
    /**
     * Takes the first notes, except those of a consignment that another node reads. During a rebuild everything would be read again
     * with each of its records.
     */
    private static final String TAKE = """
            with noted as materialized
                   (select id, consignment from to_inspect where not exists (select from rebuild where finished_at is null)
                    order by id limit ?),
            mine as materialized
                   (select consignment from noted group by consignment having pg_try_advisory_xact_lock%s)
            delete from to_inspect using noted, mine where to_inspect.id = noted.id and noted.consignment = mine.consignment
            returning to_inspect.consignment""".formatted(LOCK);
    /** One page of those that time may change, or that were never read. */
    private static final String SWEEP = """
            select c.id from consignment c left join inspected i on i.consignment = c.id
            where c.id > ? and (c.state in ('opened', 'on-the-road', 'at-the-plant') or i.pending is not false)
            order by c.id limit ?""";

    private static final String WRITE_INSPECTED = """
            insert into inspected (consignment, at, pending) values (?, ?, ?)
            on conflict (consignment) do update set at = excluded.at, pending = excluded.pending""";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** One order whatever the sources' own is. */
    private static final Comparator<Found> ORDER = Comparator.comparing(
                    (Found found) -> found.finding().code())
            .thenComparing(Found::since)
            .thenComparing(found -> found.at().map(StatementId::toString).orElse(""));

    private final JdbcOperations database;
    private final TransactionOperations transaction;
    private final Inspection inspection;
    private final InspectionSettings settings;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean stopping;
    private volatile boolean troubled;

    @Autowired
    Inspector(
            JdbcOperations database,
            PlatformTransactionManager transactions,
            Inspection inspection,
            InspectionSettings settings,
            InstantSource clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.inspection = inspection;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        stopping = false;
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("inspector").factory());
        started.execute(() -> careful(this::forget));
        every(started, settings.sweep(), this::sweep);
        every(started, settings.pause(), this::inspect);
        thread = started;
    }

    private void every(ScheduledExecutorService on, Duration pause, Runnable work) {
        var _ = on.scheduleWithFixedDelay(() -> careful(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        if (running == null) return;
        stopping = true;
        running.shutdown();
        running.close();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void careful(Runnable work) {
        try {
            work.run();
            troubled = false;
        } catch (RuntimeException e) {
            // Nothing is lost: what was noted is noted still.
            if (!troubled) log.atWarn().addKeyValue("cause", e.toString()).log("findings interrupted");
            troubled = true;
        }
    }

    /** Reads what was touched until nothing is left. */
    void inspect() {
        while (!stopping && page(settings.page()) > 0) {} // until none is noted, or other nodes have them
    }

    /** Forgets kinds that an earlier version knew and this one does not. */
    private void forget() {
        var known = Arrays.stream(Finding.values()).map(Finding::code).toArray();
        database.update("delete from finding where code <> all (?)", new SqlArrayValue("text", known));
    }

    /** Notes those that time alone may change. */
    void sweep() {
        var after = BEFORE_ALL;
        List<UUID> page;
        do {
            page = database.queryForList(SWEEP, UUID.class, after, settings.page());
            if (page.isEmpty()) return;
            database.batchUpdate(
                    FindingTable.NOTE,
                    page.stream().map(id -> new Object[] {id}).toList());
            after = page.getLast();
        } while (!stopping && page.size() == settings.page());
    }

    /** @return how many were read of at most {@code size} */
    private int page(int size) {
        Set<UUID> taken = new TreeSet<>();
        try {
            transaction.executeWithoutResult(_ -> {
                taken.addAll(database.queryForList(TAKE, UUID.class, size));
                read(taken, clock.instant());
            });
        } catch (RuntimeException e) {
            if (taken.isEmpty()) throw e; // none of them is to blame
            for (var consignment : taken) alone(consignment);
        }
        return taken.size();
    }

    /** One that cannot be read keeps no other from being read. */
    private void alone(UUID consignment) {
        try {
            transaction.executeWithoutResult(_ -> {
                database.query(
                        "select pg_advisory_xact_lock" + LOCK + " from (values (?)) one (consignment)",
                        _ -> {},
                        consignment);
                database.update("delete from to_inspect where consignment = ?", consignment);
                read(List.of(consignment), clock.instant());
            });
        } catch (RuntimeException e) {
            database.update("delete from to_inspect where consignment = ?", consignment);
            log.atError()
                    .addKeyValue("consignment", consignment)
                    .setCause(e)
                    .log("findings of a consignment cannot be read");
        }
    }

    private void read(Collection<UUID> consignments, Instant now) {
        var read = ReadRecord.of(database, consignments); // none of what was noted before a rebuild
        var found = inspection.of(database, read, now);
        found.replaceAll((_, all) -> all.stream().sorted(ORDER).toList());
        FindingRows.replace(database, consignments, found);
        var inspected = new ArrayList<Object[]>();
        read.forEach((consignment, records) ->
                inspected.add(new Object[] {consignment, timestamp(now), inspection.pending(database, records, now)}));
        database.batchUpdate(WRITE_INSPECTED, inspected);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
