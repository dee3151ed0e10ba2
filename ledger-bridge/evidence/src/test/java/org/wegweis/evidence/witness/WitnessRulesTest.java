package org.wegweis.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.witness.WitnessRules.Answer;

class WitnessRulesTest {
    private static final String ORIGIN = "other.example/log";
    private static final NoteSigner LOG = NoteSigner.generate(ORIGIN, new SecureRandom());
    private static final NoteSigner SECOND = NoteSigner.generate(ORIGIN, new SecureRandom());
    private static final NoteSigner STRANGER = NoteSigner.generate(ORIGIN, new SecureRandom());
    private static final WitnessRules RULES = new WitnessRules(List.of(LOG.key(), SECOND.key()));

    /** Two logs of one origin that part ways after 5 entries. */
    private static final TiledLog TRUE = log(0);

    private static final TiledLog FORK = log(1);

    private final Remembered memory = new Remembered();

    private static final class Remembered implements WitnessRules.Memory {
        private Optional<Head> cosigned = Optional.empty();
        private final List<Note> seen = new ArrayList<>();

        @Override
        public Optional<Head> cosigned(String origin) {
            return cosigned;
        }

        @Override
        public Optional<Note> contradicting(String origin, Head head) {
            return seen.stream()
                    .filter(note -> {
                        var other = Checkpoint.parse(note.text()).head();
                        return other.size() == head.size() && !other.equals(head);
                    })
                    .findFirst();
        }
    }

