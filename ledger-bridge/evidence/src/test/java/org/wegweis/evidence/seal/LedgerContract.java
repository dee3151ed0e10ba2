package org.wegweis.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;

/** What every ledger promises. An adapter's test extends this class and says how to open an empty ledger. */
public abstract class LedgerContract {
    private final String origin;
    private final NoteSigner log;
    private final Map<TilePath, byte[]> tiles = new HashMap<>();
    private final TiledLog tree =
            new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));

    protected LedgerContract() {
        this("wegweis.example/log");
    }

    /** @param origin of which nothing is sealed yet, for a ledger of many logs that outlives a test */
    protected LedgerContract(String origin) {
        this.origin = origin;
        this.log = NoteSigner.generate(origin, new SecureRandom());
    }

    /** An empty ledger that seals the log of these rules. */
    protected abstract Ledger emptyLedger(SealingRules rules);

    private Ledger ledger;

    @BeforeEach
    void a_log_of_a_thousand_entries_and_an_empty_ledger() {
        var growth = tree.append(
                0,
                IntStream.range(0, 1000)
                        .mapToObj(i -> ByteBuffer.allocate(32).putInt(i).array())
                        .toList());
        growth.tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
        ledger = emptyLedger(new SealingRules(origin, log.key()));
    }

    @Test
    void an_empty_ledger_has_no_seals() {
        assertThat(ledger.latest()).isEmpty();
        assertThat(ledger.at(1)).isEmpty();
        assertThat(ledger.history(0, 10)).isEmpty();
    }

    @Test
    void heads_are_sealed_one_after_the_other() {
        Seal first = sealed(5, List.of());
        Seal second = sealed(300, tree.consistencyProof(5, 300));
        assertThat(first.head()).isEqualTo(tree.head(5));
        assertThat(second.head()).isEqualTo(tree.head(300));
        assertThat(ledger.latest()).contains(second);
        assertThat(ledger.at(5)).contains(first);
        assertThat(ledger.at(6)).isEmpty();
        assertThat(ledger.history(0, 10)).containsExactly(first, second);
        assertThat(ledger.history(5, 10)).containsExactly(second);
        assertThat(ledger.history(0, 1)).containsExactly(first);
    }

    @Test
    void the_same_head_again_is_the_first_answer() {
        Seal first = sealed(5, List.of());
        assertThat(sealed(5, List.of())).isEqualTo(first);
        sealed(9, tree.consistencyProof(5, 9));
        assertThat(sealed(5, List.of())).isEqualTo(first);
        assertThat(ledger.history(0, 10)).hasSize(2);
    }

    @Test
    void what_does_not_extend_is_refused() {
        sealed(5, List.of());
        var proof = tree.consistencyProof(5, 9);
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(9)), List.of());
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(9)), proof.subList(1, proof.size()));
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(9)), tree.consistencyProof(6, 9));
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(new Head(9, TreeHash.leaf(new byte[32]))), proof);
    }

    @Test
    void a_second_head_of_the_same_size_is_refused() {
        sealed(5, List.of());
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(new Head(5, TreeHash.leaf(new byte[32]))), List.of());
    }

    @Test
    void an_older_head_is_refused() {
        sealed(9, List.of());
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(5)), List.of());
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(5)), tree.consistencyProof(5, 9));
    }

    @Test
    void a_first_head_needs_no_proof_and_bears_none() {
        refused(Refusal.DOES_NOT_EXTEND, checkpoint(tree.head(9)), tree.consistencyProof(5, 9));
    }

    @Test
    void an_empty_log_is_not_sealed() {
        refused(Refusal.EMPTY_LOG, checkpoint(Head.EMPTY), List.of());
    }

    @Test
    void another_logs_head_is_refused() {
        refused(
                Refusal.WRONG_ORIGIN,
                Note.signed(new Checkpoint("other.example", tree.head(5)).text(), log),
                List.of());
    }

    @Test
    void a_head_that_another_key_signed_is_refused() {
        var stranger = NoteSigner.generate(origin, new SecureRandom());
        refused(Refusal.UNKNOWN_LOG, Note.signed(new Checkpoint(origin, tree.head(5)).text(), stranger), List.of());
    }

    @Test
    void a_head_under_anothers_signature_is_refused() {
        var signatures = checkpoint(tree.head(4)).signatures();
        refused(Refusal.BAD_SIGNATURE, new Note(new Checkpoint(origin, tree.head(5)).text(), signatures), List.of());
    }

    @Test
    void a_note_that_is_no_checkpoint_is_refused() {
        refused(Refusal.NOT_A_CHECKPOINT, Note.signed("hello\n", log), List.of());
    }

    protected final Note checkpoint(Head head) {
        return Note.signed(new Checkpoint(origin, head).text(), log);
    }

    private Seal sealed(long size, List<TreeHash> proof) {
        return ((Sealing.Sealed) ledger.seal(checkpoint(tree.head(size)), proof)).seal();
    }

    private void refused(Refusal reason, Note note, List<TreeHash> proof) {
        var before = ledger.history(0, 100);
        assertThat(ledger.seal(note, proof)).isEqualTo(new Sealing.Refused(reason));
        assertThat(ledger.history(0, 100)).isEqualTo(before);
    }
}
