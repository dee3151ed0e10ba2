package org.wegweis.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;

class NoteTest {
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final NoteSigner OTHER = NoteSigner.generate("other.example", new SecureRandom());
    private static final Note NOTE = Note.signed("Zeile eins\n\nZeile drei: Übergabe\n", LOG);

    @Nested
    class Reading {
        @Test
        void a_note_survives_print_and_parse() {
            var twice = NOTE.with(OTHER);
            assertThat(Note.parse(twice.bytes())).isEqualTo(twice);
        }

        @Test
        void every_single_changed_byte_is_refused_or_unsigned() {
            byte[] genuine = NOTE.bytes();
            for (int i = 0; i < genuine.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] bent = genuine.clone();
                    bent[i] ^= (byte) (1 << bit);
                    assertThat(holds(bent)).as("byte %d bit %d", i, bit).isFalse();
                }
            }
        }

        private boolean holds(byte[] note) {
            try {
                return Note.parse(note).signedBy(LOG.key());
            } catch (IllegalArgumentException _) {
                return false;
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "text\n",
                    "text\n\n",
                    "text\n\n— a AAAAAAA=",
                    "text\n\n- a AAAAAAA=\n",
                    "text\n\n— a AAAAAAA=\n\n",
                    "text\n\n— a b AAAAAAA=\n",
                    "text\n\n— a AAAAAAA\n",
                    "text\n\n— a AAAAAAB=\n",
                    "text\n\n— a AAAA\n",
                    "text\n\n— a+b AAAAAAA=\n",
                    "te\u0000xt\n\n— a AAAAAAA=\n",
                    "text\r\n\n— a AAAAAAA=\n",
                })
        void nothing_else_is_a_note(String text) {
            assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void invalid_utf8_is_no_note() {
            byte[] bytes = NOTE.bytes();
            bytes[3] = (byte) 0xFF;
            assertThatThrownBy(() -> Note.parse(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Trusting {
        @Test
        void unknown_signatures_are_ignored() {
            assertThat(NOTE.with(OTHER).signedBy(List.of(LOG.key()))).containsExactly(LOG.key());
            assertThat(NOTE.signedBy(OTHER.key())).isFalse();
        }

        @Test
        void a_wrong_signature_of_a_known_key_refuses_the_note() {
            var forged = new Note("other text\n", NOTE.signatures()).with(OTHER);
            assertThatThrownBy(() -> forged.signedBy(List.of(OTHER.key(), LOG.key())))
                    .isInstanceOf(WrongSignature.class);
        }

        /** Example of the signed-note specification: key, text and signature made by others. */
        @Test
        void a_note_that_others_signed_holds() {
            // published test key of golang.org/x/mod/sumdb/note
            var key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
            var note = Note.parse("""
                    If you think cryptography is the answer to your problem,
                    then you don't know what your problem is.

                    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                    """);
            assertThat(note.signedBy(key)).isTrue();
        }
    }

    @Nested
    class Keys {
        @Test
        void keys_survive_print_and_parse() {
            assertThat(NoteKey.parse(LOG.key().toString())).isEqualTo(LOG.key());
            assertThat(NoteSigner.parse(LOG.secret()).key()).isEqualTo(LOG.key());
        }

        @Test
        void a_signer_does_not_print_its_secret() {
            assertThat(LOG.toString()).doesNotContain(LOG.secret().substring(40));
        }

        @Test
        void a_key_whose_id_is_not_its_own_is_refused() {
            String text = LOG.key().toString();
            int at = text.indexOf('+') + 1;
            String other = text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
            assertThatThrownBy(() -> NoteKey.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "a+b", "a+00000000+", "a b+00000000+AQ==", "a+00000000+AQ=="})
        void nothing_else_is_a_key(String text) {
            assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Checkpoints {
        private final Head head = new Head(20_852_163, TreeHash.leaf(new byte[] {1}));

        @Test
        void a_checkpoint_survives_print_and_parse() {
            var checkpoint = new Checkpoint("wegweis.example/log", head, List.of("one", "two"));
            assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        }

        @Test
        void a_checkpoint_is_three_lines() {
            assertThat(new Checkpoint("example.com/behind-the-sofa", head).text())
                    .isEqualTo("example.com/behind-the-sofa\n20852163\n" + head.root() + "\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "o\n1\n",
                    "o\n01\nROOT\n",
                    "o\n-1\nROOT\n",
                    "o\n+1\nROOT\n",
                    "o\n1 \nROOT\n",
                    "o\n٣\nROOT\n",
                    "o\n0\nROOT\n",
                    "o\n9223372036854775808\nROOT\n",
                    "\n1\nROOT\n",
                    "o\n1\nROOT",
                    "o\n1\nROOT\n\n",
                    "o\n1\nROOT\n\nx\n",
                    "o\n1\n AAA\n",
                })
        void nothing_else_is_a_checkpoint(String text) {
            String filled = text.replace("ROOT", head.root().toString());
            assertThatThrownBy(() -> Checkpoint.parse(filled)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class ProofTexts {
        @Test
        void a_proof_survives_print_and_parse_and_proves() {
            byte[] entry = "entry".getBytes(StandardCharsets.UTF_8);
            var sibling = TreeHash.leaf(new byte[] {1});
            var head = new Head(2, TreeHash.node(TreeHash.leaf(entry), sibling));
            var proof = new LogProof(0, List.of(sibling), Note.signed(new Checkpoint("o", head).text(), LOG));
            assertThat(LogProof.parse(proof.toString())).isEqualTo(proof);
            assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n" + sibling + "\n\no\n2\n");
            assertThat(proof.proves(entry)).isTrue();
            assertThat(proof.proves(new byte[0])).isFalse();
        }

        @Test
        void extra_data_is_carried_along_and_proves_nothing() {
            var head = new Head(1, TreeHash.leaf(new byte[] {1}));
            var note = Note.signed(new Checkpoint("o", head).text(), LOG);
            var proof = new LogProof(Optional.of("AQID"), 0, List.of(), note);
            assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 0\n\no\n1\n");
            assertThat(LogProof.parse(proof.toString())).isEqualTo(proof);
            assertThat(proof.proves(new byte[] {1})).isTrue();
            assertThat(proof.proves(new byte[] {1, 2, 3})).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "c2sp.org/tlog-proof@v1\n",
                    "c2sp.org/tlog-proof@v1\nindex 00\n\n",
                    "c2sp.org/tlog-proof@v1\nindex -1\n\n",
                    "c2sp.org/tlog-proof@v1\nindex +1\n\n",
                    "c2sp.org/tlog-proof@v1\nindex ٣\n\n",
                    "c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
                    "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n",
                    "c2sp.org/tlog-proof@v1\nextra AQI\nindex 0\n\n",
                    "c2sp.org/tlog-proof@v1\nextra AQID\nextra AQID\nindex 0\n\n",
                    "c2sp.org/tlog-proof@v1\nindex 0\nextra AQID\n\n",
                    "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                    "x\nindex 0\n\n"
                })
        void nothing_else_is_a_proof(String start) {
            assertThatThrownBy(() -> LogProof.parse(start + NOTE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_note_may_have_sixteen_signatures_and_more() {
        var note = NOTE;
        for (int i = 0; i < 40; i++) {
            note = note.with(NoteSigner.generate("w" + i + ".example", new SecureRandom()));
        }
        assertThat(Note.parse(note.bytes()).signedBy(LOG.key())).isTrue();
    }

    @Test
    void a_signature_needs_bytes_after_its_key_id() {
        String onlyId = Base64.getEncoder().encodeToString(new byte[4]);
        assertThatThrownBy(() -> new NoteSignature("a", onlyId)).isInstanceOf(IllegalArgumentException.class);
    }
}
