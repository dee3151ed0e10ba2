package org.wegweis.ledgerbridge.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

class SealerTest {
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final NoteSigner LEDGER = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Chains chains = new Chains(3, 5);
    private DataSource database;
    private LogStore log;
    private Checkpoints checkpoints;
    private SwitchableLedger ledger;
    private Sealer sealer;
    private LogStatus status;

    @BeforeEach
    void fresh() {
        database = DATABASES.fresh();
        log = new LogStore(database);
        checkpoints = new Checkpoints(database);
        ledger = new SwitchableLedger(
                new LocalLedger(database, new SealingRules("wegweis.example/log", LOG.key()), LEDGER));
        sealer = new Sealer(database, log, checkpoints, LOG, ledger);
        status = new LogStatus(log, checkpoints, ledger);
    }

    @AfterEach
    void close() {
        sealer.close();
    }

    @Test
    void an_empty_log_is_not_signed() {
        sealer.signAndSeal();
        assertThat(checkpoints.latest()).isEmpty();
    }

    @Test
    void every_signed_head_extends_the_one_before() {
        Optional<Checkpoint> before = Optional.empty();
        for (int more : new int[] {1, 5, 250, 1, 300, 7}) {
            grow(more);
            sealer.signAndSeal();
            var note = checkpoints.latest().orElseThrow();
            assertThat(note.signedBy(LOG.key())).isTrue();
            var checkpoint = Checkpoint.parse(note.text());
            assertThat(checkpoint.head()).isEqualTo(log.tree().head(log.size()));
            before.ifPresent(last -> assertThat(Proofs.consistent(
                            last.head(),
                            checkpoint.head(),
                            log.tree().consistencyProof(last.head().size(), log.size())))
                    .isTrue());
            assertThat(status.sealedSize()).isEqualTo(log.size());
            before = Optional.of(checkpoint);
        }
    }

    @Test
    void nothing_new_is_not_signed_again() {
        grow(3);
        sealer.signAndSeal();
        sealer.signAndSeal();
        assertThat(checkpoints.above(0)).isEqualTo(1);
        assertThat(ledger.history(0, 10)).hasSize(1);
    }

    @Test
    void a_log_that_was_changed_is_never_signed() {
        grow(5);
        sealer.signAndSeal();
        new JdbcTemplate(database)
                .update("update tile set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1)" + " where level = 0");
        grow(5);
        assertThatThrownBy(sealer::signAndSeal).isInstanceOf(Sealer.Contradiction.class);
        assertThat(status.signedSize()).isEqualTo(5);
    }

    @Test
    void a_log_that_became_shorter_is_never_signed() {
        grow(5);
        sealer.signAndSeal();
        new JdbcTemplate(database).update("update log set size = 4");
        assertThatThrownBy(sealer::signAndSeal).isInstanceOf(Sealer.Contradiction.class);
    }

    @Test
    void another_key_does_not_go_on_where_the_first_stopped() {
        grow(5);
        sealer.signAndSeal();
        grow(1);
        var other = NoteSigner.generate("wegweis.example/log", new SecureRandom());
        try (var stranger = new Sealer(database, log, checkpoints, other, ledger)) {
            assertThatThrownBy(stranger::signAndSeal).isInstanceOf(Sealer.Contradiction.class);
        }
        assertThat(status.signedSize()).isEqualTo(5);
    }

    @Test
    void while_the_ledger_is_away_heads_wait_for_it() {
        ledger.away = true;
        for (int i = 0; i < 3; i++) {
            grow(2);
            assertThatThrownBy(sealer::signAndSeal).isInstanceOf(LedgerAway.class);
        }
        assertThat(checkpoints.above(0)).isEqualTo(3);
        ledger.away = false;
        assertThat(status.backlog()).isEqualTo(3);
        sealer.signAndSeal();
        assertThat(status.backlog()).isZero();
        assertThat(status.sealedSize()).isEqualTo(6);
    }

    @Test
    void a_head_that_another_node_overtook_needs_no_seal() {
        grow(3);
        try (var other = new Sealer(database, log, checkpoints, LOG, ledger)) {
            ledger.before = () -> {
                grow(4);
                other.signAndSeal();
            };
            sealer.signAndSeal();
        }
        assertThat(status.sealedSize()).isEqualTo(7);
        assertThat(ledger.history(0, 10)).hasSize(1);
    }

    @Test
    void a_ledger_that_holds_what_was_never_signed_here_stops_the_sealing() {
        grow(3);
        sealer.signAndSeal();
        grow(4);
        var strange = Note.signed(new Checkpoint(LOG.key().name(), log.tree().head(5)).text(), LOG);
        ledger.seal(strange, log.tree().consistencyProof(3, 5));
        assertThatThrownBy(sealer::signAndSeal).isInstanceOf(Sealer.Contradiction.class);
    }

    private void grow(int more) {
        log.append(
                log.size(),
                chains.grow(more).stream()
                        .map(record -> EventRecord.entry(record.encode()))
                        .toList());
    }
}
