package org.wegweis.ledgerbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.log.LogStore;

class AuditTest {
    private static Premises premises;

    @TempDir
    Path folder;

    private String database;
    private String topic;
    private JdbcTemplate store;
    private JdbcTemplate bridge;

    @BeforeAll
    static void start() {
        premises = new Premises();
    }

    @AfterAll
    static void stop() throws IOException {
        premises.close();
    }

    @BeforeEach
    void copy() {
        database = premises.copy();
        store = premises.sql(database, "tracking");
        bridge = premises.sql(database, "bridge");
        topic = premises.wholeTopic;
    }

    @AfterEach
    void drop() {
        premises.drop(database);
    }

    @Test
    void where_nothing_was_done_nothing_is_found() {
        var said = audit();
        assertThat(said.findings()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.summary().members().get("vouched")).isEqualTo(Json.Num.of(Premises.RECORDS));
    }

    @Test
    void a_run_is_recorded_and_its_record_is_not_changed() throws IOException {
        change(17);
        audit();
        var run = bridge.queryForMap("select * from audit_run join audit_report on run = id");
        assertThat(run.get("findings")).isEqualTo(1L);
        assertThat(run.get("places")).isEqualTo(700L);
        assertThat(run.get("head_size")).isEqualTo(700L);
        assertThat(run.get("trust")).isEqualTo("file");
        Path report = folder.resolve("work").resolve("report-" + run.get("id") + ".jsonl");
        assertThat(Hash.sha256(Files.readAllBytes(report)).bytes()).isEqualTo(run.get("report"));
        assertThatThrownBy(() -> bridge.update("delete from audit_report")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> bridge.update("update audit_run set places = 1"))
                .hasMessageContaining("append-only");
    }

    @Nested
    class In_the_store {
        @Test
        void a_changed_record_is_named_with_the_field_and_what_it_was() {
            change(17);
            assertFound("store changed 17 should be " + entry(17) + " at /type from signed-log");
            var finding = audit().findings().getFirst();
            assertThat(finding.text("subject")).contains(record(17).subject().toString());
            assertThat(finding.number("version")).contains(record(17).version());
        }

        @Test
        void values_are_shown_only_when_asked_for() {
            change(17);
            assertThat(audit().findings().getFirst().json().canonical()).doesNotContain("picked-up");
            assertThat(audit("--show").findings().getFirst().line())
                    .contains("/type: \"consignment.handed-over.v1\" -> \"consignment.picked-up.v1\"");
        }

        @Test
        void a_change_that_fits_the_hash_beside_it_is_found_as_well() {
            change(17);
            store.update(
                    "update record set hash = ? where position = 17",
                    Hash.sha256(changed(17)).bytes());
            assertFound("store changed 17 should be " + entry(17) + " at /type from signed-log");
        }

        @Test
        void what_is_only_spelt_differently_is_changed_too() {
            byte[] spaced = ("{ " + text(record(3).encode()).substring(1)).getBytes(StandardCharsets.UTF_8);
            store.update("update record set bytes = ? where position = 3", spaced);
            assertFound("store changed 3 should be " + entry(3) + " at  from signed-log");
        }

        @Test
        void what_is_nonsense_is_changed_too() {
            store.update("update record set bytes = ? where position = 699", new byte[] {1, 2, 3});
            assertFound("store changed 699 should be " + entry(699) + " at  from signed-log");
        }

        @Test
        void a_dropped_record_is_named_and_its_chain_is_not_blamed() {
            store.update("delete from record where position in (0, 255, 256, 699)");
            assertFound(dropped(0), dropped(255), dropped(256), dropped(699));
            assertThat(audit().findings().get(1).text("subject"))
                    .contains(record(255).subject().toString());
        }

        @Test
        void a_dropped_record_that_nobody_has_any_more_is_known_by_the_next_of_its_chain() {
            topic = premises.topic(without(40));
            store.update("delete from record where position = 40");
            var findings = audit().findings();
            assertThat(findings.stream().map(AuditTest::brief))
                    .containsExactly(dropped(40), "topic dropped 40 should be " + entry(40) + " from signed-log");
            assertThat(findings.getFirst().text("subject"))
                    .contains(record(40).subject().toString());
            assertThat(findings.getFirst().number("version"))
                    .contains(record(40).version());
        }

