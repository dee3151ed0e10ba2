package org.wegweis.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.bench.Measured.Score;
import org.wegweis.tracking.relay.Relay;
import org.wegweis.tracking.relay.RelaySettings;
import org.wegweis.tracking.store.RecordStore;

/**
 * A whole store published to a new topic, as when Kafka has lost the old one: what comes before everything that is made anew
 * from the topic. The peer sends as many messages, as large, to as many partitions, from memory and without transactions.
 */
final class StoreBench {
    private static final int CALLERS = 64;
    private static final int RECORDS = 100_000;
    private static final int PARTITIONS = 4;
    private static final int MOST = 1_000;
    /** As many bytes as a record has in the middle. */
    private static final int BYTES = 700;

    private StoreBench() {}

    static Measured measure() throws Exception {
        var kafka = new EmbeddedKafkaKraftBroker(1, PARTITIONS, "bare", "warm", "topic");
        kafka.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1"));
        kafka.afterPropertiesSet();
        try (var postgres = DurablePostgres.builder()
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
                var pool = DurablePostgres.pool(postgres.getPostgresDatabase());
                var commands = new OurCommands(pool)) {
            var store = new RecordStore(pool);
            while (store.size() < RECORDS) Callers.round(CALLERS, commands::caller, Duration.ofSeconds(1));
            String brokers = kafka.getBrokersAsString();
            publish(pool, store, brokers, "warm");
            bare(brokers, store.size());
            return new Measured(
                    Score.once(publish(pool, store, brokers, "topic")), Score.once(bare(brokers, store.size())));
        } finally {
            kafka.destroy();
        }
    }

    private static double publish(DataSource database, RecordStore store, String brokers, String topic)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update relay set next_position = 0");
        }
        var settings = new RelaySettings(
                topic,
                PARTITIONS,
                (short) 1,
                MOST,
                Duration.ofMillis(50),
                Duration.ofMillis(250),
                Duration.ofSeconds(1));
        long start = System.nanoTime();
        try (var relay = new Relay(store, database, Map.of("bootstrap.servers", brokers), settings)) {
            while (relay.behind() > 0) LockSupport.parkNanos(5_000_000);
            return store.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static double bare(String brokers, long count) {
        var config = new HashMap<String, Object>(Map.of("bootstrap.servers", brokers, "linger.ms", 5));
        long start = System.nanoTime();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                var _ = producer.send(new ProducerRecord<>("bare", Long.toString(i), new byte[BYTES]));
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
