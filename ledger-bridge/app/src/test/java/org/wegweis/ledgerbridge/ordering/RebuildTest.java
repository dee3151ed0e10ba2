package org.wegweis.ledgerbridge.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

class RebuildTest {
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final int PARTITIONS = 4;
    private static final int SIGNED = 1_500;
    private static EmbeddedPostgres postgres;
    private static EmbeddedKafkaKraftBroker kafka;

    private final Chains chains = new Chains(7, 40);
    private final String topic = "records-" + UUID.randomUUID();
    /** What the store has, by position. */
    private final List<byte[]> stored = new ArrayList<>();

    private DataSource database;
    private LogStore log;
    private Book book;
    private Rebuild rebuild;
    private HttpServer trackingService;

    @BeforeAll
    static void start() {
        postgres = Databases.start();
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.afterPropertiesSet();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.destroy();
        postgres.close();
    }

    @BeforeEach
    void aSignedLogAndItsStore() throws IOException {
        database = Databases.fresh(postgres);
        log = new LogStore(database);
        book = new Book(database, log);
        var checkpoints = new Checkpoints(database);
        rebuild = new Rebuild(database, log, checkpoints);
        enter(SIGNED);
        var head = log.tree().head(SIGNED);
        checkpoints.add(SIGNED, Note.signed(new Checkpoint(LOG.key().name(), head).text(), LOG));
        enter(100);
        trackingService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trackingService.createContext("/api/records", exchange -> {
            try (exchange) {
                var asked = Pattern.compile("from=(\\d+)&most=(\\d+)")
                        .matcher(exchange.getRequestURI().getQuery());
                boolean understood = asked.matches()
                        && "Bearer operator".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                int from = understood ? Math.min(Integer.parseInt(asked.group(1)), stored.size()) : 0;
                int to = understood ? Math.min(from + Integer.parseInt(asked.group(2)), stored.size()) : 0;
                byte[] body = new Json.Arr(stored.subList(from, to).stream()
                                .<Json>map(bytes ->
                                        new Json.Text(Base64.getEncoder().encodeToString(bytes)))
                                .toList())
                        .canonicalBytes();
                exchange.sendResponseHeaders(understood ? 200 : 403, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        trackingService.start();
    }

    @AfterEach
    void close() {
        trackingService.stop(0);
    }

    @Test
    void from_the_store_come_the_same_bytes() throws Exception {
        var before = rows();
        assertThat(rebuild.from(Map.of("store", this::store))).isEqualTo(done("store", 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void from_the_topic_come_the_same_bytes() throws Exception {
        publish();
        var before = rows();
        assertThat(rebuild.from(Map.of("topic", this::topic))).isEqualTo(done("topic", 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_topic_that_no_longer_reaches_back_leaves_it_to_the_store() throws Exception {
        publish();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.getBrokersAsString()))) {
            admin.deleteRecords(IntStream.range(0, PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition),
                                    _ -> RecordsToDelete.beforeOffset(50))))
                    .all()
                    .get();
        }
        var before = rows();
        var sources = new LinkedHashMap<String, Supplier<Records>>();
        sources.put("topic", this::topic);
        sources.put("store", this::store);
        assertThat(rebuild.from(sources)).isEqualTo(done("store", 0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void damaged_and_lost_tiles_and_heads_are_made_good() throws Exception {
        var before = rows();
        var sql = new JdbcTemplate(database);
        sql.update("update tile set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where level = 0 and place = 2");
        sql.update("update tile set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where level = -1 and place = 3");
        sql.update("delete from tile where level = 1");
        sql.update("delete from subject_head where version = (select max(version) from subject_head)");
        assertThat(rebuild.from(Map.of("store", this::store))).isEqualTo(done("store", 3));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void one_changed_record_is_refused_and_named() throws Exception {
        var old = chains.records().stream()
                .filter(record -> record.position() > 300 && record.version() > 0)
                .findFirst()
                .orElseThrow();
        stored.set((int) old.position(), chains.instead(old).encode());
        assertRefused("position " + old.position() + " is not the one in the log");
    }

    /** No chain breaks here: only the signed head knows. */
    @Test
    void a_changed_record_that_no_other_names_is_refused_and_named() throws Exception {
        var last = chains.records().subList(0, SIGNED).stream()
                .filter(record -> chains.records().stream()
                        .noneMatch(other ->
                                other.subject().equals(record.subject()) && other.version() > record.version()))
                .findFirst()
                .orElseThrow();
        stored.set((int) last.position(), chains.instead(last).encode());
        assertRefused("position " + last.position() + " is not the one in the log; the records contradict the signed"
                + " head of " + SIGNED);
    }

    @Test
    void a_record_that_is_none_or_stands_elsewhere_is_refused_and_named() throws Exception {
        byte[] genuine = stored.get(70);
        stored.set(70, "{}".getBytes(UTF_8));
        assertRefused("not a record: partition 0, offset 70");
        stored.set(70, stored.get(71));
        assertRefused("position 71 where position 70 should be");
        stored.set(70, genuine);
        stored.subList(1200, stored.size()).clear();
        assertRefused("position 1200");
    }

    @Test
    void a_log_that_grows_meanwhile_is_rebuilt_to_its_new_end() throws Exception {
        var grown = new AtomicBoolean();
        var source = store();
        Records growing = new Records() {
            @Override
            public List<Arrival> from(long position, int most) throws InterruptedException {
                var arrivals = source.from(position, most);
                if (position + arrivals.size() == log.size() && grown.compareAndSet(false, true)) enter(300);
                return arrivals;
            }

            @Override
            public void close() {
                source.close();
            }
        };
        assertThat(rebuild.from(Map.of("store", () -> growing))).isEqualTo(done("store", 0));
        assertThat(log.size()).isEqualTo(SIGNED + 400);
        var expected = Chains.tiles(chains.records());
        expected.forEach((path, bytes) -> assertThat(log.read(path)).hasValue(bytes));
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        rebuild.from(Map.of("store", this::store));
        rebuild.from(Map.of("store", this::store));
        assertThat(new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from pg_class where relname = 'tile' and relkind = 'r'", Long.class))
                .isEqualTo(1);
    }

    private void assertRefused(String why) throws Exception {
        var before = rows();
        assertThat(rebuild.from(Map.of("store", this::store)))
                .isInstanceOfSatisfying(
                        Rebuild.Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains(why));
        assertThat(rows()).isEqualTo(before);
    }

    private Rebuild.Outcome done(String source, long tiles) {
        return new Rebuild.Outcome.Done(source, log.size(), tiles);
    }

    private void enter(int more) {
        var arrivals = new ArrayList<Arrival>();
        for (var record : chains.grow(more)) {
            stored.add(record.encode());
            arrivals.add(Arrival.of(0, record.position(), record.encode()));
        }
        book.enter(arrivals, Map.of(0, log.size()));
    }

    private Records store() {
        return new StoreRecords(
                URI.create("http://127.0.0.1:" + trackingService.getAddress().getPort()), "operator");
    }

    private Records topic() {
        return new TopicRecords(
                new Topic(topic, Map.of("bootstrap.servers", kafka.getBrokersAsString())),
                new OrderingSettings(topic, 100, 200, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private void publish() throws Exception {
        kafka.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
        // One request at a time: a new partition that refuses the first would let the second in before it
        // (KAFKA-15591).
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                kafka.getBrokersAsString(),
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (EventRecord record : chains.records()) {
                int partition = Math.floorMod(record.subject().hashCode(), PARTITIONS);
                sent.add(producer.send(
                        new ProducerRecord<>(topic, partition, record.subject().toString(), record.encode())));
            }
        }
        for (var one : sent) one.get();
    }

    /** Everything but the progress, which a rebuild does not touch. */
    private List<String> rows() {
        var sql = new JdbcTemplate(database);
        var rows = new ArrayList<String>();
        for (String query : List.of(
                "select level || ' ' || place || ' ' || width || ' ' || encode(bytes, 'hex') from tile"
                        + " order by level, place",
                "select subject || ' ' || version || ' ' || encode(hash, 'hex') from subject_head order by subject",
                "select size::text from log",
                "select note from checkpoint order by size",
                "select partition || ' ' || next_offset from progress order by partition")) {
            rows.addAll(sql.queryForList(query, String.class));
        }
        return rows;
    }
}
