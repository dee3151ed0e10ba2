package org.wegweis.projections;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.wegweis.kernel.record.EventRecord;

/** PostgreSQL, as durable as in production, and Kafka. */
public final class Surroundings implements AutoCloseable {
    public static final int PARTITIONS = 4;

    public final EmbeddedPostgres postgres;
    private final EmbeddedKafkaKraftBroker kafka;

    public Surroundings() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("transaction.state.log.replication.factor", "1");
        kafka.brokerProperty("transaction.state.log.min.isr", "1");
        kafka.afterPropertiesSet();
    }

    /** The database with this service's tables, all empty. */
    public DataSource freshDatabase() {
        var database = postgres.getPostgresDatabase();
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projections")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        return database;
    }

    public String servers() {
        return kafka.getBrokersAsString();
    }

    /** Where a service under test finds all this, and its neighbours. */
    public void register(DynamicPropertyRegistry properties, Supplier<Object> neighbours) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", this::servers);
        properties.add("wegweis.tracking-service.url", neighbours);
        properties.add("wegweis.ledger-bridge.url", neighbours);
    }

    public void createTopic(String topic) {
        kafka.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
    }

    public static int partition(EventRecord record) {
        return Math.floorMod(record.subject().hashCode(), PARTITIONS);
    }

    public void publish(String topic, List<EventRecord> records) {
        send(records.stream()
                .map(record -> message(topic, partition(record), record.encode(), record.position()))
                .toList());
    }

    public void publish(String topic, int partition, byte[] value, long position) {
        send(List.of(message(topic, partition, value, position)));
    }

    /** All are in the topic afterwards. */
    private void send(List<ProducerRecord<String, byte[]>> messages) {
        try (var producer = producer(Map.of())) {
            var answers = messages.stream().map(producer::send).toList();
            for (var answer : answers) answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ProducerRecord<String, byte[]> message(String topic, int partition, byte[] value, long position) {
        var headers =
                new RecordHeaders().add("ce_position", Long.toString(position).getBytes(StandardCharsets.US_ASCII));
        return new ProducerRecord<>(topic, partition, "key", value, headers);
    }

    public KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var config = new HashMap<>(more);
        config.put("bootstrap.servers", servers());
        // A broker that does not lead a new partition yet refuses a batch, may take the one already sent after it,
        // and then takes the first no more (KAFKA-15591).
        config.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Everything that the read models hold, row by row. */
    public static List<String> tables(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        return Stream.of(
                        "consignment",
                        "consignment_party",
                        "record",
                        "permit",
                        "outage",
                        "register_entry",
                        "transfer_note",
                        "stock",
                        "lineage_node",
                        "lineage_edge",
                        "stock_touch",
                        "stock_line")
                .flatMap(table -> jdbc
                        .queryForList(
                                "select '" + table + " ' || to_jsonb(t)::text from " + table + " t order by 1",
                                String.class)
                        .stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        kafka.destroy();
        postgres.close();
    }
}
