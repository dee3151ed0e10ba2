package org.wegweis.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.note.WrongSignature;

class WitnessPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final Cosigner BERLIN = cosigner("berlin.example", SignatureType.COSIGNATURE_V1);
    private static final Cosigner POTSDAM = cosigner("potsdam.example", SignatureType.ML_DSA_44);
    private static final Cosigner COTTBUS = cosigner("cottbus.example", SignatureType.COSIGNATURE_V1);
    private static final WitnessPolicy TWO_OF_THREE =
            WitnessPolicy.of(LOG.key(), List.of(BERLIN.key(), POTSDAM.key(), COTTBUS.key()), 2);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("wegweis.example/log", new Head(7, TreeHash.leaf(new byte[0])));

    private static Cosigner cosigner(String name, SignatureType type) {
        return Cosigner.generate(name, type, new SecureRandom());
    }

    private static Note cosignedBy(Cosigner... cosigners) {
        var note = Note.signed(CHECKPOINT.text(), LOG);
        for (var cosigner : cosigners) note = note.with(List.of(cosigner.cosign(CHECKPOINT, NOON)));
        return note;
    }

    @Nested
    class Asking {
        @Test
        void k_of_n_is_met_by_k() {
            assertThat(TWO_OF_THREE.metBy(cosignedBy(BERLIN, POTSDAM)).met()).isTrue();
            assertThat(TWO_OF_THREE.metBy(cosignedBy(BERLIN, POTSDAM, COTTBUS)).met())
                    .isTrue();
        }

        @Test
        void fewer_are_not_enough_and_are_named() {
            var cosigners = TWO_OF_THREE.metBy(cosignedBy(POTSDAM));
            assertThat(cosigners.met()).isFalse();
            assertThat(cosigners.times()).containsOnlyKeys(POTSDAM.key()).containsValue(NOON);
        }

        @Test
        void one_witness_twice_counts_once() {
            assertThat(TWO_OF_THREE.metBy(cosignedBy(BERLIN, BERLIN)).met()).isFalse();
        }

        @Test
        void a_stranger_of_the_same_name_does_not_count() {
            var stranger = cosigner("potsdam.example", SignatureType.ML_DSA_44);
            assertThat(TWO_OF_THREE.metBy(cosignedBy(BERLIN, stranger)).met()).isFalse();
        }

        @Test
        void a_wrong_line_of_a_witness_refuses_the_note() {
            var other = new Checkpoint("wegweis.example/log", new Head(8, TreeHash.leaf(new byte[0])));
            var note = cosignedBy(BERLIN, POTSDAM).with(List.of(COTTBUS.cosign(other, NOON)));
            assertThatThrownBy(() -> TWO_OF_THREE.metBy(note)).isInstanceOf(WrongSignature.class);
        }

        @Test
        void who_asks_for_nothing_has_enough() {
            assertThat(WitnessPolicy.NONE.metBy(cosignedBy()).met()).isTrue();
        }
    }

    @Nested
    class Texts {
        private final String berlin = BERLIN.key().toString();
        private final String potsdam = POTSDAM.key().toString();

        @Test
        void a_policy_survives_print_and_parse() {
            for (int k = 0; k <= 3; k++) {
                var policy = new WitnessPolicy(
                        List.of(LOG.key()),
                        List.of(
                                new WitnessPolicy.Witness(BERLIN.key(), Optional.of("https://berlin.example/witness")),
                                new WitnessPolicy.Witness(POTSDAM.key(), Optional.empty()),
                                new WitnessPolicy.Witness(COTTBUS.key(), Optional.empty())),
                        k);
                assertThat(WitnessPolicy.parse(policy.toString())).isEqualTo(policy);
            }
            assertThat(WitnessPolicy.parse(WitnessPolicy.NONE.toString())).isEqualTo(WitnessPolicy.NONE);
        }

        @Test
        void it_is_printed_as_the_format_says() {
            assertThat(WitnessPolicy.of(LOG.key(), List.of(BERLIN.key()), 1))
                    .hasToString("""
                            log %s
                            witness berlin.example %s
                            group k-of-n 1 berlin.example
                            quorum k-of-n
                            """.formatted(LOG.key(), berlin));
        }

        @Test
        void words_are_apart_by_spaces_and_tabs_and_comments_are_skipped() {
            var policy = WitnessPolicy.parse("""
                    # wer für uns gegenzeichnet

                    \t witness  W1\t%s https://berlin.example/witness\s
                      # noch einer
                    witness W2 %s
                    group both all W1 W2
                    log %s https://wegweis.example/
                    quorum both
                    """.formatted(berlin, potsdam, LOG.key()));
            assertThat(policy.threshold()).isEqualTo(2);
            assertThat(policy.keys()).containsExactly(BERLIN.key(), POTSDAM.key());
            assertThat(policy.witnesses().getFirst().url()).contains("https://berlin.example/witness");
            assertThat(policy.logs()).containsExactly(LOG.key());
        }

        @ParameterizedTest
        @ValueSource(strings = {"any", "1"})
        void any_is_one(String word) {
            var policy = WitnessPolicy.parse(
                    "witness a %s\nwitness b %s\ngroup g %s b a\nquorum g\n".formatted(berlin, potsdam, word));
            assertThat(policy.threshold()).isEqualTo(1);
        }

        @Test
        void the_only_witness_may_be_the_quorum() {
            assertThat(WitnessPolicy.parse("witness a %s\nquorum a\n".formatted(berlin)))
                    .isEqualTo(new WitnessPolicy(
                            List.of(), List.of(new WitnessPolicy.Witness(BERLIN.key(), Optional.empty())), 1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "quorum",
                    "quorum none",
                    "quorum a\n",
                    "quorum none\nquorum none\n",
                    "witness a @A\n",
                    "witness none @A\nquorum none\n",
                    "witness a @A\nwitness a @B\nquorum none\n",
                    "witness a @A\nwitness b @A\nquorum none\n",
                    "witness a @A\nwitness b @B\nquorum a\n",
                    "witness a @A\nwitness b @B\ngroup g any a\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g all a a\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g 0 a b\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g 3 a b\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g 99999999999 a b\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g most a b\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g any\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g any a b c\nquorum g\n",
                    "witness a @A\nwitness b @B\ngroup g any a none\nquorum g\n",
                    "witness a @A\ngroup g any a\nwitness b @B\ngroup h all g b\nquorum h\n",
                    "witness a @A\ngroup a any a\nquorum a\n",
                    "witness a @L\nquorum a\n",
                    "log @A\nquorum none\n",
                    "log @L\nlog @L\nquorum none\n",
                    "log @L one two\nquorum none\n",
                    "wit\u0000ness a @A\nquorum a\n",
                    "witness a @A\r\nquorum a\r\n",
                    "friend a @A\nquorum none\n",
                })
        void nothing_else_is_a_policy_of_k_of_n(String text) {
            String filled = text.replace("@A", berlin)
                    .replace("@B", potsdam)
                    .replace("@L", LOG.key().toString());
            assertThatThrownBy(() -> WitnessPolicy.parse(filled)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void two_keys_of_one_witness_do_not_count_as_two() {
        NoteKey other = cosigner("berlin.example", SignatureType.ML_DSA_44).key();
        assertThatThrownBy(() -> WitnessPolicy.of(LOG.key(), List.of(BERLIN.key(), other), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void a_threshold_lies_between_none_and_all(int threshold) {
        assertThatThrownBy(() -> WitnessPolicy.of(LOG.key(), List.of(BERLIN.key()), threshold))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
