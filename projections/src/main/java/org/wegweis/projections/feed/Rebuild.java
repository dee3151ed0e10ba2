package org.wegweis.projections.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Empties the tables; whichever node reads then finds no offsets and begins the topic anew. */
public final class Rebuild {
    /** Lock not available, deadlock detected. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private static final int MOST_TRIES = 100;
    private static final String ORDER =
            "insert into rebuild (requested_at) values (?) on conflict (requested_at) do update set finished_at = null";

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final List<ReadModel> models;

    public Rebuild(
            JdbcTemplate database, TransactionOperations transactions, InstantSource clock, List<ReadModel> models) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.models = List.copyOf(models);
    }

    /**
     * Forgets tables and offsets in one transaction. It gives way to whoever reads some of the tables, and comes again,
     * before PostgreSQL takes the two for a deadlock and ends one of them.
     */
    public Instant request() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // First of all, so that the inspector rests: it holds its tables for as long as it has something to read.
        database.update(ORDER, now.atOffset(ZoneOffset.UTC));
        for (int tries = 1; ; tries++) {
            try {
                forget(now);
                return now;
            } catch (DataAccessException e) {
                boolean held = e.getRootCause() instanceof SQLException cause && HELD.contains(cause.getSQLState());
                if (!held || tries == MOST_TRIES) throw e;
            }
        }
    }

    private void forget(Instant now) {
        transactions.executeWithoutResult(_ -> {
            database.execute("set local lock_timeout = '300ms'");
            database.execute("truncate consumed, record");
            for (var model : models) model.clear(database);
            database.update(ORDER, now.atOffset(ZoneOffset.UTC)); // the feed may have thought it done meanwhile
        });
    }

    /** When the rebuild that is under way was asked for. */
    public Optional<Instant> underWay() {
        return database
                .queryForList("select max(requested_at) from rebuild where finished_at is null", OffsetDateTime.class)
                .stream()
                .flatMap(at -> Optional.ofNullable(at).stream())
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }
}
