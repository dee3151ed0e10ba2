package org.wegweis.ledgerbridge.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessRules;
import org.wegweis.evidence.witness.WitnessRules.Answer;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.Databases;

class WitnessTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final WitnessedLog LOG = new WitnessedLog("other.example/log");
    private static final WitnessedLog SECOND = new WitnessedLog("third.example/log");
    private static final List<Cosigner> KEYS = List.of(
            Cosigner.generate("witness.example", SignatureType.COSIGNATURE_V1, new SecureRandom()),
            Cosigner.generate("witness.example", SignatureType.ML_DSA_44, new SecureRandom()));

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private DataSource database;
    private Witness witness;

    @BeforeEach
    void fresh() {
        database = DATABASES.fresh();
        witness = started();
    }

    /** The same witness after a start. */
    private Witness started() {
        var rules = new WitnessRules(List.of(LOG.key().key(), SECOND.key().key()));
        return new Witness(database, rules, KEYS, () -> NOON);
    }

    private Answer add(AddCheckpoint request) {
        return witness.add(request).answer();
    }

    private static String hash(WitnessedLog log) {
        return Hash.sha256(log.key().key().name().getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    @Test
    void what_it_cosigns_bears_a_line_of_each_of_its_keys_and_the_time() {
        var reply = witness.add(LOG.asks(0, 7));
        assertThat(reply.answer()).isEqualTo(new Answer.Cosign());
        var note = LOG.signed(7).with(reply.lines());
        assertThat(note.cosignedBy(witness.keys()))
                .containsOnlyKeys(witness.keys())
                .allSatisfy((_, time) -> assertThat(time).isEqualTo(NOON));
        assertThat(witness.latest(hash(LOG))).contains(note);
    }

    @Test
    void it_goes_on_after_a_start_where_it_was() {
        add(LOG.asks(0, 7));
        witness = started();
        assertThat(add(LOG.asks(0, 9))).isEqualTo(new Answer.OtherSize(7));
        assertThat(add(LOG.asks(7, 9))).isEqualTo(new Answer.Cosign());
        assertThat(Checkpoint.parse(witness.latest(hash(LOG)).orElseThrow().text())
                        .head()
                        .size())
                .isEqualTo(9);
    }

    @Test
    void the_same_head_is_cosigned_again() {
        add(LOG.asks(0, 7));
        assertThat(witness.add(LOG.asks(7, 7)).lines()).hasSize(2);
        assertThat(witness.alarms()).isZero();
    }

    @Test
    void each_log_has_a_memory_of_its_own() {
        add(LOG.asks(0, 7));
        assertThat(add(SECOND.asks(0, 3))).isEqualTo(new Answer.Cosign());
        assertThat(add(LOG.asks(7, 8))).isEqualTo(new Answer.Cosign());
        assertThat(witness.latest(Hash.sha256(new byte[0]).hex())).isEmpty();
    }

    @Test
    void what_is_refused_changes_nothing_that_is_cosigned() {
        add(LOG.asks(0, 7));
        var before = witness.latest(hash(LOG));
        assertThat(add(LOG.fork().asks(7, 9))).isEqualTo(new Answer.Inconsistent());
        assertThat(add(LOG.asks(5, 6))).isEqualTo(new Answer.OtherSize(7));
        assertThat(witness.latest(hash(LOG))).isEqualTo(before);
    }

    @Test
    void two_heads_of_one_size_are_both_kept_and_raise_an_alarm() {
        add(LOG.asks(0, 7));
        assertThat(add(LOG.fork().asks(7, 7))).isEqualTo(new Answer.Inconsistent());
        assertThat(witness.alarms()).isOne();
        assertThat(witness.equivocations())
                .containsExactly(new Witness.Equivocation(
                        "other.example/log", 7, LOG.signed(7), LOG.fork().signed(7), NOON));
        // shown again by either side, it is the same one
        add(LOG.fork().asks(7, 7));
        add(LOG.asks(7, 7));
        witness = started();
        assertThat(witness.alarms()).isOne();
    }

    @Test
    void a_fork_that_was_refused_convicts_when_the_other_side_shows_up() {
        add(LOG.asks(0, 7));
        add(LOG.fork().asks(7, 9));
        assertThat(witness.alarms()).isZero();
        assertThat(add(LOG.asks(7, 9))).isEqualTo(new Answer.Cosign());
        assertThat(witness.alarms()).isOne();
    }

    @Test
    void the_alarm_ends_with_the_witnessing_and_the_evidence_stays() {
        add(LOG.asks(0, 7));
        add(LOG.fork().asks(0, 7));
        var without =
                new Witness(database, new WitnessRules(List.of(SECOND.key().key())), KEYS, () -> NOON);
        assertThat(without.alarms()).isZero();
        assertThat(without.equivocations()).hasSize(1);
    }

    /** Requests that each were right when they were made, all at once: the head never goes back, no size gets two. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void requests_at_the_same_time_roll_nothing_back(long seed) throws Exception {
        add(LOG.asks(0, 7));
        var requests = new ArrayList<Callable<Witness.Reply>>();
        for (long size : LongStream.rangeClosed(8, 40).toArray()) {
            requests.add(() -> started().add(LOG.asks(7, size)));
            requests.add(() -> started().add(LOG.fork().asks(7, size)));
        }
        Collections.shuffle(requests, new Random(seed));
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(requests)) answers.add(done.get().answer());
        }
        assertThat(answers.stream().filter(Answer.Cosign.class::isInstance)).hasSize(1);
        var head =
                Checkpoint.parse(witness.latest(hash(LOG)).orElseThrow().text()).head();
        assertThat(answers.stream().filter(Answer.OtherSize.class::isInstance))
                .contains(new Answer.OtherSize(head.size()))
                .allSatisfy(answer -> assertThat(answer).isEqualTo(new Answer.OtherSize(head.size())));
        // each of 33 sizes was shown with two roots
        assertThat(witness.alarms()).isEqualTo(33);
    }

    @ParameterizedTest
    @ValueSource(strings = {"witness_seen", "witness_cosigned", "witness_equivocation", "cosignature"})
    void what_was_seen_takes_no_change(String table) {
        add(LOG.asks(0, 7));
        var sql = new JdbcTemplate(database);
        for (String change : List.of(
                "update " + table + " set size = 1", "delete from " + table, "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void the_database_itself_keeps_one_cosigned_head_a_size() {
        add(LOG.asks(0, 7));
        add(LOG.fork().asks(7, 7));
        var sql = new JdbcTemplate(database);
        assertThatThrownBy(() -> sql.execute("""
                        insert into witness_cosigned (origin, size, root, note)
                        select origin, size, root, note from witness_seen
                        where root not in (select root from witness_cosigned)
                        """)).hasMessageContaining("witness_cosigned_pkey");
    }
}
