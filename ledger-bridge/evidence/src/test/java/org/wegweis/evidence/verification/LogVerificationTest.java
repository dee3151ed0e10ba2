package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.Tiles;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.verification.Report.Outcome;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.kernel.record.EventRecord;

class LogVerificationTest {
    private static final String ORIGIN = "wegweis.example/log";
    private static final NoteSigner LOG_KEY = NoteSigner.generate(ORIGIN, new SecureRandom());
    private static final NoteSigner STRANGER = NoteSigner.generate("other.example", new SecureRandom());
    private static final Optional<Trust> TRUST =
            Optional.of(new Trust(ORIGIN, LOG_KEY.key(), new Trust.Local(STRANGER.key()), List.of()));

    /** Three levels of tiles, none of them full at its end. */
    private static final int SIZE = 66_000;

    private static final Map<TilePath, byte[]> TILES = new HashMap<>();
    private static final TiledLog LOG = new TiledLog(reading(TILES));

    static {
        var random = new Random(1);
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < SIZE; i++) {
            byte[] entry = new byte[32];
            random.nextBytes(entry);
            entries.add(entry);
        }
        TILES.putAll(LOG.append(0, entries).tiles());
    }

    private static Tiles reading(Map<TilePath, byte[]> tiles) {
        return path -> Optional.ofNullable(tiles.get(path))
                .or(() -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
    }

    private static byte[] checkpoint(long size) {
        return checkpoint(ORIGIN, LOG.head(size), LOG_KEY);
    }

    private static byte[] checkpoint(String origin, Head head, NoteSigner signer) {
        return Note.signed(new Checkpoint(origin, head).text(), signer).bytes();
    }

    private static List<Code> failing(Report report) {
        return report.steps().stream()
                .filter(step -> step.result() == Result.DOES_NOT_HOLD)
                .map(Step::code)
                .toList();
    }

    private static String sentence(Report report, Code code) {
        return report.steps().stream()
                .filter(step -> step.code() == code)
                .map(step -> step.sentence().english())
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class OneRecord {
        private static final GenuinePackage GENUINE = new GenuinePackage(4);
        private static final Map<String, byte[]> PARTS =
                Container.read(GENUINE.file()).parts();
        private static final byte[] RECORD = part("records/0001.json");
        private static final byte[] PROOF = cosigned("proofs/0001.tlog-proof");

        /** As the log's door answers; within a package the witnesses' lines stand in the checkpoint alone. */
        private static byte[] cosigned(String name) {
            var proof = LogProof.parse(new String(part(name), StandardCharsets.UTF_8));
            return new LogProof(proof.index(), proof.path(), Note.parse(part("checkpoint.txt")))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] part(String name) {
            return Objects.requireNonNull(PARTS.get(name));
        }

        private static Report verify(byte[] proof, byte[] record) {
            return LogVerification.record(proof, record, Optional.of(GENUINE.trust()));
        }

        @Test
        void a_record_and_its_proof_hold() {
            var report = verify(PROOF, RECORD);
            assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
            assertThat(report.steps())
                    .extracting(Step::code)
                    .containsExactly(
                            Code.PROOF_READABLE,
                            Code.RECORDS_CANONICAL,
                            Code.ENTRY_IN_LOG,
                            Code.CHECKPOINT_SIGNED,
                            Code.WITNESSES_COSIGNED);
        }

        @Test
        void an_entry_and_its_proof_hold() {
            var entry = EventRecord.entry(RECORD).bytes();
            assertThat(LogVerification.entry(PROOF, entry, Optional.of(GENUINE.trust()))
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
            entry[31] ^= 1;
            assertThat(failing(LogVerification.entry(PROOF, entry, Optional.of(GENUINE.trust()))))
                    .containsExactly(Code.ENTRY_IN_LOG);
        }

        @Test
        void without_a_trust_file_it_only_holds_together() {
            assertThat(LogVerification.record(PROOF, RECORD, Optional.empty()).outcome())
                    .isEqualTo(Outcome.HOLDS_TOGETHER);
        }

        @Test
        void a_proof_of_another_record_does_not_hold() {
            assertThat(failing(verify(cosigned("proofs/0002.tlog-proof"), RECORD)))
                    .containsExactly(Code.RECORDS_CANONICAL, Code.ENTRY_IN_LOG);
        }

        @Test
        void a_log_that_is_not_trusted_does_not_hold() {
            assertThat(failing(LogVerification.record(PROOF, RECORD, TRUST))).containsExactly(Code.CHECKPOINT_SIGNED);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.evidence.verification.LogVerificationTest#seeds")
        void no_bent_proof_holds_or_is_an_exception(long seed) {
            var random = new Random(seed);
            byte[] bent = PROOF.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verify(bent, RECORD).outcome()).isNotEqualTo(Outcome.HOLDS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\nindex 0\n\nhello\n\n— a b\n"})
        void what_is_no_proof_is_unreadable(String text) {
            var report = verify(text.getBytes(StandardCharsets.UTF_8), RECORD);
            assertThat(report.outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(report.steps()).hasSize(1);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Nested
    class Growing {
        private static byte[] growth(long from, long to) {
            return new AddCheckpoint(from, LOG.consistencyProof(from, to), Note.parse(checkpoint(to)))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static Report verify(byte[] newer, byte[] older, byte[] growth) {
            return LogVerification.growth(newer, older, growth, TRUST);
        }

        @ParameterizedTest
        @CsvSource({"1,2", "255,256", "256,257", "5,66000", "65536,66000", "66000,66000"})
        void a_checkpoint_extends_an_older_one(long from, long to) {
            assertThat(verify(checkpoint(to), checkpoint(from), growth(from, to))
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
            assertThat(LogVerification.growth(checkpoint(to), checkpoint(from), reading(TILES), TRUST)
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
            assertThat(LogVerification.growth(checkpoint(to), checkpoint(from), reading(TILES), Optional.empty())
                            .outcome())
                    .isEqualTo(Outcome.HOLDS_TOGETHER);
        }

        @Test
        void a_log_that_was_rewritten_does_not_hold() {
            byte[] older = checkpoint(ORIGIN, new Head(300, LOG.head(299).root()), LOG_KEY);
            assertThat(failing(verify(checkpoint(400), older, growth(300, 400))))
                    .containsExactly(Code.CHECKPOINT_CONSISTENT);
        }

        @Test
        void two_heads_of_one_size_contradict_each_other() {
            byte[] other = checkpoint(ORIGIN, new Head(400, LOG.head(399).root()), LOG_KEY);
            var report = verify(checkpoint(400), other, growth(300, 400));
            assertThat(sentence(report, Code.CHECKPOINT_CONSISTENT)).contains("two different logs of 400 records");
        }

        @Test
        void an_older_one_that_is_longer_or_another_logs_or_unsigned_does_not_hold() {
            assertThat(failing(verify(checkpoint(300), checkpoint(400), growth(300, 400))))
                    .containsExactly(Code.CHECKPOINT_CONSISTENT);
            byte[] another = checkpoint("other.example", LOG.head(300), STRANGER);
            assertThat(failing(verify(checkpoint(400), another, growth(300, 400))))
                    .containsExactly(Code.OLD_CHECKPOINT_SIGNED, Code.CHECKPOINT_CONSISTENT);
            byte[] unsigned = checkpoint(ORIGIN, LOG.head(300), STRANGER);
            assertThat(failing(verify(checkpoint(400), unsigned, growth(300, 400))))
                    .containsExactly(Code.OLD_CHECKPOINT_SIGNED);
        }

        @Test
        void a_proof_of_something_else_does_not_hold() {
            var others = Map.of(
                    "starts at another size", growth(299, 400),
                    "for another checkpoint", growth(300, 401),
                    "unreadable", new byte[0]);
            others.forEach((why, other) -> {
                var report = verify(checkpoint(400), checkpoint(300), other);
                assertThat(failing(report)).containsExactly(Code.CHECKPOINT_CONSISTENT);
                assertThat(sentence(report, Code.CHECKPOINT_CONSISTENT)).contains(why);
            });
        }

        @Test
        void an_empty_log_begins_every_log_so_nothing_is_said() {
            byte[] empty = checkpoint(ORIGIN, Head.EMPTY, LOG_KEY);
            var report = LogVerification.growth(checkpoint(400), empty, reading(TILES), TRUST);
            assertThat(report.steps().getLast().result()).isEqualTo(Result.NOT_CHECKED);
        }

        @Test
        void a_checkpoint_that_is_none_is_unreadable_and_named() {
            assertThat(verify(new byte[0], checkpoint(300), growth(300, 400)).outcome())
                    .isEqualTo(Outcome.UNREADABLE);
            var report = verify(checkpoint(400), new byte[0], growth(300, 400));
            assertThat(report.outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(sentence(report, Code.CHECKPOINT_READABLE)).contains("the older one");
        }
    }

    @Nested
    class Mirrors {
        private final Map<TilePath, byte[]> tiles = new HashMap<>(TILES);

        private Report verify() {
            return LogVerification.mirror(checkpoint(SIZE), reading(tiles), Optional.empty(), TRUST, _ -> {});
        }

        private static byte[] flipped(byte[] bytes, int at) {
            byte[] bent = bytes.clone();
            bent[at] ^= 1;
            return bent;
        }

        private void bend(String path, int at) {
            tiles.computeIfPresent(TilePath.parse(path), (_, bytes) -> flipped(bytes, at));
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 255, 256, 257, 65_535, 65_536, 65_537, SIZE})
        void a_mirror_of_any_size_holds(long size) {
            var seen = new ArrayList<Long>();
            var report = LogVerification.mirror(checkpoint(size), reading(tiles), Optional.empty(), TRUST, seen::add);
            assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
            assertThat(seen).isSorted().endsWith(size);
        }

        @Test
        void an_empty_mirror_holds_nothing_and_is_right() {
            byte[] empty = checkpoint(ORIGIN, Head.EMPTY, LOG_KEY);
            assertThat(LogVerification.mirror(empty, _ -> Optional.empty(), Optional.empty(), TRUST, _ -> {})
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
        }

        @Test
        void an_older_checkpoint_is_extended() {
            assertThat(LogVerification.mirror(
                                    checkpoint(SIZE), reading(tiles), Optional.of(checkpoint(300)), TRUST, _ -> {})
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
            byte[] other = checkpoint(ORIGIN, new Head(300, LOG.head(299).root()), LOG_KEY);
            assertThat(failing(LogVerification.mirror(
                            checkpoint(SIZE), reading(tiles), Optional.of(other), TRUST, _ -> {})))
                    .containsExactly(Code.CHECKPOINT_CONSISTENT);
        }

        @Test
        void the_first_tile_that_is_wrong_is_named() {
            bend("tile/0/200", 5);
            bend("tile/0/007", 8191);
            bend("tile/1/000", 0);
            var report = verify();
            assertThat(failing(report)).containsExactly(Code.TILES_MATCH);
            assertThat(sentence(report, Code.TILES_MATCH)).contains("tile/0/007 ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1"})
        void a_narrow_tile_at_the_end_is_compared_too(String path) {
            bend(path, 3);
            assertThat(sentence(verify(), Code.TILES_MATCH)).contains(path + " ");
        }

        @Test
        void a_changed_entry_is_another_tile_and_another_root() {
            bend("tile/entries/009", 2);
            var report = verify();
            assertThat(failing(report)).containsExactly(Code.TILES_MATCH, Code.ROOT_MATCHES);
            assertThat(sentence(report, Code.TILES_MATCH)).contains("tile/0/009 ");
        }

        @Test
        void a_bundle_of_fewer_or_more_entries_is_named() {
            for (int length : new int[] {34 * 255, 34 * 256 - 1, 34 * 257, 0}) {
                tiles.compute(TilePath.parse("tile/entries/009"), (_, bytes) -> {
                    byte[] other = Arrays.copyOf(Objects.requireNonNull(bytes), length);
                    if (length > 34 * 256) other[34 * 256 + 1] = 32;
                    return other;
                });
                assertThat(sentence(verify(), Code.MIRROR_COMPLETE)).contains("tile/entries/009 ");
                tiles.putAll(TILES);
            }
        }

        @Test
        void what_is_missing_is_named() {
            tiles.remove(TilePath.parse("tile/0/010"));
            assertThat(sentence(verify(), Code.MIRROR_COMPLETE)).endsWith("missing: tile/0/010.");
            tiles.remove(TilePath.parse("tile/entries/004"));
            var report = verify();
            assertThat(sentence(report, Code.MIRROR_COMPLETE)).endsWith("missing: tile/entries/004.");
            assertThat(report.steps())
                    .filteredOn(step -> step.result() == Result.NOT_CHECKED)
                    .extracting(Step::code)
                    .containsExactly(Code.WITNESSES_COSIGNED, Code.TILES_MATCH, Code.ROOT_MATCHES);
        }

        @Test
        void a_checkpoint_of_another_root_or_log_does_not_hold() {
            byte[] other = checkpoint(ORIGIN, new Head(SIZE, LOG.head(5).root()), LOG_KEY);
            assertThat(failing(LogVerification.mirror(other, reading(tiles), Optional.empty(), TRUST, _ -> {})))
                    .containsExactly(Code.ROOT_MATCHES);
            byte[] strange = checkpoint("other.example", LOG.head(SIZE), STRANGER);
            assertThat(failing(LogVerification.mirror(strange, reading(tiles), Optional.empty(), TRUST, _ -> {})))
                    .containsExactly(Code.CHECKPOINT_SIGNED);
        }

        @Test
        void a_size_beyond_all_that_is_there_ends_at_the_first_that_is_missing() {
            byte[] huge = checkpoint(ORIGIN, new Head(1L << 60, LOG.head(5).root()), LOG_KEY);
            var report = LogVerification.mirror(huge, reading(tiles), Optional.empty(), TRUST, _ -> {});
            assertThat(sentence(report, Code.MIRROR_COMPLETE)).contains("missing: tile/entries/257");
        }
    }
}
