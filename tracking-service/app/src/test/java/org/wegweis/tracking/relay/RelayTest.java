package org.wegweis.tracking.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.tracking.store.RecordStore;

class RelayTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor GREEN_HILL = new Actor(
            OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01"), Actor.Role.DISPATCHER, Optional.empty());
    private static EmbeddedPostgres postgres;
    private static EmbeddedKafkaKraftBroker kafka;
    private static int topics;

    private final Random random = new Random(9);
    private final String topic = "records-" + topics++;
    private DataSource database;
    private RecordStore store;
    private final List<UUID> published = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1"));
        kafka.afterPropertiesSet();
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.destroy();
        postgres.close();
    }

    @BeforeEach
    void fresh() {
        database = postgres.getPostgresDatabase();
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/tracking-service")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        store = new RecordStore(database);
    }

    private Relay relay(String brokers) {
        return new Relay(
                store,
                database,
                Map.of("bootstrap.servers", brokers),
                new RelaySettings(
                        topic, 2, (short) 1, 7, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(100)));
    }

    @Test
    void records_reach_kafka_in_order_as_they_are_with_their_headers() throws SQLException {
        append(40);
        try (var relay = relay(kafka.getBrokersAsString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.behind() == 0);
        }
        var all = topic(40);
        assertThat(all).hasSize(40);
        for (var message : all) {
            var record = EventRecord.parse(message.value());
            assertThat(message.key()).isEqualTo(record.subject().toString());
            assertThat(header(message, "ce_id")).isEqualTo(record.id().toString());
            assertThat(header(message, "ce_position")).isEqualTo(Long.toString(record.position()));
            assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        }
        for (int partition = 0; partition < 2; partition++) {
            int one = partition;
            assertThat(all.stream()
                            .filter(message -> message.partition() == one)
                            .map(message -> EventRecord.parse(message.value()).position())
                            .toList())
                    .isSorted();
        }
    }

    @Test
    void a_relay_that_starts_again_goes_on_where_the_mark_stands() throws SQLException {
        append(10);
        try (var relay = relay(kafka.getBrokersAsString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.behind() == 0);
        }
        append(10);
        try (var relay = relay(kafka.getBrokersAsString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.behind() == 0);
        }
        assertThat(topic(20).stream()
                        .map(message -> EventRecord.parse(message.value()).id()))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void of_two_relays_one_works_and_the_other_takes_over() throws SQLException {
        append(5);
        var first = relay(kafka.getBrokersAsString());
        await().atMost(Duration.ofSeconds(60)).until(() -> first.behind() == 0);
        try (var second = relay(kafka.getBrokersAsString())) {
            first.close();
            append(5);
            second.wake();
            await().atMost(Duration.ofSeconds(60)).until(() -> second.behind() == 0);
        }
        assertThat(topic(10)).hasSize(10);
    }

    @Test
    void without_kafka_it_says_so_and_how_far_it_is_behind() throws SQLException {
        append(3);
        try (var relay = relay("127.0.0.1:1")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.trouble().isPresent());
            assertThat(relay.behind()).isEqualTo(3);
        }
        try (var relay = relay(kafka.getBrokersAsString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.behind() == 0);
            assertThat(relay.trouble()).isEmpty();
        }
        assertThat(topic(3)).hasSize(3);
    }

    @Test
    void kafka_that_stops_and_comes_back_gets_what_it_missed() throws SQLException {
        append(5);
        try (var relay = relay(kafka.getBrokersAsString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.behind() == 0);
            var broker = Objects.requireNonNull(
                    Objects.requireNonNull(kafka.getCluster()).brokers().get(0));
            broker.shutdown();
            try {
                append(5);
                relay.wake();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> relay.trouble().isPresent());
                assertThat(relay.behind()).isEqualTo(5);
            } finally {
                broker.startup();
            }
            await().atMost(Duration.ofSeconds(90)).until(() -> relay.behind() == 0);
            assertThat(relay.trouble()).isEmpty();
        }
        assertThat(topic(10).stream()
                        .map(message -> EventRecord.parse(message.value()).id()))
                .containsAll(published);
    }

    /** What a reader of committed records finds, once there are that many. */
    private List<ConsumerRecord<String, byte[]>> topic(int least) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                kafka.getBrokersAsString(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.size() >= least;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Records of one event each, put into the table as the writer would. */
    private void append(int count) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("insert into record values (?, ?, ?, 0, ?, ?, ?)");
                var head = connection.prepareStatement("update head set position = position + ?")) {
            long next = store.size();
            for (int i = 0; i < count; i++) {
                var record = new EventRecord(
                        Uuid7.next(InstantSource.fixed(NOON), random),
                        "consignment.delivered.v1",
                        Uuid7.next(InstantSource.fixed(NOON), random),
                        0,
                        next + i,
                        Optional.empty(),
                        NOON,
                        NOON,
                        GREEN_HILL,
                        Optional.empty(),
                        Hash.sha256(new byte[] {1}),
                        Json.Obj.of());
                byte[] bytes = record.encode();
                insert.setLong(1, record.position());
                insert.setObject(2, record.id());
                insert.setObject(3, record.subject());
                insert.setBytes(4, Hash.sha256(bytes).bytes());
                insert.setBytes(5, Hash.sha256(bytes).bytes());
                insert.setBytes(6, bytes);
                insert.executeUpdate();
                published.add(record.id());
            }
            head.setInt(1, count);
            head.executeUpdate();
        }
    }
}
