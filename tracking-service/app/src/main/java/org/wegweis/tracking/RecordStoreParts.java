package org.wegweis.tracking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.relay.Relay;
import org.wegweis.tracking.relay.RelaySettings;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;
import org.wegweis.tracking.store.StoreProblem;

/** Store, writer and relay, with what an operator sees of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
class RecordStoreParts {

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /**
     * For whom the service itself states what follows by itself.
     *
     * @param operator the organisation that runs it
     */
    @Bean
    Actor operator(@Value("${wegweis.operator:00000000-0000-4000-8000-000000000000}") UUID operator) {
        return new Actor(new OrganisationId(operator), Role.OPERATOR, Optional.empty());
    }

    @Bean
    RecordStore recordStore(DataSource database) {
        var store = new RecordStore(database);
        store.requireDurability();
        return store;
    }

    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    Relay relay(
            RecordStore store,
            DataSource database,
            RelaySettings settings,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new Relay(store, database, Map.of("bootstrap.servers", brokers), settings);
    }

    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    RecordWriter recordWriter(
            DataSource database,
            InstantSource clock,
            Relay relay,
            @Value("${wegweis.record-store.patience:PT10S}") Duration patience) {
        return new RecordWriter(database, clock, patience, relay::wake);
    }

    /** Commands go on without Kafka, so the service stays up; the details say how far the relay is behind. */
    @Bean
    HealthIndicator relayHealth(Relay relay) {
        return () -> {
            var health = Health.up();
            relay.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            try {
                health.withDetail("behind", relay.behind());
            } catch (StoreProblem.Away _) {
                health.down().withDetail("behind", "unknown");
            }
            return health.build();
        };
    }

    @Bean
    Gauge relayBehind(Relay relay, MeterRegistry meters) {
        return Gauge.builder("wegweis.relay.behind", relay, Relay::behind)
                .description("records that Kafka may not have yet")
                .register(meters);
    }
}
