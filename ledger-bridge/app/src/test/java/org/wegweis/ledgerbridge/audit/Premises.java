package org.wegweis.ledgerbridge.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;

/**
 * A store of 700 records of seven subjects, its topic and its log, signed and sealed at several sizes. Each test gets a
 * database of its own, made from this one.
 */
final class Premises implements AutoCloseable {
    static final int RECORDS = 700;
    static final int PARTITIONS = 3;
    static final List<Integer> HEADS = List.of(100, 256, 300, 512, 650, RECORDS);
    private static final String STORE = "filesystem:../../tracking-service/app/src/main/resources/db/tracking-service";

    final NoteSigner logKey = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    final NoteSigner ledgerKey = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());
    final Chains chains = new Chains(11, 7);
    final List<EventRecord> records = chains.grow(RECORDS);
    final String wholeTopic;
    private final EmbeddedPostgres postgres = Databases.start();
    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);

    Premises() {
        kafka.brokerProperty("transaction.state.log.replication.factor", "1");
        kafka.brokerProperty("transaction.state.log.min.isr", "1");
        kafka.afterPropertiesSet();
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database whole");
        migrate("whole");
        var store = sql("whole", "tracking");
        records.forEach(record -> insert(store, record));
        store.update("update head set position = ?", RECORDS);
        store.update("update relay set next_position = ?", RECORDS);
        var bridge = schema("whole", "bridge");
        var log = new LogStore(bridge);
        var checkpoints = new Checkpoints(bridge);
        var ledger = new LocalLedger(bridge, new SealingRules(logKey.key().name(), logKey.key()), ledgerKey);
        try (var sealer = new Sealer(bridge, log, checkpoints, logKey, ledger)) {
            int from = 0;
            for (int to : HEADS) {
                log.append(
                        from,
                        records.subList(from, to).stream().map(Premises::entry).toList());
                sealer.signAndSeal();
                from = to;
            }
        }
        wholeTopic = topic(records);
    }

    private void migrate(String database) {
        Map.of("tracking", STORE, "bridge", "classpath:db/ledger-bridge")
                .forEach((schema, location) -> Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", database))
                        .schemas(schema)
                        .locations(location)
                        .load()
                        .migrate());
    }

    static Hash entry(EventRecord record) {
        return EventRecord.entry(record.encode());
    }

    static void insert(JdbcTemplate store, EventRecord record) {
        store.update(
                "insert into record (position, id, subject, version, hash, content, bytes) values (?, ?, ?, ?, ?, ?, ?)",
                record.position(),
                record.id(),
                record.subject(),
                record.version(),
                entry(record).bytes(),
                new byte[32],
                record.encode());
    }

    /** A database of the test's own. No trigger of it keeps anybody from anything. */
    String copy() {
        String name = "copy" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name + " template whole");
        for (String table : List.of("tracking.record", "bridge.checkpoint", "bridge.local_seal")) {
            sql(name, "bridge").execute("alter table " + table + " disable trigger all");
        }
        return name;
    }

    void drop(String database) {
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("drop database " + database + " with (force)");
    }

    private DataSource schema(String database, String schema) {
        return postgres.getDatabase("postgres", database, Map.of("currentSchema", schema));
    }

    JdbcTemplate sql(String database, String schema) {
        return new JdbcTemplate(schema(database, schema));
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    String topic(List<EventRecord> wanted) {
        return messages(wanted.stream().map(this::message).toList());
    }

    /** A topic with exactly that in it. */
    String messages(List<ProducerRecord<String, byte[]>> messages) {
        String topic = "records-" + UUID.randomUUID();
        kafka.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
        var config = new HashMap<String, Object>();
        config.put("bootstrap.servers", kafka.getBrokersAsString());
        config.put("max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var answers = messages.stream()
                    .map(one -> producer.send(
                            new ProducerRecord<>(topic, one.partition(), one.key(), one.value(), one.headers())))
                    .toList();
            for (var answer : answers) answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return topic;
    }

    ProducerRecord<String, byte[]> message(EventRecord record) {
        return new ProducerRecord<>("", partition(record), record.subject().toString(), record.encode());
    }

    static int partition(EventRecord record) {
        return Math.floorMod(record.subject().hashCode(), PARTITIONS);
    }

    String brokers() {
        return kafka.getBrokersAsString();
    }

    void trust(Path file) throws IOException {
        var trust = new Trust(logKey.key().name(), logKey.key(), new Trust.Local(ledgerKey.key()), List.of());
        Files.write(file, trust.json().canonicalBytes());
    }

    /**
     * What a run said.
     *
     * @param summary the report's last line
     */
    record Said(int exit, List<Finding> findings, Json.Obj summary, String errors) {}

    Said audit(Path folder, String database, String topic, int every, Runnable kept, String... more) {
        try {
            Path trust = folder.resolve("trust.json");
            trust(trust);
            var words = new ArrayList<>(List.of(
                    "--store",
                    url(database),
                    "--bridge",
                    url(database),
                    "--kafka",
                    brokers(),
                    "--topic",
                    topic,
                    "--trust",
                    trust.toString(),
                    "--work",
                    folder.resolve("work").toString(),
                    "--json"));
            words.addAll(Arrays.asList(more));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int exit = new Audit(Map.of(), Instant::now, every, kept)
                    .run(
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            words.toArray(String[]::new));
            var lines = out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(Json::parse)
                    .toList();
            if (lines.isEmpty()) return new Said(exit, List.of(), Json.Obj.of(), err.toString(StandardCharsets.UTF_8));
            return new Said(
                    exit,
                    lines.subList(0, lines.size() - 1).stream()
                            .map(Finding::parse)
                            .toList(),
                    (Json.Obj) lines.getLast(),
                    err.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        kafka.destroy();
        postgres.close();
    }
}
