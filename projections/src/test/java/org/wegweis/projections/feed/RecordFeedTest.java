package org.wegweis.projections.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wegweis.projections.Surroundings.partition;
import static org.wegweis.projections.Ways.GREEN_HILL;
import static org.wegweis.projections.Ways.GREEN_HILL_YARD;
import static org.wegweis.projections.Ways.NORTH_PLANT;
import static org.wegweis.projections.Ways.OLD_HARBOUR_QUAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.Surroundings;
import org.wegweis.projections.Ways;
import org.wegweis.projections.outage.OutageTables;
import org.wegweis.projections.register.RegisterTables;
import org.wegweis.projections.register.TransferNoteTables;
import org.wegweis.projections.route.RouteTables;

class RecordFeedTest {
    private static Surroundings surroundings;

    private final String topic = "records-" + UUID.randomUUID();
    private final Ways ways = new Ways(7);
    private final List<RecordFeed> feeds = new ArrayList<>();
    private DataSource database;
    private JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
    }

    @AfterAll
    static void end() throws Exception {
        surroundings.close();
    }

    @BeforeEach
    void fresh() {
        database = surroundings.freshDatabase();
        jdbc = new JdbcTemplate(database);
    }

    private static final List<ReadModel> MODELS =
            List.of(new RouteTables(), new OutageTables(), new RegisterTables(), new TransferNoteTables());

    @AfterEach
    void stop() {
        feeds.forEach(RecordFeed::stop);
    }

    @Test
    void every_event_moves_the_consignment_to_where_it_stands() {
        surroundings.createTopic(topic);
        var opened = ways.open(GREEN_HILL_YARD, "170503");
        var onTheRoad = ways.open(GREEN_HILL_YARD, "170503");
        ways.pickUp(onTheRoad);
        ways.handOver(onTheRoad);
        var atThePlant = ways.open(GREEN_HILL_YARD, "170503");
        ways.pickUp(atThePlant);
        ways.deliver(atThePlant, Ways.SWIFT_HAUL);
        var accepted = ways.whole(GREEN_HILL_YARD, "170503");
        var partly = ways.open(GREEN_HILL_YARD, "170503");
        ways.pickUp(partly);
        ways.deliver(partly, Ways.SWIFT_HAUL);
        ways.acceptInPart(partly);
        var rejected = ways.open(GREEN_HILL_YARD, "170503");
        ways.pickUp(rejected);
        ways.deliver(rejected, Ways.SWIFT_HAUL);
        ways.reject(rejected);
        var cancelled = ways.open(GREEN_HILL_YARD, "170503");
        ways.cancel(cancelled, GREEN_HILL);
        publishAll();
        feed();
        untilApplied();
        assertThat(standing(opened)).isEqualTo("opened " + GREEN_HILL + " - -");
        assertThat(standing(onTheRoad)).isEqualTo("on-the-road " + Ways.NIGHT_HAUL + " - -");
        assertThat(standing(atThePlant)).isEqualTo("at-the-plant " + Ways.SWIFT_HAUL + " - -");
        assertThat(standing(accepted)).isEqualTo("accepted " + NORTH_PLANT + " 11850000 -");
        assertThat(standing(partly)).isEqualTo("partly-accepted " + NORTH_PLANT + " 9000000 2900000");
        assertThat(standing(rejected)).isEqualTo("rejected " + Ways.SWIFT_HAUL + " - -");
        assertThat(standing(cancelled)).isEqualTo("cancelled - - -");
        assertThat(jdbc.queryForList("select entry from record order by position", String.class))
                .isEqualTo(ways.records().stream()
                        .map(record -> EventRecord.entry(record.encode()).hex())
                        .toList());
    }

    @Test
    void a_correction_changes_what_stands_and_keeps_what_was_stated() {
        surroundings.createTopic(topic);
        var consignment = ways.open(GREEN_HILL_YARD, "170503");
        var opening = ways.latest(consignment);
        publishAll();
        feed();
        untilApplied(); // so that the corrected step is found in its table, not in the batch
        ways.correct(
                consignment,
                GREEN_HILL,
                opening.id(),
                new Correction(
                        Optional.of(new WasteCode("170504", false)),
                        Optional.of(new Mass(5_000)),
                        Optional.of(new NoteNumber("11681570210293-4"))));
        ways.pickUp(consignment);
        ways.deliver(consignment, Ways.SWIFT_HAUL);
        ways.accept(consignment);
        ways.correct(
                consignment,
                NORTH_PLANT,
                ways.latest(consignment).id(),
                new Correction(Optional.empty(), Optional.of(new Mass(4_900)), Optional.empty()));
        var proposed = ways.latest(consignment).id();
        surroundings.publish(topic, ways.from(1));
        untilApplied();
        assertThat(jdbc.queryForObject("select accepted_grams from consignment", Long.class))
                .as("while not everybody has agreed")
                .isEqualTo(11_850_000);
        int before = ways.records().size();
        ways.agree(consignment, GREEN_HILL, proposed);
        ways.agree(consignment, Ways.SWIFT_HAUL, proposed);
        surroundings.publish(topic, ways.from(before));
        untilApplied();
        assertThat(jdbc.queryForMap("select waste_code, hazardous, declared_grams, accepted_grams, note_number,"
                        + " certificate from consignment"))
                .containsEntry("waste_code", "170504")
                .containsEntry("hazardous", false)
                .containsEntry("declared_grams", 5_000L)
                .containsEntry("accepted_grams", 4_900L)
                .containsEntry("note_number", "11681570210293-4");
        assertThat(jdbc.queryForObject("select data ->> 'declaredGrams' from record where version = 0", String.class))
                .isEqualTo("12000000");
    }

    @Test
    void a_record_that_comes_again_changes_nothing() {
        surroundings.createTopic(topic);
        ways.whole(GREEN_HILL_YARD, "170503");
        ways.whole(OLD_HARBOUR_QUAY, "200101");
        publishAll();
        feed();
        untilApplied();
        var once = Surroundings.tables(database);
        publishAll();
        until(() -> offsets() == 2L * ways.records().size());
        assertThat(Surroundings.tables(database)).isEqualTo(once);
        assertThat(feeds.getFirst().stopped()).isEmpty();
    }

    @Test
    void what_was_read_and_how_far_are_one_transaction() {
        surroundings.createTopic(topic);
        ways.whole(GREEN_HILL_YARD, "170503");
        publishAll();
        jdbc.execute("alter table consumed add constraint broken check (next_offset < 0)");
        var feed = feed();
        until(() -> feed.trouble().filter(what -> what.startsWith("PostgreSQL")).isPresent());
        assertThat(Surroundings.tables(database)).isEmpty();
        jdbc.execute("alter table consumed drop constraint broken");
        untilApplied();
        until(() -> feed.trouble().isEmpty());
    }

    @Test
    void after_a_stop_it_goes_on_where_it_was() {
        surroundings.createTopic(topic);
        for (int i = 0; i < 30; i++) ways.whole(GREEN_HILL_YARD, "170503");
        int half = ways.records().size() / 2;
        surroundings.publish(topic, ways.records().subList(0, half));
        var first = feed();
        until(() -> steps() == half);
        first.stop();
        surroundings.publish(topic, ways.from(half));
        feed();
        untilApplied();
        assertThat(offsets()).isEqualTo(ways.records().size());
    }

    @Test
    void a_database_that_cuts_every_connection_is_waited_for() {
        surroundings.createTopic(topic);
        var feed = feed();
        until(feed::active);
        for (int round = 0; round < 3; round++) {
            int before = ways.records().size();
            ways.whole(GREEN_HILL_YARD, "170503");
            jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = current_database()");
            surroundings.publish(topic, ways.from(before));
            untilApplied();
        }
        until(() -> feed.trouble().isEmpty());
    }

    @Test
    void a_gap_stops_its_partition_and_no_other() {
        surroundings.createTopic(topic);
        var torn = ways.whole(GREEN_HILL_YARD, "170503");
        var others = new ArrayList<UUID>();
        while (others.isEmpty()) {
            var other = ways.whole(GREEN_HILL_YARD, "170503");
            if (partition(ways.latest(other)) != partition(ways.latest(torn))) others.add(other);
        }
        var records = ways.records().stream()
                .filter(record -> record.subject().equals(torn) || others.contains(record.subject()))
                .filter(record -> !record.subject().equals(torn) || record.version() != 2)
                .toList();
        surroundings.publish(topic, records);
        var feed = feed();
        until(() -> !feed.stopped().isEmpty() && steps() == 7);
        assertThat(feed.stopped())
                .isEqualTo(Map.of(
                        "partition " + partition(ways.latest(torn)),
                        "offset 2, position 3: version 3 where 2 comes next"));
        assertThat(version(torn)).isEqualTo(1);
        assertThat(version(others.getFirst())).isEqualTo(4);

        // Not even a restart skips it, and what comes behind it waits.
        feed.stop();
        var next = feed();
        until(() -> !next.stopped().isEmpty());
        assertThat(version(torn)).isEqualTo(1);
    }

    @Test
    void what_was_read_meanwhile_behind_a_gap_is_dropped() {
        surroundings.createTopic(topic);
        var torn = ways.whole(GREEN_HILL_YARD, "170503");
        int partition = partition(ways.latest(torn));
        int behind = 0;
        while (behind < 20) { // more than two polls bring
            if (partition(ways.latest(ways.open(GREEN_HILL_YARD, "170503"))) == partition) behind++;
        }
        surroundings.publish(
                topic,
                ways.records().stream()
                        .filter(record -> partition(record) == partition)
                        .filter(record -> !record.subject().equals(torn) || record.version() != 2)
                        .toList());
        var feed = feed();
        until(() -> !feed.stopped().isEmpty());
        int before = ways.records().size();
        UUID elsewhere;
        do elsewhere = ways.whole(GREEN_HILL_YARD, "170503");
        while (partition(ways.latest(elsewhere)) == partition);
        surroundings.publish(
                topic,
                ways.from(before).stream()
                        .filter(record -> partition(record) != partition)
                        .toList());
        var last = elsewhere;
        until(() -> version(last) == 4);
        assertThat(number("select count(*) from record where subject <> '" + torn + "' and position < " + before))
                .isZero();
    }

    @Test
    void what_is_no_record_stops_its_partition() {
        surroundings.createTopic(topic);
        surroundings.publish(topic, 2, "{}".getBytes(StandardCharsets.UTF_8), 41);
        var feed = feed();
        until(() -> !feed.stopped().isEmpty());
        assertThat(feed.stopped().get("partition 2")).startsWith("offset 0, position 41: ");
        assertThat(offsets()).isZero();
    }

    @Test
    void one_node_reads_and_the_other_stands_by() {
        surroundings.createTopic(topic);
        var first = feed();
        until(first::active);
        var second = feed();
        until(() -> second.trouble().isEmpty());
        assertThat(second.active()).isFalse();
        first.stop();
        until(second::active);
        ways.whole(GREEN_HILL_YARD, "170503");
        publishAll();
        untilApplied();
    }

    @Test
    void a_topic_that_is_not_there_yet_is_waited_for() {
        var feed = feed();
        until(() -> feed.trouble().filter(what -> what.startsWith("Kafka")).isPresent());
        surroundings.createTopic(topic);
        ways.whole(GREEN_HILL_YARD, "170503");
        publishAll();
        untilApplied();
        until(() -> feed.trouble().isEmpty());
    }

    @Test
    void kafka_that_does_not_answer_is_said() {
        var feed = feed("127.0.0.1:1");
        until(() -> feed.trouble().filter(what -> what.startsWith("Kafka")).isPresent());
    }

    @Test
    void what_a_relay_took_back_is_not_read() {
        surroundings.createTopic(topic);
        ways.whole(GREEN_HILL_YARD, "170503");
        try (var producer = surroundings.producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(Surroundings.message(topic, 0, new byte[] {'{', '}'}, 0));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            for (var record : ways.records()) {
                var _ = producer.send(
                        Surroundings.message(topic, partition(record), record.encode(), record.position()));
            }
            producer.commitTransaction();
        }
        var feed = feed();
        untilApplied();
        until(() -> feed.behind() == 0);
        assertThat(feed.stopped()).isEmpty();
    }

    @Test
    void rebuilt_tables_equal_the_old_ones() {
        surroundings.createTopic(topic);
        for (int i = 0; i < 20; i++) ways.whole(i % 2 == 0 ? GREEN_HILL_YARD : OLD_HARBOUR_QUAY, "170503");
        publishAll();
        feed();
        untilApplied();
        var before = Surroundings.tables(database);
        var rebuild = new Rebuild(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), InstantSource.system(), MODELS);
        // What a fault has left behind goes, too.
        jdbc.update("update consignment set declared_grams = 1");
        jdbc.update("delete from record where version = 2");
        rebuild.request();
        until(() -> rebuild.underWay().isEmpty());
        assertThat(Surroundings.tables(database)).isEqualTo(before);
    }

    private RecordFeed feed() {
        return feed(surroundings.servers());
    }

    private RecordFeed feed(String servers) {
        var settings = new FeedSettings(
                topic, Duration.ofMillis(100), 7, Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(200));
        var feed = new RecordFeed(
                database, Map.of("bootstrap.servers", servers), settings, InstantSource.system(), MODELS);
        feeds.add(feed);
        feed.start();
        return feed;
    }

    private void publishAll() {
        surroundings.publish(topic, ways.records());
    }

    private void untilApplied() {
        until(() -> steps() == ways.records().size());
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(holds);
    }

    private long steps() {
        return number("select count(*) from record");
    }

    private long offsets() {
        return number("select coalesce(sum(next_offset), 0) from consumed");
    }

    private long version(UUID consignment) {
        return number("select max(version) from record where subject = '" + consignment + "'");
    }

    private long number(String sql) {
        var number = jdbc.queryForObject(sql, Long.class);
        return number == null ? -1 : number;
    }

    private String standing(UUID consignment) {
        return jdbc.queryForList(
                        "select concat_ws(' ', state, coalesce(holder::text, '-'), coalesce(accepted_grams::text, '-'),"
                                + " coalesce(rejected_grams::text, '-')) from consignment where id = ?",
                        String.class,
                        consignment)
                .getFirst();
    }
}
