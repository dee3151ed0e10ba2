package org.wegweis.projections.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    RecordFeed recordFeed(
            DataSource database,
            @Value("${spring.kafka.bootstrap-servers}") String servers,
            FeedSettings settings,
            InstantSource clock,
            List<ReadModel> models) {
        return new RecordFeed(
                database, Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers), settings, clock, models);
    }

    @Bean
    Rebuild rebuild(
            JdbcTemplate database, TransactionTemplate transactions, InstantSource clock, List<ReadModel> models) {
        return new Rebuild(database, transactions, clock, models);
    }

    @Bean
    HealthIndicator recordFeedHealth(RecordFeed feed, Rebuild rebuild) {
        return () -> {
            var health = new Health.Builder()
                    .withDetail("reading", feed.active())
                    .withDetail("behind", feed.behind())
                    .withDetail("position", feed.position());
            var trouble = feed.trouble();
            var stopped = feed.stopped();
            trouble.ifPresent(what -> health.withDetail("trouble", what));
            if (!stopped.isEmpty()) health.withDetail("stopped", stopped);
            if (trouble.isPresent()) return health.down().build();
            try {
                rebuild.underWay().ifPresent(since -> health.withDetail("rebuildingSince", since.toString()));
            } catch (DataAccessException e) {
                return health.down().withDetail("trouble", "PostgreSQL").build();
            }
            return (stopped.isEmpty() ? health.up() : health.down()).build();
        };
    }

    @Bean
    MeterBinder recordFeedMetrics(RecordFeed feed) {
        return registry -> {
            Gauge.builder("wegweis.projections.behind.records", feed, RecordFeed::behind)
                    .description("Places of the topic still to be read")
                    .register(registry);
            Gauge.builder("wegweis.projections.position", feed, RecordFeed::position)
                    .description("Greatest position that was applied")
                    .register(registry);
        };
    }
}