        @Test
        void records_that_closed_up_after_one_was_dropped_are_not_all_blamed() {
            store.update("delete from record where position = 30");
            shift("position > 30", -1);
            assertFound(dropped(30));
            assertThat(audit().findings().getFirst().text("place").orElseThrow())
                    .contains("30 to 698");
        }

        @Test
        void a_record_that_stands_twice_is_named() {
            store.update(
                    "update record set bytes = ? where position = 300",
                    record(20).encode());
            assertFound("store doubled 300 other 20 should be " + entry(300) + " from signed-log");
        }

        @Test
        void two_that_were_exchanged_are_one_finding() {
            store.update(
                    "update record set bytes = ? where position = 300",
                    record(20).encode());
            store.update(
                    "update record set bytes = ? where position = 20",
                    record(300).encode());
            assertFound("store swapped 20 other 300 should be " + entry(20) + " from signed-log");
        }

        @Test
        void whole_rows_that_were_exchanged_are_one_finding() {
            store.update("update record set position = -5 where position = 20");
            store.update("update record set position = 20 where position = 21");
            store.update("update record set position = 21 where position = -5");
            assertFound("store swapped 20 other 21 should be " + entry(20) + " from signed-log");
        }

        @Test
        void a_record_behind_the_head_is_added() {
            var more = premises.chains.instead(record(699));
            insertAt(703, more);
            insertAt(-1, premises.chains.instead(record(698)));
            assertFound("store added -1 from itself", "store added 703 from itself");
        }

        @Test
        void a_record_that_was_neither_relayed_nor_logged_is_added_though_the_head_was_moved() {
            Premises.insert(store, new Chains(12, 1, 700).grow(1).getFirst());
            store.update("update head set position = 701");
            assertThat(audit().findings()).isEmpty(); // so far it may be on its way
            store.update("update relay set next_position = 701");
            var stranger = audit().findings();
            assertThat(stranger.stream().map(AuditTest::brief).toList()).contains("store added 700 from most-sources");
        }

        @Test
        void a_record_that_was_put_between_others_is_added_and_those_that_made_room_are_not_blamed() {
            shift("position >= 400", 1);
            insertAt(400, premises.chains.instead(record(400)));
            assertFound("store added 400 should be " + entry(400) + " from signed-log");
        }

        @Test
        void a_column_that_says_something_else_than_its_record_is_named() {
            store.update("update record set version = 5000 where position = 100");
            store.update("update record set subject = gen_random_uuid() where position = 200");
            store.update("update record set hash = sha256('') where position = 300");
            store.update("update record set id = gen_random_uuid() where position = 400");
            var findings = audit().findings();
            assertThat(findings.stream()
                            .map(one -> one.position() + " " + one.text("place").orElse("")))
                    .containsExactly("100 column version", "200 column subject", "300 column hash", "400 column id");
            assertThat(findings.get(2).text("expected")).contains(entry(300).toString());
        }

        @Test
        void a_head_that_was_moved_back_is_named() {
            store.update("update head set position = 690");
            assertThat(briefs()).containsExactly("store changed - should be 700 head from signed-log");
        }
    }

    @Nested
    class In_the_topic {
        @Test
        void a_changed_record_is_named_with_its_field() {
            topic = premises.messages(premises.records.stream()
                    .map(one -> one.position() == 60 ? with(one, changed(60)) : premises.message(one))
                    .toList());
            assertFound("topic changed 60 should be " + entry(60) + " at /type from signed-log");
        }

        @Test
        void a_dropped_record_is_named() {
            topic = premises.topic(without(60));
            assertFound("topic dropped 60 should be " + entry(60) + " from signed-log");
        }

