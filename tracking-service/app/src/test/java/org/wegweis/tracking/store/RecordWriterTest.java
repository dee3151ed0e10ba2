package org.wegweis.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Draft;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

class RecordWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor GREEN_HILL = new Actor(
            OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01"), Actor.Role.DISPATCHER, Optional.empty());
    private static EmbeddedPostgres postgres;

    private final Random random = new Random(7);
    private DataSource database;
    private RecordStore store;
    private RecordWriter writer;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
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
        writer = writer();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private RecordWriter writer() {
        return new RecordWriter(database, InstantSource.fixed(NOON), Duration.ofSeconds(10), () -> {});
    }

    @Test
    void a_record_is_what_was_appended_in_its_place() {
        var subject = id();
        var opened = event(subject, 0);
        var picked = event(subject, 1);
        writer.append(List.of(opened));
        writer.append(List.of(picked));

        var records = parsed(store.of(subject, 0));
        assertThat(records).extracting(EventRecord::position).containsExactly(0L, 1L);
        assertThat(records).extracting(EventRecord::id).containsExactly(opened.id(), picked.id());
        assertThat(records.get(0).previous()).isEmpty();
        assertThat(records.get(1).previous())
                .contains(Hash.sha256(store.of(subject, 0).get(0).bytes()));
        assertThat(records.get(1).recordedAt()).isEqualTo(NOON);
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void no_more_of_a_subject_is_read_than_asked_for() {
        var subject = id();
        for (long version = 0; version < 3; version++) writer.append(List.of(event(subject, version)));
        assertThat(parsed(store.of(subject, 0, 2)))
                .extracting(EventRecord::version)
                .containsExactly(0L, 1L);
        assertThat(parsed(store.of(subject, 1, 5)))
                .extracting(EventRecord::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void concurrent_callers_leave_no_gap_and_no_broken_chain() throws Exception {
        var subjects = IntStream.range(0, 64).mapToObj(_ -> id()).toList();
        inParallel(subjects, subject -> {
            for (long version = 0; version < 25; version++) writer.append(List.of(event(subject, version)));
        });

        var all = parsed(store.from(0, 10_000));
        assertThat(all).extracting(EventRecord::position).containsExactlyElementsOf(positions(64 * 25));
        assertChainsHold(store.from(0, 10_000));
    }

    @Test
    void two_nodes_on_one_database_keep_one_order() throws Exception {
        try (var other = writer()) {
            var subjects = IntStream.range(0, 32).mapToObj(_ -> id()).toList();
            inParallel(subjects, subject -> {
                var node = subjects.indexOf(subject) % 2 == 0 ? writer : other;
                for (long version = 0; version < 20; version++) node.append(List.of(event(subject, version)));
            });
        }
        assertThat(parsed(store.from(0, 10_000)))
                .extracting(EventRecord::position)
                .containsExactlyElementsOf(positions(32 * 20));
        assertChainsHold(store.from(0, 10_000));
    }

    @Test
    void a_version_is_given_once_also_across_nodes() {
        var subject = id();
        writer.append(List.of(event(subject, 0)));
        try (var other = writer()) {
            other.append(List.of(event(subject, 1)));
        }
        assertThatThrownBy(() -> writer.append(List.of(event(subject, 1))))
                .isInstanceOf(StoreProblem.VersionTaken.class);
        assertThatThrownBy(() -> writer.append(List.of(event(subject, 3))))
                .isInstanceOf(StoreProblem.VersionTaken.class);
        writer.append(List.of(event(subject, 2)));
        assertThat(store.size()).isEqualTo(3);
    }

    @Test
    void an_id_is_taken_once_and_only_the_culprit_of_a_group_is_refused() throws Exception {
        var taken = event(id(), 0);
        writer.append(List.of(taken));
        var subjects = IntStream.range(0, 40).mapToObj(_ -> id()).toList();
        var refused = new ArrayList<UUID>();
        inParallel(subjects, subject -> {
            boolean culprit = subjects.indexOf(subject) % 10 == 0;
            try {
                writer.append(List.of(culprit ? event(taken.id(), subject, 0, Map.of()) : event(subject, 0)));
            } catch (StoreProblem.IdTaken e) {
                synchronized (refused) {
                    refused.add(subject);
                }
            }
        });
        assertThat(refused)
                .containsExactlyInAnyOrder(subjects.get(0), subjects.get(10), subjects.get(20), subjects.get(30));
        assertThat(store.size()).isEqualTo(37);
    }

    @Test
    void a_subject_is_begun_once_and_only_the_culprits_of_a_group_are_refused() throws Exception {
        var begun = id();
        writer.append(List.of(event(begun, 0)));
        writer.close();
        writer = writer(); // it remembers no subject
        var subjects = IntStream.range(0, 40).mapToObj(_ -> id()).toList();
        var refused = new ArrayList<UUID>();
        inParallel(subjects, subject -> {
            boolean culprit = subjects.indexOf(subject) % 10 == 0;
            try {
                writer.append(List.of(event(culprit ? begun : subject, 0)));
            } catch (StoreProblem.VersionTaken e) {
                synchronized (refused) {
                    refused.add(subject);
                }
            }
        });
        assertThat(refused)
                .containsExactlyInAnyOrder(subjects.get(0), subjects.get(10), subjects.get(20), subjects.get(30));
        assertThat(store.size()).isEqualTo(37);
    }

    @Test
    void several_events_of_one_append_come_together_or_not_at_all() {
        var subject = id();
        var twice = event(id(), 0);
        writer.append(List.of(twice));
        assertThatThrownBy(() -> writer.append(List.of(event(subject, 0), event(twice.id(), subject, 1, Map.of()))))
                .isInstanceOf(StoreProblem.IdTaken.class);
        assertThat(store.of(subject, 0)).isEmpty();
    }

    @Test
    void a_repetition_is_told_from_another_submission_under_the_same_id() {
        var event = event(id(), 0);
        writer.append(List.of(event));
        var stored = store.find(event.id()).orElseThrow();
        assertThat(stored.sameContent(submitted(event.id()))).isTrue();
        assertThat(stored.sameContent("something else".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void personal_values_lie_in_the_vault_and_not_in_the_record() {
        var plate = new Commitment("B-XY 123", Hash.sha256(new byte[] {1}));
        var event = event(id(), id(), 0, Map.of("plate", plate));
        writer.append(List.of(event));
        assertThat(store.vault(event.subject())).isEqualTo(Map.of(event.id(), Map.of("plate", plate)));
        assertThat(store.withPlate("bxy123", 10)).containsExactly(new RecordStore.Named(event.subject(), event.id()));
        assertThat(new String(store.find(event.id()).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .doesNotContain("XY");
    }

    @Test
    void what_the_database_cannot_hold_is_refused_at_once_and_alone() throws Exception {
        var nul = new Commitment("a\0b", Hash.sha256(new byte[] {1}));
        var subjects = IntStream.range(0, 20).mapToObj(_ -> id()).toList();
        inParallel(subjects, subject -> {
            if (subjects.indexOf(subject) > 0) {
                writer.append(List.of(event(subject, 0)));
            } else {
                assertThatThrownBy(() -> writer.append(List.of(event(id(), subject, 0, Map.of("plate", nul)))))
                        .hasRootCauseInstanceOf(SQLException.class);
            }
        });
        assertThat(store.size()).isEqualTo(19);
    }

    @Test
    void a_record_is_never_changed() {
        writer.append(List.of(event(id(), 0)));
        for (String sql : List.of("update record set version = 7", "delete from record", "truncate record cascade")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("records are never changed");
        }
    }

    @Test
    void an_append_waits_for_a_database_whose_connections_broke() throws Exception {
        writer.append(List.of(event(id(), 0)));
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client backend'");
        writer.append(List.of(event(id(), 0)));
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void a_database_that_forgets_what_it_acknowledged_is_refused() {
        store.requireDurability();
        var careless = new PGSimpleDataSource();
        careless.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        careless.setOptions("-c synchronous_commit=off");
        assertThatThrownBy(new RecordStore(careless)::requireDurability)
                .hasMessageContaining("synchronous_commit = off");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertChainsHold(List<StoredRecord> all) {
        var heads = new HashMap<UUID, Hash>();
        var versions = new HashMap<UUID, Long>();
        for (var stored : all) {
            var record = stored.parsed();
            assertThat(record.version()).isEqualTo(versions.merge(record.subject(), 0L, (a, _) -> a + 1));
            assertThat(record.previous())
                    .isEqualTo(Optional.ofNullable(heads.put(record.subject(), Hash.sha256(stored.bytes()))));
        }
    }

    private static List<Long> positions(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private static List<EventRecord> parsed(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::parsed).toList();
    }

    private interface Work {
        void on(UUID subject);
    }

    private static void inParallel(List<UUID> subjects, Work work) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (var subject : subjects) {
                tasks.add(() -> {
                    work.on(subject);
                    return true;
                });
            }
            for (var done : callers.invokeAll(tasks)) done.get();
        }
    }

    private UUID id() {
        return Uuid7.next(InstantSource.fixed(NOON), random);
    }

    private Unplaced event(UUID subject, long version) {
        return event(id(), subject, version, Map.of());
    }

    private synchronized Unplaced event(UUID id, UUID subject, long version, Map<String, Commitment> vault) {
        byte[] salt = new byte[Hash.LENGTH];
        random.nextBytes(salt);
        var draft = new Draft(
                id,
                "consignment.delivered.v1",
                subject,
                version,
                NOON,
                GREEN_HILL,
                Optional.empty(),
                Hash.of(salt),
                Json.Obj.of());
        return Unplaced.of(draft, vault, submitted(id));
    }

    private static byte[] submitted(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }
}
