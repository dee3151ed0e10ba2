package org.wegweis.ledgerbridge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Real PostgreSQL, as durable as in production; registered as an extension it runs as long as the class's tests do. */
public final class Databases implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) {
        postgres = start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Objects.requireNonNull(postgres).close();
    }

    /** The database with the service's tables, all empty. */
    public DataSource fresh() {
        return fresh(Objects.requireNonNull(postgres));
    }

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
