package org.wegweis.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;

class CosignatureTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("wegweis.example/log", new Head(20_852_163, TreeHash.leaf(new byte[] {1})));
    private static final Note NOTE = Note.signed(CHECKPOINT.text(), LOG);

    private static Cosigner cosigner(SignatureType type) {
        return Cosigner.generate("witness.example/w1", type, new SecureRandom());
    }

    /** What {@code transparency-dev/formats} (Go) made of this seed and this text. */
    @Test
    void a_cosignature_that_others_made_holds_and_ours_is_the_same() {
        var note = Note.parse("""
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — witness.example/w1 519lMgAAAABrB4Pz7+VMTmTHjoQA8L+3W/nZzyKwYAWomk8wCoH1hmJzqm7XT8AE8RtwugRPW1rCRMSc3DuP09GHu4Kq4SMEAZJgAw==
                """);
        var key = NoteKey.parse("witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
        assertThat(note.signedBy(key)).isTrue();
        assertThat(note.cosignedBy(List.of(key))).containsExactly(Map.entry(key, Instant.ofEpochSecond(1_795_654_643)));

        byte[] typed = new byte[33];
        typed[0] = 4;
        for (int i = 0; i < 32; i++) typed[1 + i] = (byte) i;
        var ours = Cosigner.parse(
                "PRIVATE+KEY+witness.example/w1+e75f6532+" + Base64.getEncoder().encodeToString(typed));
        assertThat(ours.key()).isEqualTo(key);
        assertThat(ours.cosign(Checkpoint.parse(note.text()), Instant.ofEpochSecond(1_795_654_643)))
                .isEqualTo(note.signatures().getFirst());
    }

    /** The message is put together here by hand, and the JDK's own ML-DSA judges. */
    @Test
    void an_ml_dsa_cosignature_is_over_the_structure_that_the_specification_gives() throws Exception {
        var cosigner = cosigner(SignatureType.ML_DSA_44);
        byte[] all =
                Base64.getDecoder().decode(cosigner.cosign(CHECKPOINT, NOON).base64());
        assertThat(all).hasSize(4 + 8 + 2420);

        var message = new ByteArrayOutputStream();
        message.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        message.write(18);
        message.writeBytes("witness.example/w1".getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(Arrays.copyOfRange(all, 4, 12));
        message.write(19);
        message.writeBytes("wegweis.example/log".getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(new byte[8]);
        message.writeBytes(HexFormat.of().parseHex("00000000013e2dc3"));
        message.writeBytes(CHECKPOINT.head().root().bytes());
        assertThat(ByteBuffer.wrap(all, 4, 8).getLong()).isEqualTo(NOON.getEpochSecond());

        byte[] header = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");
        byte[] raw = Base64.getDecoder().decode(cosigner.key().publicKey());
        byte[] encoded = ByteBuffer.allocate(header.length + raw.length)
                .put(header)
                .put(raw)
                .array();
        var judge = Signature.getInstance("ML-DSA");
        judge.initVerify(KeyFactory.getInstance("ML-DSA").generatePublic(new X509EncodedKeySpec(encoded)));
        judge.update(message.toByteArray());
        assertThat(judge.verify(Arrays.copyOfRange(all, 12, all.length))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureType.class,
            names = {"COSIGNATURE_V1", "ML_DSA_44"})
    void a_cosigned_note_names_who_cosigned_and_when(SignatureType type) {
        var cosigner = cosigner(type);
        var note = NOTE.with(List.of(cosigner.cosign(CHECKPOINT, NOON.plusMillis(900))));
        assertThat(Note.parse(note.bytes())).isEqualTo(note);
        assertThat(note.signedBy(List.of(LOG.key(), cosigner.key()))).containsExactly(LOG.key(), cosigner.key());
        assertThat(note.cosignedBy(List.of(LOG.key(), cosigner.key())))
                .containsExactly(Map.entry(cosigner.key(), NOON));
        assertThat(note.only(List.of(LOG.key()))).isEqualTo(NOTE);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureType.class,
            names = {"COSIGNATURE_V1", "ML_DSA_44"})
    void of_several_times_the_first_counts(SignatureType type) {
        var cosigner = cosigner(type);
        var note =
                NOTE.with(List.of(cosigner.cosign(CHECKPOINT, NOON.plusSeconds(9)), cosigner.cosign(CHECKPOINT, NOON)));
        assertThat(note.cosignedBy(List.of(cosigner.key()))).containsValue(NOON);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureType.class,
            names = {"COSIGNATURE_V1", "ML_DSA_44"})
    void a_wrong_line_of_a_known_cosigner_refuses_the_whole_note(SignatureType type) {
        var cosigner = cosigner(type);
        byte[] genuine =
                Base64.getDecoder().decode(cosigner.cosign(CHECKPOINT, NOON).base64());
        // a bit of the time, of the signature's start, of its end
        for (int at : new int[] {11, 12, genuine.length - 1}) {
            byte[] bent = genuine.clone();
            bent[at] ^= 1;
            var line =
                    new NoteSignature("witness.example/w1", Base64.getEncoder().encodeToString(bent));
            var note = NOTE.with(List.of(line));
            assertThatThrownBy(() -> note.signedBy(List.of(LOG.key(), cosigner.key())))
                    .as("byte %d", at)
                    .isInstanceOf(WrongSignature.class);
            assertThat(note.signedBy(LOG.key())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureType.class,
            names = {"COSIGNATURE_V1", "ML_DSA_44"})
    void a_line_of_a_known_cosigner_that_is_cut_off_or_too_long_is_wrong_too(SignatureType type) {
        var cosigner = cosigner(type);
        byte[] genuine =
                Base64.getDecoder().decode(cosigner.cosign(CHECKPOINT, NOON).base64());
        for (int length : new int[] {5, 11, 12, 13, genuine.length - 1, genuine.length + 1}) {
            byte[] other = Arrays.copyOf(genuine, length);
            var note = NOTE.with(List.of(
                    new NoteSignature("witness.example/w1", Base64.getEncoder().encodeToString(other))));
            assertThatThrownBy(() -> note.signedBy(cosigner.key())).isInstanceOf(WrongSignature.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureType.class,
            names = {"COSIGNATURE_V1", "ML_DSA_44"})
    void a_cosignature_without_a_time_is_none(SignatureType type) {
        var secret = SecretKey.generate("witness.example/w1", type, new SecureRandom());
        for (long time : new long[] {0, -1}) {
            byte[] signature = secret.sign(CHECKPOINT.text(), time);
            byte[] timed = ByteBuffer.allocate(8 + signature.length)
                    .putLong(time)
                    .put(signature)
                    .array();
            var note = NOTE.with(List.of(NoteSignature.of(secret.key(), timed)));
            assertThatThrownBy(() -> note.signedBy(secret.key())).isInstanceOf(WrongSignature.class);
        }
        var cosigner = cosigner(type);
        assertThatThrownBy(() -> cosigner.cosign(CHECKPOINT, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cosignature_of_another_head_is_wrong() {
        var cosigner = cosigner(SignatureType.COSIGNATURE_V1);
        var other = new Checkpoint("wegweis.example/log", new Head(1, TreeHash.leaf(new byte[] {2})));
        var note = NOTE.with(List.of(cosigner.cosign(other, NOON)));
        assertThatThrownBy(() -> note.signedBy(cosigner.key())).isInstanceOf(WrongSignature.class);
    }

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void keys_of_every_type_survive_print_and_parse(SignatureType type) {
        var secret = SecretKey.generate("witness.example/w1", type, new SecureRandom());
        assertThat(NoteKey.parse(secret.key().toString())).isEqualTo(secret.key());
        assertThat(SecretKey.parse(secret.text()).key()).isEqualTo(secret.key());
        assertThat(secret.toString()).doesNotContain(secret.text().substring(45));
    }

    @Test
    void one_secret_gives_other_key_ids_to_other_types() {
        var ids = Arrays.stream(SignatureType.values())
                .map(type -> SecretKey.generate("a", type, zeros()).key().id());
        assertThat(ids.distinct()).hasSize(3);
    }

    private static SecureRandom zeros() {
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 0);
            }
        };
    }

    @Test
    void a_log_does_not_sign_with_a_cosigners_key_nor_a_cosigner_with_a_logs() {
        String witness = cosigner(SignatureType.COSIGNATURE_V1).secret();
        assertThatThrownBy(() -> NoteSigner.parse(witness)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cosigner.parse(LOG.secret())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOG.key().ofCosigner()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+00000000+BA==",
                "a+00000000+BQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "a+00000000+BgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_key_of_another_type_or_length_is_refused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
