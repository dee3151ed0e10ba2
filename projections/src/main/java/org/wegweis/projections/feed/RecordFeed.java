package org.wegweis.projections.feed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.statement.Stated;

/**
 * Reads the records and folds each in once: what a poll brought and how far the topic is read are written in one
 * transaction, and nothing is committed to Kafka. Of several nodes one reads, the one that holds the database's
 * advisory lock; it writes on the very connection that holds it, so that a lock that is lost writes nothing.
 *
 * <p>A record that cannot be read, or leaves a gap, stops its partition: it is never skipped. The other partitions go
 * on. A restart or a rebuild tries it again.
 */
public final class RecordFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RecordFeed.class);
    private static final String LOCK = "hashtextextended('wegweis record feed of ' || current_schema(), 0)";
    /**
     * The feed finds rows by their keys. A plan that was made while a table was empty would read it whole for as long as it is
     * kept, which took half of a rebuild's time.
     */
    private static final String BY_INDEX = "set enable_seqscan = off";
    /** Nothing of that partition is applied. */
    private static final long NOTHING = -1;

    private final DataSource database;
    private final Map<String, Object> kafka;
    private final FeedSettings settings;
    private final InstantSource clock;
    private final List<ReadModel> models;

    private final Map<TopicPartition, String> stopped = new ConcurrentHashMap<>();
    private volatile CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private volatile Optional<String> trouble = Optional.of("not started");
    private volatile boolean active;
    private volatile long behind;
    private volatile long position = -1;
    private Duration pause;

    /**
     * Reads once it is started.
     *
     * @param kafka the client's settings, at least its bootstrap servers
     */
    public RecordFeed(
            DataSource database,
            Map<String, Object> kafka,
            FeedSettings settings,
            InstantSource clock,
            List<ReadModel> models) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.models = models.stream()
                .sorted(Comparator.comparing(ReadModel::readsOthers))
                .toList();
        this.pause = settings.pause();
    }

    /** What keeps records from being read, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The partitions that stopped, and at what. */
    public Map<String, String> stopped() {
        return stopped.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> "partition " + entry.getKey().partition(),
                        Map.Entry::getValue,
                        (a, _) -> a,
                        TreeMap::new));
    }

    /** Whether this node reads; otherwise it stands by. */
    public boolean active() {
        return active;
    }

    /** How many places of the topic are still to be read, as last seen. */
    public long behind() {
        return behind;
    }

    /** The greatest position that was applied, or -1. */
    public long position() {
        return position;
    }

    @Override
    public synchronized void start() {
        closing = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("record-feed").start(this::run);
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        if (running == null) return;
        closing.countDown();
        var consumer = reading;
        if (consumer != null) consumer.wakeup();
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        active = false;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean closing() {
        return closing.getCount() == 0;
    }

    private void run() {
        while (!closing()) {
            try (Connection connection = database.getConnection()) {
                if (!lock(connection)) { // another node reads; should it die, its lock dies with its connection
                    trouble = Optional.empty();
                    waitFor(settings.pause());
                    continue;
                }
                try {
                    follow(connection);
                } finally {
                    active = false;
                    unlock(connection);
                }
            } catch (WakeupException e) {
                if (!closing()) log.atWarn().log("nobody wakes the record feed; going on");
            } catch (SQLException | DataAccessException e) {
                failed("PostgreSQL: " + e.getClass().getSimpleName(), e);
            } catch (KafkaException e) {
                failed("Kafka: " + e.getClass().getSimpleName(), e);
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("record feed failed");
                failed(e.getClass().getSimpleName(), e);
            }
        }
    }

    /** Whatever it is, nothing is lost: the offsets stand where the tables stand. */
    private void failed(String what, Exception e) {
        troubled(what, e.toString());
        waitFor(pause);
        pause = pause.multipliedBy(2).compareTo(settings.longestPause()) < 0
                ? pause.multipliedBy(2)
                : settings.longestPause();
    }

    private void troubled(String what, String cause) {
        if (trouble.isEmpty() && !closing())
            log.atWarn().addKeyValue("cause", cause).log("record feed interrupted");
        trouble = Optional.of(what);
    }

    private void fine() {
        if (trouble.isPresent()) log.atInfo().addKeyValue("position", position).log("record feed reads");
        trouble = Optional.empty();
        pause = settings.pause();
    }

    private void waitFor(Duration duration) {
        try {
            closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Gives the lock back before the connection goes to its pool; a connection that fails here takes its lock along. */
    private static void unlock(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("reset enable_seqscan");
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            log.atDebug().setCause(e).log("lock lost with its connection");
        }
    }

    private void follow(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var tables = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        tables.execute(BY_INDEX);
        connection.commit();
        active = true;
        stopped.clear();
        // What was polled is read while what came before it is written: two fifths of the feed's own time.
        try (var consumer = consumer();
                var writer = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("record-feed-writer").factory())) {
            reading = consumer;
            // Where each partition is read next, as the database says.
            Map<TopicPartition, Long> next = new HashMap<>();
            Future<Applied> writing = CompletableFuture.completedFuture(Applied.NOTHING);
            while (!closing()) {
                if (!assigned(consumer)) continue;
                var reads = next.isEmpty()
                        ? new HashMap<TopicPartition, List<Read>>()
                        : read(consumer.poll(settings.poll()));
                var applied = result(writing);
                writing = CompletableFuture.completedFuture(Applied.NOTHING);
                next.putAll(applied.offsets());
                applied.stops().forEach((partition, read) -> {
                    stop(consumer, partition, read);
                    reads.remove(partition);
                });
                var consumed = consumed(tables, consumer.assignment());
                if (!consumed.equals(next)) { // first time, or the tables were emptied: what was polled is of no use
                    connection.commit();
                    seek(consumer, consumed);
                    next = consumed;
                    position = RecordTable.position(tables);
                    connection.commit();
                } else if (reads.isEmpty()) {
                    connection.commit();
                    idle(consumer, tables, next);
                    connection.commit();
                } else {
                    long left = consumer.assignment().stream()
                            .mapToLong(
                                    partition -> consumer.currentLag(partition).orElse(0))
                            .sum();
                    writing = writer.submit(() -> {
                        var written = apply(tables, reads);
                        connection.commit();
                        position = written.position();
                        behind = left;
                        fine();
                        return written;
                    });
                }
            }
        } finally {
            reading = null;
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.most());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes every partition there is, new ones too. */
    private boolean assigned(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> all;
        try {
            var partitions = consumer.partitionsFor(settings.topic(), settings.answer());
            all = partitions == null
                    ? Set.of()
                    : partitions.stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .collect(Collectors.toSet());
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            if (!consumer.assignment().isEmpty()) return true;
            troubled("Kafka: " + e.getClass().getSimpleName(), e.toString());
            waitFor(settings.pause());
            return false;
        }
        if (all.isEmpty() && consumer.assignment().isEmpty()) {
            troubled("Kafka: there is no topic " + settings.topic(), "no topic");
            waitFor(settings.pause());
            return false;
        }
        if (!consumer.assignment().containsAll(all)) consumer.assign(all);
        return true;
    }

    private Map<TopicPartition, Long> consumedRows(JdbcOperations tables) {
        var consumed = new HashMap<TopicPartition, Long>();
        tables.query(
                "select partition, next_offset from consumed where topic = ?",
                row -> {
                    consumed.put(new TopicPartition(settings.topic(), row.getInt(1)), row.getLong(2));
                },
                settings.topic());
        return consumed;
    }

    private Map<TopicPartition, Long> consumed(JdbcOperations tables, Set<TopicPartition> partitions) {
        var rows = consumedRows(tables);
        var consumed = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) consumed.put(partition, rows.getOrDefault(partition, NOTHING));
        return consumed;
    }

    private void seek(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> next) {
        stopped.clear();
        consumer.resume(consumer.paused());
        next.forEach((partition, offset) -> {
            if (offset == NOTHING) consumer.seekToBeginning(List.of(partition));
            else consumer.seek(partition, offset);
        });
    }

    private void idle(Consumer<byte[], byte[]> consumer, JdbcOperations tables, Map<TopicPartition, Long> next) {
        try {
            long left = 0;
            var ends = consumer.endOffsets(consumer.assignment(), settings.answer());
            for (var end : ends.entrySet()) {
                left += end.getValue() - consumer.position(end.getKey(), settings.answer());
            }
            behind = left;
            fine();
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            troubled("Kafka does not answer", e.toString());
            return;
        }
        // Reading the offsets again keeps a rebuild out until the commit: it is not over before it began.
        if (behind == 0 && consumed(tables, consumer.assignment()).equals(next)) {
            tables.update(
                    "update rebuild set finished_at = ? where finished_at is null",
                    clock.instant().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * What came of a batch.
     *
     * @param offsets where the partitions that it had records of are read next
     * @param position the greatest that is applied now
     * @param stops the record at which a partition stopped
     */
    private record Applied(Map<TopicPartition, Long> offsets, long position, Map<TopicPartition, Read> stops) {
        static final Applied NOTHING = new Applied(Map.of(), -1, Map.of());
    }

    /** Waits for it; its exception is the caller's. */
    private static Applied result(Future<Applied> writing) throws SQLException {
        try {
            return writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) throw cause;
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A record with what it says, or why it cannot be read. */
    private record Read(
            ConsumerRecord<byte[], byte[]> from,
            @Nullable EventRecord record,
            @Nullable Stated event,
            String why) {

        static Read of(ConsumerRecord<byte[], byte[]> from) {
            byte @Nullable [] bytes = from.value();
            if (bytes == null) return new Read(from, null, null, "it is empty");
            try {
                var record = EventRecord.parse(bytes);
                return new Read(from, record, Events.event(record), "");
            } catch (WrongField e) {
                return new Read(from, null, null, "it cannot be read at " + e.pointer());
            } catch (IllegalArgumentException e) {
                return new Read(from, null, null, "its bytes are no record");
            }
        }
    }

    private static Map<TopicPartition, List<Read>> read(ConsumerRecords<byte[], byte[]> polled) {
        var reads = new HashMap<TopicPartition, List<Read>>();
        for (var from : polled) {
            reads.computeIfAbsent(new TopicPartition(from.topic(), from.partition()), _ -> new ArrayList<>())
                    .add(Read.of(from));
        }
        return reads;
    }

    private Applied apply(JdbcOperations tables, Map<TopicPartition, List<Read>> reads) {
        var subjects = reads.values().stream()
                .flatMap(List::stream)
                .flatMap(read -> Optional.ofNullable(read.record()).stream())
                .map(EventRecord::subject)
                .collect(Collectors.toSet());
        var batch = new RecordTable(tables, subjects);
        long reached = position;
        var offsets = new HashMap<TopicPartition, Long>();
        var stops = new HashMap<TopicPartition, Read>();
        for (var partition : reads.entrySet()) {
            for (var read : partition.getValue()) {
                var why = fold(batch, read);
                if (why.isPresent()) {
                    stops.put(partition.getKey(), new Read(read.from(), null, null, why.get()));
                    break;
                }
                offsets.put(partition.getKey(), read.from().offset() + 1);
                if (read.record() != null)
                    reached = Math.max(reached, read.record().position());
            }
        }
        var taken = batch.write();
        if (!taken.isEmpty()) for (var model : models) model.apply(tables, taken);
        tables.batchUpdate(
                "insert into consumed (topic, partition, next_offset) values (?, ?, ?)"
                        + " on conflict (topic, partition) do update set next_offset = excluded.next_offset",
                offsets.entrySet().stream()
                        .map(offset -> new Object[] {
                            offset.getKey().topic(), offset.getKey().partition(), offset.getValue()
                        })
                        .toList());
        return new Applied(offsets, reached, stops);
    }

    private static Optional<String> fold(RecordTable batch, Read read) {
        var record = read.record();
        var event = read.event();
        if (record == null || event == null) return Optional.of(read.why());
        return batch.add(record, event, EventRecord.entry(read.from().value()));
    }

    private void stop(Consumer<byte[], byte[]> consumer, TopicPartition partition, Read read) {
        consumer.seek(partition, read.from().offset());
        consumer.pause(List.of(partition));
        stopped.put(
                partition,
                "offset " + read.from().offset() + ", position " + position(read.from()) + ": " + read.why());
        log.atError()
                .addKeyValue("partition", partition.partition())
                .addKeyValue("offset", read.from().offset())
                .addKeyValue("position", position(read.from()))
                .addKeyValue("why", read.why())
                .log("partition stopped");
    }

    /** The position that the message claims, if it is one. */
    private static String position(ConsumerRecord<byte[], byte[]> from) {
        var header = from.headers().lastHeader("ce_position");
        var text = header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        return text.matches("[0-9]{1,19}") ? text : "unknown";
    }
}