    private static TiledLog log(int fork) {
        var tiles = new HashMap<TilePath, byte[]>();
        var log =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        var entries = IntStream.range(0, 20)
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i < 5 ? 0 : fork)})
                .map(two -> Arrays.copyOf(two, 32))
                .toList();
        log.append(0, entries).tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
        return log;
    }

    private static Note signed(TiledLog log, long size) {
        return Note.signed(new Checkpoint(ORIGIN, log.head(size)).text(), LOG);
    }

    private static AddCheckpoint asked(TiledLog log, long old, long size) {
        var proof = old == 0 || old >= size ? List.<TreeHash>of() : log.consistencyProof(old, size);
        return new AddCheckpoint(old, proof, signed(log, size));
    }

    private Answer answer(AddCheckpoint request) {
        return RULES.judge(request, memory).answer();
    }

    private void cosigned(long size) {
        memory.cosigned = Optional.of(TRUE.head(size));
        memory.seen.add(signed(TRUE, size));
    }

    @Nested
    class Cosigning {
        @Test
        void the_first_head_needs_no_proof() {
            assertThat(answer(asked(TRUE, 0, 7))).isEqualTo(new Answer.Cosign());
        }

        @Test
        void every_later_head_must_extend_the_last() {
            for (long old = 1; old < 20; old++) {
                cosigned(old);
                for (long size = old; size <= 20; size++) {
                    assertThat(answer(asked(TRUE, old, size)))
                            .as("%d to %d", old, size)
                            .isEqualTo(new Answer.Cosign());
                }
            }
        }

        @Test
        void an_empty_log_may_be_cosigned() {
            assertThat(answer(asked(TRUE, 0, 0))).isEqualTo(new Answer.Cosign());
        }

        @Test
        void any_key_that_the_log_is_known_by_will_do_and_lines_of_strangers_do_not_matter() {
            var note = Note.signed(new Checkpoint(ORIGIN, TRUE.head(7)).text(), STRANGER)
                    .with(SECOND);
            assertThat(answer(new AddCheckpoint(0, List.of(), note))).isEqualTo(new Answer.Cosign());
        }
    }

    @Nested
    class Refusing {
        @Test
        void a_log_that_nobody_asked_us_to_witness_is_unknown() {
            var note = Note.signed(new Checkpoint("third.example/log", TRUE.head(7)).text(), LOG);
            assertThat(answer(new AddCheckpoint(0, List.of(), note))).isEqualTo(new Answer.UnknownLog());
        }

        @Test
        void a_head_that_only_a_stranger_signed_is_not_signed() {
            var note = Note.signed(new Checkpoint(ORIGIN, TRUE.head(7)).text(), STRANGER);
            assertThat(answer(new AddCheckpoint(0, List.of(), note))).isEqualTo(new Answer.NotSigned());
        }

        @Test
        void a_wrong_line_of_a_known_key_is_not_signed_whoever_else_signed() {
            var forged = new Note(
                            new Checkpoint(ORIGIN, TRUE.head(7)).text(),
                            signed(TRUE, 6).signatures())
                    .with(SECOND);
            assertThat(answer(new AddCheckpoint(0, List.of(), forged))).isEqualTo(new Answer.NotSigned());
        }

        @Test
        void an_old_size_above_the_new_one_is_malformed() {
            cosigned(7);
            assertThat(answer(asked(TRUE, 7, 6))).isEqualTo(new Answer.Malformed());
        }

        @Test
        void a_signed_text_that_is_no_checkpoint_is_malformed() {
            var note = Note.signed(ORIGIN + "\nseven\n", LOG);
            assertThat(answer(new AddCheckpoint(0, List.of(), note))).isEqualTo(new Answer.Malformed());
        }

        @Test
        void another_old_size_than_that_of_the_last_head_is_told_the_right_one() {
            assertThat(answer(asked(TRUE, 3, 7))).isEqualTo(new Answer.OtherSize(0));
            cosigned(7);
            assertThat(answer(asked(TRUE, 0, 9))).isEqualTo(new Answer.OtherSize(7));
            assertThat(answer(asked(TRUE, 6, 9))).isEqualTo(new Answer.OtherSize(7));
            assertThat(answer(asked(TRUE, 8, 9))).isEqualTo(new Answer.OtherSize(7));
            assertThat(answer(asked(TRUE, 3, 5))).isEqualTo(new Answer.OtherSize(7));
        }

        @Test
        void a_proof_from_nothing_is_inconsistent() {
            var request = new AddCheckpoint(0, TRUE.consistencyProof(3, 7), signed(TRUE, 7));
            assertThat(answer(request)).isEqualTo(new Answer.Inconsistent());
        }

        @Test
        void a_log_that_has_parted_ways_is_inconsistent() {
            cosigned(7);
            assertThat(answer(asked(FORK, 7, 9))).isEqualTo(new Answer.Inconsistent());
            assertThat(answer(asked(FORK, 7, 7))).isEqualTo(new Answer.Inconsistent());
            var needless = new AddCheckpoint(7, List.of(TreeHash.EMPTY), signed(TRUE, 7));
            assertThat(answer(needless)).isEqualTo(new Answer.Inconsistent());
        }

        @Test
        void an_empty_log_has_one_root_only() {
            var note = Note.signed(ORIGIN + "\n0\n" + TRUE.head(1).root() + "\n", LOG);
            assertThat(answer(new AddCheckpoint(0, List.of(), note))).isEqualTo(new Answer.Inconsistent());
            var none = Note.signed(ORIGIN + "\n0\nroot\n", LOG);
            assertThat(answer(new AddCheckpoint(0, List.of(), none))).isEqualTo(new Answer.Malformed());
        }

        @Test
        void a_cosigners_key_is_no_logs() {
            var key = Cosigner.generate("w", SignatureType.COSIGNATURE_V1, new SecureRandom())
                    .key();
            assertThatThrownBy(() -> new WitnessRules(List.of(key))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Contradicting {
        @Test
        void another_root_for_a_size_that_was_seen_is_noticed_whatever_the_answer() {
            cosigned(7);
            cosigned(9);
            for (var request : List.of(asked(FORK, 9, 9), asked(FORK, 7, 9), asked(FORK, 0, 7), asked(FORK, 9, 7))) {
                var judgement = RULES.judge(request, memory);
                assertThat(judgement.answer()).isNotEqualTo(new Answer.Cosign());
                assertThat(judgement.contradicted()).isPresent();
                assertThat(judgement.seen())
                        .contains(Checkpoint.parse(request.checkpoint().text()));
            }
        }

        /** A fork that was refused once convicts the log when it comes back with the other side. */
        @Test
        void what_was_seen_and_not_cosigned_convicts_as_well() {
            cosigned(7);
            memory.seen.add(signed(FORK, 9));
            var judgement = RULES.judge(asked(TRUE, 7, 9), memory);
            assertThat(judgement.answer()).isEqualTo(new Answer.Cosign());
            assertThat(judgement.contradicted()).contains(signed(FORK, 9));
        }

        @Test
        void the_same_head_again_contradicts_nothing() {
            cosigned(7);
            var judgement = RULES.judge(asked(TRUE, 7, 7), memory);
            assertThat(judgement.contradicted()).isEmpty();
        }

        @Test
        void what_the_log_has_not_signed_proves_nothing() {
            cosigned(7);
            var forged = Note.signed(new Checkpoint(ORIGIN, FORK.head(7)).text(), STRANGER);
            var judgement = RULES.judge(new AddCheckpoint(7, List.of(), forged), memory);
            assertThat(judgement.seen()).isEmpty();
            assertThat(judgement.contradicted()).isEmpty();
        }
    }

    @Test
    void a_cosigned_head_holds_for_who_knows_the_witness() {
        var witness = Cosigner.generate("witness.example", SignatureType.ML_DSA_44, new SecureRandom());
        var note = signed(TRUE, 7);
        var line = witness.cosign(Checkpoint.parse(note.text()), Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(note.with(List.of(line)).signedBy(witness.key())).isTrue();
    }
}
