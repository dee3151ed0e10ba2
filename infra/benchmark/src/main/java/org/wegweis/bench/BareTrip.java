package org.wegweis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wegweis.e2e.RunningWegweis;

/** The peer of what becomes visible: a message as large through the same Kafka into a row of the same PostgreSQL, and no more. */
final class BareTrip {
    private static final String TOPIC = "bare-trip";
    private static final int BYTES = 640;

    private BareTrip() {}

    /** @return from sending to the committed row, in microseconds */
    static Histogram measure(RunningWegweis wegweis, int perSecond, Duration duration)
            throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", wegweis.brokers());
        try (var admin = Admin.create(kafka)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
        }
        int count = Math.toIntExact(perSecond * duration.toMillis() / 1000);
        String database = wegweis.database();
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            consumer.position(partitions.getFirst());
            var taken = CompletableFuture.supplyAsync(() -> take(consumer, database, count));
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                byte[] message =
                        ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array();
                var _ = producer.send(new ProducerRecord<>(TOPIC, message));
            }
            return taken.get();
        }
    }

    private static Histogram take(KafkaConsumer<byte[], byte[]> consumer, String database, int count) {
        var took = new Histogram(3);
        try (var connection = DriverManager.getConnection(database, "postgres", "")) {
            try (var statement = connection.createStatement()) {
                statement.execute("create table if not exists public.bare_trip (at bigint, bytes bytea)");
            }
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into public.bare_trip values (?, ?)")) {
                while (took.getTotalCount() < count) {
                    var polled = consumer.poll(Duration.ofSeconds(1));
                    if (polled.isEmpty()) continue;
                    for (var message : polled) {
                        insert.setLong(1, ByteBuffer.wrap(message.value()).getLong());
                        insert.setBytes(2, message.value());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                    long now = System.nanoTime();
                    for (var message : polled) {
                        took.recordValue((now - ByteBuffer.wrap(message.value()).getLong()) / 1000);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return took;
    }
}
