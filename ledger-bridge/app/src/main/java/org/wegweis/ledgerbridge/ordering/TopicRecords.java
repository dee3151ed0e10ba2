package org.wegweis.ledgerbridge.ordering;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** All that the topic still holds, from its beginning. */
final class TopicRecords implements Records {
    private static final Duration POLL = Duration.ofMillis(250);

    private final OrderingSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final Waiting waiting = new Waiting();

    TopicRecords(Topic topic, OrderingSettings settings) {
        this.settings = settings;
        this.consumer = topic.consumer();
        List<TopicPartition> partitions = topic.partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public List<Arrival> from(long position, int most) throws InterruptedException {
        while (true) {
            var ready = waiting.take(position, most);
            if (!ready.isEmpty()) return ready;
            if (Thread.interrupted()) throw new InterruptedException();
            boolean read = false;
            for (var message : consumer.poll(POLL)) {
                read = true;
                var arrival = Arrival.of(message.partition(), message.offset(), message.value());
                if (arrival.position() >= position) waiting.add(arrival);
            }
            if (!read && Topic.bringsNoMore(consumer, waiting)) throw new OutOfReach("the topic", position);
            Topic.hold(consumer, waiting, settings.waiting());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
