package org.wegweis.ledgerbridge.ordering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topic as whoever needs all of its records reads it. Within a partition positions rise.
 *
 * @param kafka the client's settings, at least its bootstrap servers
 */
record Topic(String name, Map<String, Object> kafka) {

    Consumer<byte[], byte[]> consumer() {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"); // the relay leaves aborted batches behind
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Large lots write a subject's head once for many of its records: a log that catches up is a third quicker than
        // with the client's 1 MiB, which came to 3,400 records a transaction.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000); // how late a new partition is seen
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** None if there is no such topic yet. */
    List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var known = consumer.partitionsFor(name);
        if (known == null) return List.of();
        return known.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
    }

    /**
     * Whether the record that all the others wait for cannot come: not from a partition that has later ones waiting, nor
     * from one that is read to its end.
     */
    static boolean bringsNoMore(Consumer<?, ?> consumer, Waiting waiting) {
        var ahead = waiting.partitions();
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end ->
                        ahead.contains(end.getKey().partition()) || consumer.position(end.getKey()) >= end.getValue());
    }

    /** Pauses who runs ahead while that many wait; what is missing is in one of the other partitions. */
    static void hold(Consumer<?, ?> consumer, Waiting waiting, int most) {
        consumer.resume(consumer.paused());
        if (waiting.size() < most) return;
        var ahead = waiting.partitions();
        consumer.pause(consumer.assignment().stream()
                .filter(partition -> ahead.contains(partition.partition()))
                .toList());
    }
}