        @Test
        void a_record_that_is_said_again_is_only_counted() {
            var twice = new ArrayList<>(premises.records);
            twice.addAll(premises.records.subList(600, 700));
            topic = premises.topic(twice);
            var said = audit();
            assertThat(said.findings()).isEmpty();
            assertThat(said.summary().members().get("repeated")).isEqualTo(Json.Num.of(100));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void another_record_for_a_place_that_has_one_is_added(boolean first) {
            var more = new ArrayList<>(premises.records);
            more.add(first ? 60 : 61, premises.chains.instead(record(60)));
            topic = premises.topic(more);
            assertFound("topic added 60 should be " + entry(60) + " from signed-log");
        }

        @Test
        void what_is_no_record_is_added_and_where_it_stands_is_said() {
            var messages = new ArrayList<>(
                    premises.records.stream().map(premises::message).toList());
            messages.add(new ProducerRecord<>("", 1, "key", new byte[] {'{', '}'}));
            topic = premises.messages(messages);
            assertThat(briefs()).hasSize(1);
            assertThat(audit().findings().getFirst().line()).startsWith("topic added, partition 1, offset ");
        }

        @Test
        void records_that_were_exchanged_are_one_finding() {
            var one = record(60);
            var other = premises.records.stream()
                    .filter(record -> record.position() > 200 && Premises.partition(record) == Premises.partition(one))
                    .findFirst()
                    .orElseThrow();
            var order = new ArrayList<>(premises.records);
            Collections.swap(order, 60, (int) other.position());
            topic = premises.topic(order);
            assertFound("topic swapped 60 other " + other.position() + " order within the partition from itself");
        }

        @Test
        void a_key_or_header_that_says_something_else_is_named() {
            topic = premises.messages(premises.records.stream()
                    .map(record -> {
                        var message = premises.message(record);
                        if (record.position() == 5) {
                            message = new ProducerRecord<>("", message.partition(), "another", message.value());
                        }
                        if (record.position() == 6) {
                            message.headers().add("ce_type", "another".getBytes(StandardCharsets.UTF_8));
                        }
                        return message;
                    })
                    .toList());
            assertThat(audit().findings().stream()
                            .map(one -> one.position() + one.text("place").orElse("")))
                    .satisfiesExactly(
                            key -> assertThat(key).startsWith("5").endsWith("key"),
                            type -> assertThat(type).startsWith("6").endsWith("ce_type"));
        }

        @Test
        void a_topic_that_is_gone_is_one_finding() {
            topic = "never-made";
            assertThat(briefs()).containsExactly("topic dropped - the whole topic from signed-log");
        }
    }

    @Nested
    class In_the_log {
        @Test
        void a_changed_entry_is_named() {
            tile(-1, 1, bytes -> bytes[2 + 34 * 10] ^= 1);
            assertFound("entries changed 266 should be " + entry(266) + " tile/entries/001 from signed-log");
        }

        @Test
        void a_changed_leaf_is_named() {
            tile(0, 2, bytes -> bytes[32 * 3] ^= 1);
            assertFound("tile changed 515 should be " + leaf(515) + " tile/0/002 from signed-log");
        }

        @Test
        void an_entry_and_its_leaf_that_were_changed_together_are_both_named() {
            var other = Hash.sha256(new byte[] {1});
            tile(-1, 1, bytes -> System.arraycopy(other.bytes(), 0, bytes, 2 + 34 * 10, 32));
            tile(0, 1, bytes -> System.arraycopy(TreeHash.leaf(other.bytes()).bytes(), 0, bytes, 32 * 10, 32));
            assertFound(
                    "entries changed 266 should be " + entry(266) + " tile/entries/001 from signed-log",
                    "tile changed 266 should be " + leaf(266) + " tile/0/001 from signed-log");
        }

        @Test
        void a_log_that_is_wholly_rewritten_together_with_the_topic_and_the_store_contradicts_its_heads() {
            var forged = rewrite(266);
            var found = briefs();
            assertThat(found.getFirst())
                    .isEqualTo("log contradicts 256 through 299 the signed head of size 300 from itself");
            assertThat(forged).isNotEqualTo(entry(266));
        }

