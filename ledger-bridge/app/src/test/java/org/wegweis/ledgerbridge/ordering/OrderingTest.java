package org.wegweis.ledgerbridge.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.LogStore;

class OrderingTest {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static EmbeddedPostgres postgres;
    private static EmbeddedKafkaKraftBroker kafka;

    private final String topic = "records-" + UUID.randomUUID();
    private final Chains chains = new Chains(5, 12);
    private DataSource database;
    private LogStore log;
    private Optional<Ordering> running = Optional.empty();

    @BeforeAll
    static void start() {
        postgres = Databases.start();
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("transaction.state.log.replication.factor", "1");
        kafka.brokerProperty("transaction.state.log.min.isr", "1");
        kafka.afterPropertiesSet();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.destroy();
        postgres.close();
    }

    @BeforeEach
    void fresh() {
        database = Databases.fresh(postgres);
        log = new LogStore(database);
    }

    @AfterEach
    void close() {
        running.ifPresent(Ordering::close);
    }

    @Test
    void records_that_come_out_of_order_are_logged_in_order() {
        createTopic();
        chains.grow(700);
        order(50, 10_000);
        // one partition after the other: almost every record comes before its turn
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int one = partition;
            publish(record -> partition(record) == one);
        }
        assertLogIs(chains.records());
    }

    @Test
    void partitions_that_run_ahead_are_held_back_and_nothing_is_lost() {
        createTopic();
        chains.grow(3000);
        for (int partition = PARTITIONS - 1; partition >= 0; partition--) {
            int one = partition;
            publish(record -> partition(record) == one);
        }
        order(50, 100);
        assertLogIs(chains.records());
    }

    @Test
    void a_topic_that_does_not_exist_yet_is_waited_for() {
        chains.grow(3);
        order(50, 100);
        createTopic();
        publish(_ -> true);
        assertLogIs(chains.records());
    }

    @Test
    void duplicates_change_nothing() {
        createTopic();
        chains.grow(300);
        order(50, 10_000);
        publish(_ -> true);
        assertLogIs(chains.records());
        publish(record -> record.position() >= 100);
        publish(_ -> true);
        chains.grow(1); // once this is in, the duplicates before it were seen
        publish(record -> record.position() == 300);
        assertLogIs(chains.records());
    }

    @Test
    void what_was_never_committed_is_not_logged() {
        createTopic();
        chains.grow(10);
        try (var producer = producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, List.of(message(chains.instead(chains.records().getFirst()))));
            producer.abortTransaction();
        }
        publish(_ -> true);
        order(50, 100);
        assertLogIs(chains.records());
    }

    @Test
    void a_record_that_nobody_brings_is_named_and_taken_when_it_comes_late() {
        createTopic();
        chains.grow(300);
        order(50, 100);
        publish(record -> record.position() != 5);
        await().atMost(PATIENCE).until(() -> running.orElseThrow().missing().equals(Optional.of(5L)));
        publish(record -> record.position() == 5);
        assertLogIs(chains.records());
        await().atMost(PATIENCE).until(() -> running.orElseThrow().missing().isEmpty());
    }

    @Test
    void another_record_for_a_position_in_the_log_stops_it() {
        createTopic();
        chains.grow(20);
        order(50, 100);
        publish(_ -> true);
        assertLogIs(chains.records());
        publish(chains.instead(chains.records().get(7)));
        assertStops("position 7");
        assertLogIs(chains.records());
    }

    @Test
    void a_broken_chain_stops_the_log_and_is_never_skipped() {
        createTopic();
        chains.grow(200);
        var broken = chains.records().stream()
                .filter(record -> record.version() > 3)
                .findFirst()
                .orElseThrow();
        publish(record -> record.position() < broken.position());
        publish(chains.unchained(broken));
        publish(record -> record.position() > broken.position());
        order(50, 1000);
        assertStops("position " + broken.position());
        assertLogIs(chains.records().subList(0, (int) broken.position()));
        restart(50, 1000);
        assertStops("position " + broken.position());
        assertLogIs(chains.records().subList(0, (int) broken.position()));
    }

    @Test
    void a_version_that_is_left_out_stops_the_log() {
        createTopic();
        var other = new Chains(9, 1);
        other.grow(3);
        publish(other.records().get(0));
        var third = other.records().get(2);
        publish(new EventRecord(
                third.id(),
                third.type(),
                third.subject(),
                third.version(),
                2,
                third.previous(),
                third.happenedAt(),
                third.recordedAt(),
                third.actor(),
                third.statement(),
                third.nonce(),
                third.data()));
        var stranger = chains.instead(new Chains(10, 1).grow(1).getFirst());
        publish(new EventRecord(
                stranger.id(),
                stranger.type(),
                stranger.subject(),
                0,
                1,
                Optional.empty(),
                stranger.happenedAt(),
                stranger.recordedAt(),
                stranger.actor(),
                stranger.statement(),
                stranger.nonce(),
                stranger.data()));
        order(50, 100);
        assertStops("position 2");
    }

    @Test
    void what_is_no_record_stops_the_log() {
        createTopic();
        try (var producer = producer(Map.of())) {
            send(producer, List.of(new ProducerRecord<>(topic, 0, "key", new byte[] {'{', '}'})));
        }
        order(50, 100);
        assertStops("not a record");
    }

    /** Every record is published once: what a restart forgets never comes again. */
    @Test
    void a_restart_in_the_middle_gives_the_same_bytes() {
        createTopic();
        chains.grow(900);
        order(7, 40);
        publish(record -> partition(record) != 2);
        for (int part = 0; part < 3; part++) {
            int one = part;
            publish(record -> partition(record) == 2 && record.position() / 300 == one);
            long reachable = chains.records().stream()
                    .filter(record -> partition(record) == 2 && record.position() / 300 > one)
                    .findFirst()
                    .map(EventRecord::position)
                    .orElse((long) chains.records().size());
            await().atMost(PATIENCE).until(() -> log.size() == reachable);
            restart(7, 40);
        }
        assertLogIs(chains.records());
    }

    private void createTopic() {
        kafka.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
    }

    private void order(int most, int waiting) {
        running = Optional.of(new Ordering(
                database,
                log,
                Map.of("bootstrap.servers", kafka.getBrokersAsString()),
                new OrderingSettings(topic, most, waiting, Duration.ofMillis(200), Duration.ofMillis(50))));
    }

    private void restart(int most, int waiting) {
        running.ifPresent(Ordering::close);
        order(most, waiting);
    }

    private void publish(Predicate<EventRecord> which) {
        publish(chains.records().stream().filter(which).toArray(EventRecord[]::new));
    }

    private void publish(EventRecord... records) {
        try (var producer = producer(Map.of())) {
            send(producer, Stream.of(records).map(this::message).toList());
        }
    }

    private ProducerRecord<String, byte[]> message(EventRecord record) {
        return new ProducerRecord<>(topic, partition(record), record.subject().toString(), record.encode());
    }

    /** All are in the topic afterwards. */
    private static void send(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> messages) {
        var answers = messages.stream().map(producer::send).toList();
        try {
            for (var answer : answers) answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int partition(EventRecord record) {
        return Math.floorMod(record.subject().hashCode(), PARTITIONS);
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.getBrokersAsString());
        // A broker that does not lead a new partition yet refuses a batch, may take the one already sent after it,
        // and then takes the first no more (KAFKA-15591).
        config.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private void assertStops(String why) {
        await().atMost(PATIENCE).until(() -> running.flatMap(Ordering::broken).isPresent());
        assertThat(running.flatMap(Ordering::broken).orElseThrow()).contains(why);
    }

    private void assertLogIs(List<EventRecord> records) {
        await().atMost(PATIENCE).until(() -> log.size() >= records.size());
        assertThat(log.size()).isEqualTo(records.size());
        var kept = new HashMap<TilePath, byte[]>();
        new JdbcTemplate(database).query("select level, place, width, bytes from tile", row -> {
            kept.put(new TilePath(row.getInt(1), row.getLong(2), row.getInt(3)), row.getBytes(4));
        });
        var expected = Chains.tiles(records);
        assertThat(kept).containsOnlyKeys(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(kept.get(path)).isEqualTo(bytes));
    }
}
