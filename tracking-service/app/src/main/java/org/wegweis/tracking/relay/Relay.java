package org.wegweis.tracking.relay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.StoreProblem;
import org.wegweis.tracking.store.StoredRecord;

/**
 * Publishes records in the order of their positions. Each batch is one Kafka transaction, so that readers of committed
 * records never see a later record before an earlier one; the mark in the database moves after the commit, so a crash
 * between the two publishes a batch again. Of several nodes the one that holds the database's advisory lock relays, and
 * Kafka fences a relay that lost it.
 */
public final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    /** The bytes of "wegweisR", so that nobody else takes this lock by chance. */
    private static final long LOCK = 0x77656777_65697352L;

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final RecordStore store;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final RelaySettings settings;
    private final Semaphore appended = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * A relay that runs until it is closed.
     *
     * @param kafka the client's settings, at least its bootstrap servers
     */
    public Relay(RecordStore store, DataSource database, Map<String, Object> kafka, RelaySettings settings) {
        this.store = store;
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    /** Tells the relay that there is something to publish. */
    public void wake() {
        if (appended.availablePermits() == 0) appended.release();
    }

    /** How many records Kafka may not have yet. */
    public long behind() {
        try (Connection connection = database.getConnection()) {
            return store.size() - mark(connection);
        } catch (SQLException e) {
            throw new StoreProblem.Away(e);
        }
    }

    /** What keeps the relay from publishing, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try (Connection connection = database.getConnection()) {
                if (lock(connection)) {
                    try {
                        publish(connection);
                    } finally {
                        unlock(connection);
                    }
                } else {
                    pause(settings.pause()); // another node relays; should it die, its lock dies with its connection
                }
            } catch (InterruptedException | InterruptException e) {
                if (!closing) log.atWarn().log("nobody interrupts the relay; going on");
            } catch (SQLException | KafkaException | ExecutionException | StoreProblem e) {
                // Whatever it is, nothing is lost: the mark stands where it stood.
                if (trouble.isEmpty())
                    log.atWarn().addKeyValue("cause", e.toString()).log("relay interrupted");
                trouble = Optional.of(e.getClass().getSimpleName());
                pauseUnlessClosing();
            }
        }
    }

    private void publish(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        createTopic();
        var producer = producer();
        try {
            producer.initTransactions();
            long next = mark(connection);
            while (!closing) {
                var batch = store.from(next, settings.most());
                if (batch.isEmpty()) {
                    if (!connection.isValid(5)) throw new SQLException("the lock's connection is gone");
                    trouble = Optional.empty();
                    if (appended.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) appended.drainPermits();
                    continue;
                }
                producer.beginTransaction();
                for (var stored : batch) {
                    var _ = producer.send(message(stored)); // the commit reports what failed
                }
                producer.commitTransaction();
                next += batch.size();
                move(connection, next);
                // A transaction costs Kafka and every reader the same for one record as for a hundred.
                if (batch.size() < settings.most()) pause(settings.gather());
                if (trouble.isPresent()) {
                    trouble = Optional.empty();
                    log.atInfo().addKeyValue("position", next).log("relay goes on");
                }
            }
        } finally {
            producer.close(CLOSE); // without a limit it waits as long as Kafka is away
        }
    }

    private ProducerRecord<String, byte[]> message(StoredRecord stored) {
        var record = stored.parsed();
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", record.id().toString(),
                        "ce_type", record.type(),
                        "ce_source", "/wegweis/tracking-service",
                        "ce_subject", record.subject().toString(),
                        "ce_time", record.recordedAt().toString(),
                        "ce_position", Long.toString(record.position()),
                        "content-type", "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(settings.topic(), null, record.subject().toString(), stored.bytes(), headers);
    }

    private Producer<String, byte[]> producer() {
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topic() + ".relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private void createTopic() throws InterruptedException, ExecutionException {
        var config = new HashMap<>(kafka);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        try (Admin admin = Admin.create(config)) {
            // Records are kept until somebody decides otherwise: read models are rebuilt from here.
            var topic = new NewTopic(settings.topic(), settings.partitions(), settings.replicas())
                    .configs(Map.of("retention.ms", "-1", "cleanup.policy", "delete"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
    }

    private static long mark(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select next_position from relay");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void move(Connection connection, long next) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update relay set next_position = ? where next_position < ?")) {
            statement.setLong(1, next);
            statement.setLong(2, next);
            statement.executeUpdate();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)");
    }

    private static void unlock(Connection connection) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?)");
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        if (!closing) TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    private void pauseUnlessClosing() {
        try {
            pause(settings.pause());
        } catch (InterruptedException e) {
            // closing; the loop sees it
        }
    }
}