        @Test
        void a_place_that_only_the_leaf_still_has_right_is_found() {
            var forged = Hash.sha256(changed(266));
            tile(-1, 1, bytes -> System.arraycopy(forged.bytes(), 0, bytes, 2 + 34 * 10, 32));
            change(266);
            topic = premises.messages(premises.records.stream()
                    .map(one -> one.position() == 266 ? with(one, changed(266)) : premises.message(one))
                    .toList());
            assertFound(
                    "entries changed 266 should be " + entry(266) + " tile/entries/001 from signed-log",
                    "store changed 266 should be " + entry(266) + " from signed-log",
                    "topic changed 266 should be " + entry(266) + " from signed-log");
        }

        @Test
        void a_changed_hash_above_the_leaves_is_named() {
            tile(1, 0, bytes -> bytes[40] ^= 1);
            assertThat(briefs())
                    .singleElement()
                    .asString()
                    .startsWith("tile changed 256")
                    .contains("tile/1/000 hash 1");
        }

        @Test
        void a_bundle_or_tile_that_is_gone_is_one_finding() {
            bridge.update("delete from tile where level = -1 and place = 1");
            bridge.update("delete from tile where level = 0 and place = 2");
            bridge.update("delete from tile where level = 1");
            assertThat(briefs())
                    .containsExactly(
                            "tile dropped 0 should be " + root(0) + " tile/1/000 from signed-log",
                            "entries dropped 256 through 511 tile/entries/001 from signed-log",
                            "tile dropped 512 through 699 tile/0/002 from signed-log");
        }

        @Test
        void entries_that_were_exchanged_or_doubled_are_named() {
            tile(-1, 0, bytes -> {
                byte[] one = Arrays.copyOfRange(bytes, 34 * 4, 34 * 5);
                System.arraycopy(bytes, 34 * 9, bytes, 34 * 4, 34);
                System.arraycopy(one, 0, bytes, 34 * 9, 34);
            });
            tile(-1, 2, bytes -> System.arraycopy(bytes, 34 * 8, bytes, 34 * 9, 34));
            assertFound(
                    "entries swapped 4 other 9 should be from signed-log",
                    "entries doubled 521 other 520 should be from signed-log");
        }

        @Test
        void an_entry_that_was_taken_out_of_its_bundle_is_named() {
            byte[] bytes = bytes(-1, 0);
            byte[] shorter = new byte[bytes.length - 34];
            System.arraycopy(bytes, 0, shorter, 0, 34 * 7);
            System.arraycopy(bytes, 34 * 8, shorter, 34 * 7, bytes.length - 34 * 8);
            bridge.update("update tile set bytes = ? where level = -1 and place = 0", shorter);
            assertThat(briefs()).singleElement().asString().startsWith("entries dropped 7 ");
        }

        @Test
        void a_width_that_does_not_fit_and_a_tile_too_many_are_named() {
            bridge.update("update tile set width = 200 where level = 0 and place = 0");
            bridge.update("insert into tile (level, place, width, bytes) values (0, 9, 1, sha256(''))");
            assertThat(briefs())
                    .containsExactly(
                            "tile changed - should be 256 tile/0/000 column width from itself",
                            "tile added - tile/0/009 from itself");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 650, 701, 5000})
        void a_size_that_is_not_the_logs_is_named(long size) {
            bridge.update("update log set size = ?", size);
            assertThat(briefs()).containsExactly("log changed - should be 700 size from signed-log");
        }
    }

    @Nested
    class Among_the_heads {
        @Test
        void a_changed_root_is_named_with_what_the_seal_says() {
            changeNote("checkpoint", 300);
            assertFound("checkpoint changed 300 should be " + head(300).root()
                    + " the note: not the signature of wegweis.example/log from seal");
        }

        @Test
        void a_changed_seal_is_named_with_what_the_log_gives() {
            changeNote("local_seal", 650);
            assertFound("seal changed 650 should be " + head(650).root()
                    + " the note: not the signature of wegweis.example/log from signed-log");
        }

        @Test
        void the_last_head_is_vouched_for_by_its_seal() {
            changeNote("checkpoint", 700);
            assertFound("checkpoint changed 700 should be " + head(700).root()
                    + " the note: not the signature of wegweis.example/log from seal");
        }

        @Test
        void a_dropped_checkpoint_is_known_from_its_seal() {
            bridge.update("delete from checkpoint where size = 512");
            assertFound("checkpoint dropped 512 should be " + head(512).root() + " from seal");
        }

