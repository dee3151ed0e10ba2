package org.wegweis.ledgerbridge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Real PostgreSQL, as durable as in production. */
public final class Databases {
    private Databases() {}

    public static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database with the service's tables, all empty. */
    public static DataSource fresh(EmbeddedPostgres postgres) {
        var database = postgres.getPostgresDatabase();
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ledger-bridge")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        return database;
    }
}
