package org.wegweis.ledgerbridge.fabric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Trust;

/** A consortium's channel as the ledger, with what an operator must know of the way to it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "wegweis.ledger.kind", havingValue = "fabric")
@EnableConfigurationProperties(FabricSettings.class)
class FabricParts {

    @Bean
    @DependsOnDatabaseInitialization
    KeptSeals keptSeals(DataSource database) {
        return new KeptSeals(database);
    }

    @Bean
    FabricLedger ledger(FabricSettings settings, SealingRules rules, KeptSeals kept, InstantSource clock) {
        return new FabricLedger(settings, rules, kept, clock);
    }

    @Bean
    ChannelLogs neighbourLogs(FabricSettings settings, InstantSource clock) {
        return new ChannelLogs(settings, clock);
    }

    @Bean
    Trust.Ledger trustedLedger(FabricSettings settings) {
        return new Trust.Channel(settings.channel(), settings.chaincode(), settings.genesisHash());
    }

    /** Never down: who is away is said by sealing, and what is sealed already does not wait for the channel. */
    @Bean
    HealthIndicator ledgerHealthIndicator(FabricLedger ledger, FabricSettings settings) {
        return () -> {
            var health = Health.up().withDetail("channel", settings.channel());
            var ends = ledger.certificateEndsAt();
            if (ends.isBefore(Instant.MAX)) health.withDetail("certificateEndsAt", ends.toString());
            return health.build();
        };
    }

    @Bean
    MeterBinder ledgerMeters(FabricLedger ledger, InstantSource clock) {
        return meters -> Gauge.builder("wegweis.ledger.certificate.left", () -> left(ledger, clock.instant()))
                .description(
                        "seconds until the certificate ends with which this bridge submits; NaN before its first use")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double left(FabricLedger ledger, Instant now) {
        var ends = ledger.certificateEndsAt();
        return ends.equals(Instant.MAX)
                ? Double.NaN
                : Duration.between(now, ends).toSeconds();
    }
}
