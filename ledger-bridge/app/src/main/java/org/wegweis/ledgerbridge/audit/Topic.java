package org.wegweis.ledgerbridge.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic, without what was never committed. */
final class Topic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final String name;
    private final Consumer<byte[], byte[]> consumer;

    /** @param kafka the client's settings, at least its bootstrap servers */
    Topic(String name, Map<String, Object> kafka) {
        this.name = name;
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"); // what retention takes away meanwhile is told
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 256 << 10);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        try {
            consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    /** The first offset that there is in each partition. */
    Map<Integer, Long> beginnings() {
        return offsets(true);
    }

    /** The offset after the last committed record of each partition. */
    Map<Integer, Long> ends() {
        return offsets(false);
    }

    private Map<Integer, Long> offsets(boolean beginning) {
        try {
            var partitions = consumer.partitionsFor(name);
            if (partitions == null) return Map.of();
            var all = partitions.stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            var offsets = new TreeMap<Integer, Long>();
            (beginning ? consumer.beginningOffsets(all) : consumer.endOffsets(all))
                    .forEach((partition, offset) -> offsets.put(partition.partition(), offset));
            return offsets;
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    /** Takes the records of a topic. */
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record);

        /** Between two batches; where to read on. */
        void pause(Map<Integer, Long> next);
    }

    /** Reads each partition from an offset to below another. */
    void read(Map<Integer, Long> from, Map<Integer, Long> to, Reader reader) {
        try {
            consumer.assign(to.keySet().stream().map(this::partition).toList());
            from.forEach((partition, offset) -> consumer.seek(partition(partition), offset));
            long heard = System.nanoTime();
            var next = new TreeMap<>(from);
            while (to.entrySet().stream().anyMatch(end -> next.getOrDefault(end.getKey(), 0L) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() < to.getOrDefault(record.partition(), 0L)) reader.read(record);
                }
                boolean moved = false;
                for (int partition : to.keySet()) {
                    long at = consumer.position(partition(partition));
                    moved |= !Optional.of(at).equals(Optional.ofNullable(next.put(partition, at)));
                }
                if (moved) {
                    heard = System.nanoTime();
                    reader.pause(next);
                } else if (System.nanoTime() - heard > PATIENCE) {
                    throw new Unfinished("Kafka gives no more records of " + name + ".");
                }
            }
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    /** One record once more; empty if retention has taken it. */
    Optional<byte[]> bytes(TopicIndex.Place place) {
        try {
            var partition = partition(place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            long began = System.nanoTime();
            while (System.nanoTime() - began < PATIENCE) {
                for (var record : consumer.poll(POLL)) {
                    return record.offset() == place.offset() ? Optional.ofNullable(record.value()) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(name, number);
    }

    private static Unfinished away(KafkaException e) {
        return new Unfinished("The topic cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
