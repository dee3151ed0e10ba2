package org.wegweis.ledgerbridge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.ordering.Ordering;
import org.wegweis.ledgerbridge.ordering.OrderingSettings;
import org.wegweis.ledgerbridge.ordering.Rebuilding;
import org.wegweis.ledgerbridge.sealing.Keys;
import org.wegweis.ledgerbridge.sealing.LedgerView;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.LogStatus;
import org.wegweis.ledgerbridge.sealing.NeighbourLogs;
import org.wegweis.ledgerbridge.sealing.RecentSeals;
import org.wegweis.ledgerbridge.sealing.Sealer;
import org.wegweis.ledgerbridge.sealing.SealingSettings;

/** Log, ordering and sealing, with what an operator sees of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OrderingSettings.class, SealingSettings.class})
class LedgerBridgeParts {

    @Bean
    @DependsOnDatabaseInitialization
    LogStore logStore(DataSource database) {
        return new LogStore(database);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Checkpoints checkpoints(DataSource database) {
        return new Checkpoints(database);
    }

    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    Ordering ordering(
            DataSource database,
            LogStore log,
            OrderingSettings settings,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new Ordering(database, log, Map.of("bootstrap.servers", brokers), settings);
    }

    @Bean
    Rebuilding rebuilding(
            DataSource database,
            LogStore log,
            Checkpoints checkpoints,
            OrderingSettings settings,
            @Value("${spring.kafka.bootstrap-servers}") String brokers,
            @Value("${wegweis.tracking-service.url}") URI trackingService) {
        return new Rebuilding(
                database, log, checkpoints, Map.of("bootstrap.servers", brokers), settings, trackingService);
    }

    @Bean
    Keys keys(@Value("${wegweis.keys}") Path folder, SealingSettings settings, InstantSource clock) {
        return Keys.open(folder, settings, clock);
    }

    /** Which heads are sealed, on whatever ledger. */
    @Bean
    SealingRules sealingRules(Keys keys) {
        return new SealingRules(keys.log().key().name(), keys.log().key());
    }

    /** The operator's own, unless a consortium's is set. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "wegweis.ledger.kind", havingValue = "local", matchIfMissing = true)
    static class Local {
        @Bean
        @DependsOnDatabaseInitialization
        Ledger ledger(DataSource database, SealingRules rules, Keys keys) {
            return new LocalLedger(database, rules, keys.ledger());
        }

        @Bean
        NeighbourLogs neighbourLogs() {
            return List::of; // nobody else's lie there
        }

        @Bean
        Trust.Ledger trustedLedger(Keys keys) {
            return new Trust.Local(keys.ledger().key());
        }
    }

    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    Sealer sealer(
            DataSource database,
            LogStore log,
            Checkpoints checkpoints,
            Keys keys,
            Ledger ledger,
            SealingSettings settings) {
        var sealer = new Sealer(database, log, checkpoints, keys.log(), ledger);
        sealer.every(settings.every());
        return sealer;
    }

    @Bean
    LogStatus logStatus(LogStore log, Checkpoints checkpoints, Ledger ledger) {
        return new LogStatus(log, checkpoints, ledger);
    }

    @Bean
    LedgerView ledgerView(
            DataSource database,
            LogStatus status,
            Sealer sealer,
            Ledger ledger,
            NeighbourLogs neighbours,
            Trust trust,
            SealingSettings settings,
            InstantSource clock) {
        return new LedgerView(
                status, sealer, ledger, new RecentSeals(database), neighbours, trust, settings.every(), clock);
    }

    /** Kafka may be away, the log waits; a broken chain or a missing record needs a human. */
    @Bean
    HealthIndicator orderingHealthIndicator(Ordering ordering) {
        return () -> {
            var health = ordering.broken()
                    .map(why -> Health.down().withDetail("broken", why))
                    .orElseGet(Health::up)
                    .withDetail("waiting", ordering.waiting());
            ordering.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            ordering.missing().ifPresent(position -> health.down().withDetail("missing", position));
            return health.build();
        };
    }

    /** The ledger may be away, heads wait; a contradiction needs a human. */
    @Bean
    HealthIndicator sealingHealthIndicator(Sealer sealer, LogStatus status) {
        return () -> {
            var health = sealer.contradiction()
                    .map(why -> Health.down().withDetail("contradiction", why))
                    .orElseGet(Health::up);
            sealer.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            try {
                health.withDetail("backlog", status.backlog());
            } catch (LedgerAway | DataAccessException | TransactionException _) {
                health.down().withDetail("backlog", "unknown");
            }
            return health.build();
        };
    }

    @Bean
    MeterBinder logMeters(LogStatus status, Ordering ordering, Sealer sealer) {
        return meters -> {
            gauge(meters, "wegweis.log.records", "records in the log", status::records);
            gauge(meters, "wegweis.log.signed", "records under the newest signed head", status::signedSize);
            gauge(meters, "wegweis.log.sealed", "records under the newest sealed head", status::sealedSize);
            gauge(meters, "wegweis.sealing.backlog", "signed heads that wait for the ledger", status::backlog);
            gauge(meters, "wegweis.ordering.waiting", "records that wait for an earlier one", ordering::waiting);
            gauge(
                    meters,
                    "wegweis.ordering.broken",
                    "1 if the log has stopped",
                    () -> ordering.broken().isPresent() ? 1 : 0);
            for (var at : LedgerAway.At.values()) {
                Gauge.builder(
                                "wegweis.ledger.away",
                                () -> sealer.away().filter(at::equals).isPresent() ? 1 : 0)
                        .description("1 if the ledger was away at the last attempt, by how far that came")
                        .tag("at", at.text())
                        .register(meters);
            }
            gauge(
                    meters,
                    "wegweis.sealing.stopped",
                    "1 if nothing is signed any more",
                    () -> sealer.contradiction().isPresent() ? 1 : 0);
        };
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }
}
