package org.wegweis.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.ordering.Ordering;
import org.wegweis.ledgerbridge.ordering.OrderingSettings;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;

/**
 * A log that is behind by a whole topic: from its start until a signed head covers all records, Kafka and a durable
 * PostgreSQL on the same machine. Beside a reader of the same topic that hashes each record and keeps nothing.
 */
final class CatchUp {
    private static final int RECORDS = Integer.getInteger("wegweis.bench.records", 1_000_000);
    private static final int OPEN = 2_000;
    private static final int PARTITIONS = 4;
    private static final String TOPIC = "wegweis.records";

    private CatchUp() {}

    static Measured measure() throws Exception {
        var kafka = new EmbeddedKafkaKraftBroker(1, PARTITIONS, TOPIC);
        kafka.afterPropertiesSet();
        try (var postgres = DurablePostgres.builder()
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "256MB")
                .start()) {
            String brokers = kafka.getBrokersAsString();
            fill(brokers);
            hash(brokers); // once to warm the machine's caches
            double peer = hash(brokers);
            catchUp(postgres, brokers, "warm"); // once to warm the JVM
            double us = catchUp(postgres, brokers, "bridge");
            return new Measured(Measured.Score.once(us), Measured.Score.once(peer));
        } finally {
            kafka.destroy();
        }
    }

    private static void fill(String brokers) {
        var config = new HashMap<String, Object>(Map.of("bootstrap.servers", brokers, "linger.ms", 5));
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var records = new RecordStream(1, OPEN).iterator();
            for (int i = 0; i < RECORDS; i++) {
                EventRecord record = records.next();
                var message = new ProducerRecord<>(TOPIC, record.subject().toString(), record.encode());
                message.headers().add("ce_id", record.id().toString().getBytes(UTF_8));
                message.headers().add("ce_type", record.type().getBytes(UTF_8));
                message.headers().add("ce_source", "/tracking-service".getBytes(UTF_8));
                message.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
                var _ = producer.send(message);
            }
        }
    }

    private static double catchUp(EmbeddedPostgres postgres, String brokers, String schema) throws Exception {
        var database = postgres.getDatabase("postgres", "postgres", Map.of("currentSchema", schema));
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/ledger-bridge")
                .load()
                .migrate();
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(database);
            var log = new LogStore(pool);
            var checkpoints = new Checkpoints(pool);
            var random = new SecureRandom();
            var key = NoteSigner.generate("wegweis.example/log", random);
            var ledger = new LocalLedger(
                    pool, new SealingRules(key.key().name(), key.key()), NoteSigner.generate("l.example", random));
            var settings = new OrderingSettings(TOPIC, MOST, WAITING, Duration.ofSeconds(5), Duration.ofSeconds(1));
            long started = System.nanoTime();
            try (var sealer = new Sealer(pool, log, checkpoints, key, ledger);
                    var ordering = new Ordering(pool, log, Map.of("bootstrap.servers", brokers), settings)) {
                sealer.every(Duration.ofSeconds(1));
                while (checkpoints.at(RECORDS).isEmpty()) {
                    if (ordering.broken().isPresent()) throw new IllegalStateException("log stopped");
                    if (log.size() == RECORDS) sealer.signAndSeal();
                    else TimeUnit.MILLISECONDS.sleep(20);
                }
                return RECORDS / ((System.nanoTime() - started) / 1e9);
            }
        }
    }

    private static final int MOST = Integer.getInteger("wegweis.bench.most", 20000);
    private static final int WAITING = Integer.getInteger("wegweis.bench.waiting", 50000);

    private static double hash(String brokers) {
        var config = Map.<String, Object>of("bootstrap.servers", brokers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long started = System.nanoTime();
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int read = 0;
            while (read < RECORDS) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    if (EventRecord.entry(message.value()).bytes().length > 0) read++;
                }
            }
            return RECORDS / ((System.nanoTime() - started) / 1e9);
        }
    }
}