        @Test
        void a_size_beside_the_note_that_is_not_its_own_is_named() {
            bridge.update("update checkpoint set size = 301 where size = 300");
            assertFound("checkpoint changed 300 should be 300 column size from itself");
        }

        @Test
        void a_head_of_another_key_is_not_believed() {
            var stranger = NoteSigner.generate(premises.logKey.key().name(), new SecureRandom());
            var note = Note.signed(
                    new Checkpoint(
                                    premises.logKey.key().name(),
                                    new Head(680, head(650).root()))
                            .text(),
                    stranger);
            bridge.update("insert into checkpoint (size, note) values (680, ?)", note.toString());
            assertFound("checkpoint changed 680 should be " + head(680).root()
                    + " the log's signature is missing from signed-log");
        }

        @Test
        void a_head_that_the_logs_own_key_signed_and_that_others_contradict_is_named() {
            var note = Note.signed(
                    new Checkpoint(
                                    premises.logKey.key().name(),
                                    new Head(680, head(650).root()))
                            .text(),
                    premises.logKey);
            bridge.update("insert into checkpoint (size, note) values (680, ?)", note.toString());
            assertFound("checkpoint contradicts 680 should be " + head(680).root() + " from signed-log");
        }

        @Test
        void a_log_without_heads_is_held_against_the_other_sources_only() {
            bridge.update("truncate checkpoint, local_seal");
            tile(-1, 1, bytes -> bytes[2 + 34 * 10] ^= 1);
            assertFound("entries changed 266 should be " + entry(266) + " tile/entries/001 from most-sources");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    /** Each damage is at a place of its own: all are named, and nothing else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void many_damages_at_once_are_all_named_and_nothing_else_is(long seed) {
        var expected = damage(new Random(seed));
        assertThat(briefs()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_run_that_is_killed_goes_on_and_ends_as_if_it_was_not(long seed) {
        damage(new Random(seed));
        var unbroken = audit();
        int[] kept = {0};
        int breaks = 0;
        boolean resumed = false;
        while (true) {
            int[] left = {1 + (int) (seed % 3)};
            Runnable kill = () -> {
                kept[0]++;
                if (--left[0] == 0) throw new Killed();
            };
            try {
                var said = premises.audit(
                        folder, database, topic, 150, kill, resumed ? new String[] {"--resume"} : new String[0]);
                assertThat(said.findings()).isEqualTo(unbroken.findings());
                assertThat(said.exit()).isEqualTo(1);
                break;
            } catch (Killed _) {
                breaks++;
                resumed = true;
            }
        }
        assertThat(breaks).isGreaterThan(2);
        assertThat(bridge.queryForObject("select count(*) from audit_run", Long.class))
                .isEqualTo(2);
        assertThat(bridge.queryForObject("select count(*) from audit_report", Long.class))
                .isEqualTo(2);
    }

    private static final class Killed extends Error {}

    @Test
    void what_cannot_be_run_is_said_in_a_sentence() {
        assertThat(audit("--resume").exit()).isEqualTo(2);
        assertThat(audit("--resume").errors()).contains("no audit to go on with");
        assertThat(audit("--store", "jdbc:postgresql://127.0.0.1:1/none").exit())
                .isEqualTo(2);
        assertThat(audit("--store", premises.url(database) + "&password=x").errors())
                .contains("PGPASSWORD");
        assertThat(audit("--wrong").errors()).contains("--wrong").contains("infra/audit");
        bridge.execute("drop table audit_report, audit_run");
        assertThat(audit().errors()).contains("cannot be recorded");
    }

    @Test
    void what_the_log_does_not_have_yet_is_nothing_to_find() {
        var more = premises.chains.instead(record(699));
        assertThat(more.position()).isEqualTo(699);
        store.update("delete from record where position = 699"); // it never came
        store.update("update head set position = 699");
        store.update("update relay set next_position = 698");
        topic = premises.topic(premises.records.subList(0, 698));
        bridge.update("delete from checkpoint where size > 650");
        bridge.update("delete from local_seal where size > 650");
        bridge.update("update log set size = 650");
        for (int level : new int[] {-1, 0}) {
            int width = level < 0 ? 34 : 32;
            bridge.update(
                    "update tile set width = 138, bytes = substr(bytes, 1, ?) where level = ? and place = 2",
                    138 * width,
                    level);
        }
        assertThat(briefs()).isEmpty();
    }

    // ---- doing damage

    private List<String> damage(Random random) {
        var places = new TreeSet<Integer>();
        while (places.size() < 8) places.add(random.nextInt(Premises.RECORDS));
        var left = new ArrayList<>(places);
        Collections.shuffle(left, random);
        var expected = new ArrayList<String>();
        int changed = left.get(0);
        change(changed);
        expected.add("store changed " + changed + " should be " + entry(changed) + " at /type from signed-log");
        int gone = left.get(1);
        store.update("delete from record where position = ?", gone);
        expected.add(dropped(gone));
        int one = Math.min(left.get(2), left.get(3));
        int other = Math.max(left.get(2), left.get(3));
        store.update(
                "update record set bytes = ? where position = ?", record(one).encode(), other);
        store.update(
                "update record set bytes = ? where position = ?", record(other).encode(), one);
        expected.add("store swapped " + one + " other " + other + " should be " + entry(one) + " from signed-log");
        int entry = left.get(4);
        tile(-1, entry / 256, bytes -> bytes[34 * (entry % 256) + 7] ^= 4);
        expected.add("entries changed " + entry + " should be " + entry(entry) + " " + "tile/entries/00" + entry / 256
                + " from signed-log");
        int leaf = left.get(5);
        tile(0, leaf / 256, bytes -> bytes[32 * (leaf % 256) + 7] ^= 4);
        expected.add(
                "tile changed " + leaf + " should be " + leaf(leaf) + " tile/0/00" + leaf / 256 + " from signed-log");
        int missing = left.get(6);
        int forged = left.get(7);
        topic = premises.messages(without(missing).stream()
                .map(record -> record.position() == forged ? with(record, changed(forged)) : premises.message(record))
                .toList());
        expected.add("topic dropped " + missing + " should be " + entry(missing) + " from signed-log");
        expected.add("topic changed " + forged + " should be " + entry(forged) + " at /type from signed-log");
        int head = Premises.HEADS.get(random.nextInt(Premises.HEADS.size()));
        changeNote("checkpoint", head);
        expected.add("checkpoint changed " + head + " should be " + head(head).root()
                + " the note: not the signature of wegweis.example/log from seal");
        return expected;
    }

    private void change(int position) {
        store.update("update record set bytes = ? where position = ?", changed(position), position);
    }

    private static byte[] changed(int position) {
        return text(record(position).encode())
                .replace("picked-up", "handed-over")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void shift(String which, int by) {
        store.update("update record set position = -1000 - position where " + which);
        store.update("update record set position = -1000 - position + ? where position < 0", by);
    }

    private void insertAt(long position, EventRecord record) {
        store.update(
                "insert into record (position, id, subject, version, hash, content, bytes) values (?, ?, ?, ?, ?, ?, ?)",
                position,
                record.id(),
                record.subject(),
                record.version() + 10_000, // the place of its subject is taken
                Premises.entry(record).bytes(),
                new byte[32],
                record.encode());
    }

    private interface Damage {
        void to(byte[] bytes);
    }

    private byte[] bytes(int level, long place) {
        return Objects.requireNonNull(bridge.queryForObject(
                "select bytes from tile where level = ? and place = ?", byte[].class, level, place));
    }

    private void tile(int level, long place, Damage damage) {
        byte[] bytes = bytes(level, place);
        damage.to(bytes);
        bridge.update("update tile set bytes = ? where level = ? and place = ?", bytes, level, place);
    }

    private void changeNote(String table, int size) {
        var note = Note.parse(Objects.requireNonNull(
                bridge.queryForObject("select note from " + table + " where size = ?", String.class, size)));
        var forged = new Note(
                new Checkpoint(premises.logKey.key().name(), new Head(size, leaf(size - 1))).text(), note.signatures());
        bridge.update("update " + table + " set note = ? where size = ?", forged.toString(), size);
    }

    /** Everything that the operator of the databases can write, so that it fits together; only the key is not his. */
    private Hash rewrite(int position) {
        var forged = Hash.sha256(changed(position));
        change(position);
        store.update("update record set hash = ? where position = ?", forged.bytes(), position);
        topic = premises.messages(premises.records.stream()
                .map(one -> one.position() == position ? with(one, changed(position)) : premises.message(one))
                .toList());
        bridge.update("truncate tile");
        var log = new LogStore(Objects.requireNonNull(bridge.getDataSource()));
        bridge.update("update log set size = 0");
        log.append(
                0,
                premises.records.stream()
                        .map(one -> one.position() == position ? forged : Premises.entry(one))
                        .toList());
        return forged;
    }

    private static ProducerRecord<String, byte[]> with(EventRecord record, byte[] bytes) {
        return new ProducerRecord<>(
                "", Premises.partition(record), record.subject().toString(), bytes);
    }

    private static List<EventRecord> without(int position) {
        return premises.records.stream()
                .filter(one -> one.position() != position)
                .toList();
    }

    // ---- what is so

    private static EventRecord record(int position) {
        return premises.records.get(position);
    }

    private static Hash entry(int position) {
        return Premises.entry(record(position));
    }

    private static TreeHash leaf(int position) {
        return TreeHash.leaf(entry(position).bytes());
    }

    private static Head head(int size) {
        var frontier = new Frontier();
        IntStream.range(0, size).forEach(i -> frontier.append(leaf(i)));
        return frontier.head();
    }

    private static TreeHash root(int block) {
        var frontier = new Frontier();
        IntStream.range(0, 256).forEach(i -> frontier.append(leaf(256 * block + i)));
        return frontier.head().root();
    }

    private static String dropped(int position) {
        return "store dropped " + position + " should be " + entry(position) + " from signed-log";
    }

    // ---- what is said

    private Premises.Said audit(String... more) {
        return premises.audit(folder, database, topic, 1000, () -> {}, more);
    }

    private List<String> briefs() {
        return audit().findings().stream().map(AuditTest::brief).toList();
    }

    private void assertFound(String... expected) {
        var said = audit();
        assertThat(said.findings().stream().map(AuditTest::brief).toList())
                .zipSatisfy(
                        List.of(expected),
                        (actual, wanted) -> assertThat(actual).matches(one -> fits(one, wanted), "says: " + wanted));
        assertThat(said.exit()).isEqualTo(1);
    }

    /** Word for word, but what is not asked for may be said. */
    private static boolean fits(String actual, String wanted) {
        return actual.equals(wanted)
                || actual.replaceAll(" should be \\S+", "")
                        .replaceAll(" at .*? from", " from")
                        .equals(wanted.replaceAll(" should be(?= from)", ""));
    }

    private static String brief(Finding finding) {
        var json = finding.json();
        var text = new StringBuilder(word(json, "source") + " " + word(json, "kind") + " ");
        text.append(finding.number("position").map(Object::toString).orElse("-"));
        Optional.of("through")
                .flatMap(finding::number)
                .ifPresent(to -> text.append(" through ").append(to));
        finding.number("other").ifPresent(other -> text.append(" other ").append(other));
        if (finding.source() != Finding.Source.LOG || finding.kind() != Finding.Kind.CONTRADICTS) {
            finding.text("expected")
                    .ifPresent(hash -> text.append(" should be ").append(hash));
            finding.number("expected")
                    .ifPresent(number -> text.append(" should be ").append(number));
        }
        boolean record = finding.source() == Finding.Source.STORE || finding.source() == Finding.Source.TOPIC;
        if (!record || finding.number("position").isEmpty() || finding.kind() == Finding.Kind.SWAPPED) {
            finding.text("place").ifPresent(place -> text.append(' ').append(place));
        }
        if (json.members().get("pointers") instanceof Json.Arr(var items)) {
            text.append(" at ");
            text.append(String.join(
                    " ", items.stream().map(item -> ((Json.Text) item).value()).toList()));
        }
        return text + " from " + word(json, "known");
    }

    private static String word(Json.Obj json, String name) {
        return json.members().get(name) instanceof Json.Text(String value) ? value : "";
    }
}
