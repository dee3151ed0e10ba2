package org.wegweis.projections.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.wegweis.projections.route.RouteTables;

/** Empties the tables; whichever node reads then finds no offsets and begins the topic anew. */
public final class Rebuild {
    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public Rebuild(JdbcTemplate database, TransactionOperations transactions, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Forgets tables and offsets in one transaction. */
    public Instant request() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.executeWithoutResult(_ -> {
            database.execute("truncate consumed");
            RouteTables.clear(database);
            database.update(
                    "insert into rebuild (requested_at) values (?) on conflict do nothing",
                    now.atOffset(ZoneOffset.UTC));
        });
        return now;
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
