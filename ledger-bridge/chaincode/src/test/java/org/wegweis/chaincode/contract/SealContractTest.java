package org.wegweis.chaincode.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.kernel.json.Json;

class SealContractTest {
    private static final String ORIGIN = "wegweis.example/log";
    private static final String KIND = "waste-routes";
    private static final String TOWN = "TownMSP";
    private static final String COUNTY = "CountyMSP";
    private static final String ANYBODY = "AuditorMSP";

    private final GrowingLog log = new GrowingLog(ORIGIN);
    private final StateInMemory ledger = new StateInMemory();

    @BeforeEach
    void the_town_s_log_is_registered() {
        register(TOWN, log, KIND);
    }

    @Nested
    class Registering {
        @Test
        void a_log_is_its_registrar_s() {
            assertThat(object(ledger.call(ANYBODY, "log", ORIGIN), "log"))
                    .isEqualTo(Json.Obj.of()
                            .with("origin", ORIGIN)
                            .with("vkey", log.vkey())
                            .with("kind", KIND)
                            .with("owner", TOWN)
                            .with("ownerSince", 0)
                            .with("changes", 0));
            assertThat(ledger.endorsers).isEqualTo(Map.of("log/" + ORIGIN, TOWN));
        }

        @Test
        void the_same_again_is_the_first_answer() {
            var first = items(ledger.call(TOWN, "changes", ORIGIN), "changes");
            assertThat(List.of(object(register(TOWN, log, KIND), "change"))).isEqualTo(first);
            assertThat(ledger.written).isEmpty();
        }

        @Test
        void the_same_again_is_the_first_answer_even_after_the_key_was_rotated() {
            var first = register(TOWN, log, KIND);
            ledger.call(TOWN, "rotateKey", ORIGIN, log.newSigner().key().toString());
            assertThat(register(TOWN, log, KIND)).isEqualTo(first);
        }

        @Test
        void anything_else_for_a_taken_origin_is_refused() {
            refused(Fault.ORIGIN_TAKEN, COUNTY, "register", ORIGIN, log.vkey(), KIND);
            refused(Fault.ORIGIN_TAKEN, TOWN, "register", ORIGIN, log.vkey(), "dog-licences");
            refused(
                    Fault.ORIGIN_TAKEN,
                    TOWN,
                    "register",
                    ORIGIN,
                    log.newSigner().key().toString(),
                    KIND);
        }

        @Test
        void a_key_speaks_for_the_log_of_its_name_and_is_no_cosigner_s() {
            malformed("vkey", "register", "other.example", log.vkey(), KIND);
            malformed("vkey", "register", ORIGIN, "not a key", KIND);
            var cosigner = Cosigner.generate(ORIGIN, SignatureType.COSIGNATURE_V1, new SecureRandom());
            malformed("vkey", "register", ORIGIN, cosigner.key().toString(), KIND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "a+b", "a\nb", "a\u0000b", "zähler.example", "a\u007F"})
        void an_origin_is_printable_ascii_without_spaces_and_plus_signs(String origin) {
            malformed("origin", "register", origin, log.vkey(), KIND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Waste", "waste routes", "-waste", "waste-", "waste--routes"})
        void a_kind_is_words_joined_by_hyphens(String kind) {
            malformed("kind", "register", ORIGIN, log.vkey(), kind);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "Town/MSP", "-"})
        void an_owner_has_a_name(String msp) {
            refused(Fault.UNKNOWN_SUBMITTER, msp, "register", ORIGIN, log.vkey(), KIND);
        }

        @Test
        void logs_are_listed_by_origin() {
            register(COUNTY, new GrowingLog("a.example/log"), "dog-licences");
            register(COUNTY, new GrowingLog("a.example/log/2"), "dog-licences");
            assertThat(origins("logs")).containsExactly("a.example/log", "a.example/log/2", ORIGIN);
            assertThat(origins("logs", "a.example/log")).containsExactly("a.example/log/2", ORIGIN);
            assertThat(origins("logs", "a.example/log", "1")).containsExactly("a.example/log/2");
        }

        private Stream<String> origins(String... call) {
            return items(ledger.call(ANYBODY, call), "logs").stream().map(each -> text(each, "origin"));
        }
    }

    @Nested
    class Sealing {
        @Test
        void heads_are_sealed_one_after_the_other_whoever_brings_them() {
            var first = sealed(log.note(5), "");
            assertThat(first)
                    .isEqualTo(Json.Obj.of()
                            .with("origin", ORIGIN)
                            .with("size", 5)
                            .with("root", log.head(5).root().toString())
                            .with("note", log.note(5).toString())
                            .with("vkey", log.vkey())
                            .with("transaction", text(first, "transaction")));
            assertThat(ledger.announced)
                    .containsExactly("sealed {\"origin\":\"" + ORIGIN + "\",\"root\":\""
                            + log.head(5).root() + "\",\"size\":5}");
            var second = sealed(log.note(300), log.proof(5, 300));
            assertThat(object(ledger.call(ANYBODY, "latest", ORIGIN), "seal")).isEqualTo(second);
            assertThat(object(ledger.call(ANYBODY, "get", ORIGIN, "5"), "seal")).isEqualTo(first);
            assertThat(answer("get", ORIGIN, "6")).isEqualTo("nothing");
            assertThat(history(0, 10)).containsExactly(first, second);
            assertThat(history(5, 10)).containsExactly(second);
            assertThat(history(0, 1)).containsExactly(first);
        }

        @Test
        void nothing_is_sealed_before_the_first() {
            assertThat(answer("latest", ORIGIN)).isEqualTo("nothing");
            assertThat(history(0, 100)).isEmpty();
        }

        @Test
        void the_same_head_again_is_the_first_answer_and_writes_nothing() {
            var first = sealed(log.note(5), "");
            sealed(log.note(9), log.proof(5, 9));
            var cosigned = log.note(5).with(cosignature(log.note(5)));
            assertThat(sealed(cosigned, log.proof(5, 9))).isEqualTo(first);
            assertThat(ledger.written).isEmpty();
            assertThat(ledger.announced).hasSize(2);
        }

        @Test
        void cosignatures_of_others_are_kept_as_they_came() {
            var cosigned = log.note(5).with(cosignature(log.note(5)));
            assertThat(text(sealed(cosigned, ""), "note")).isEqualTo(cosigned.toString());
        }

        @Test
        void what_does_not_extend_is_refused() {
            sealed(log.note(5), "");
            var proof = log.hashes(5, 9);
            notSealed(Fault.PROOF_TOO_SHORT, log.note(9), "");
            notSealed(Fault.DOES_NOT_EXTEND, log.note(9), GrowingLog.lines(proof.subList(1, proof.size())));
            notSealed(Fault.DOES_NOT_EXTEND, log.note(9), log.proof(6, 9));
            notSealed(Fault.DOES_NOT_EXTEND, log.note(9), log.proof(5, 9) + "\n" + TreeHash.EMPTY);
            notSealed(Fault.DOES_NOT_EXTEND, log.lie(9, 1), log.proof(5, 9));
        }

        @Test
        void an_older_head_that_was_never_sealed_is_refused() {
            sealed(log.note(9), "");
            notSealed(Fault.DOES_NOT_EXTEND, log.note(5), "");
            notSealed(Fault.DOES_NOT_EXTEND, log.note(5), log.proof(5, 9));
        }

        @Test
        void a_first_head_takes_no_proof() {
            notSealed(Fault.DOES_NOT_EXTEND, log.note(9), log.proof(5, 9));
        }

        @Test
        void an_empty_log_is_not_sealed() {
            notSealed(Fault.EMPTY_LOG, log.signed(Head.EMPTY), "");
        }

        @Test
        void a_log_beyond_what_json_counts_is_not_sealed() {
            var root = TreeHash.leaf(new byte[1]);
            notSealed(Fault.SIZE_TOO_LARGE, log.signed(new Head(Json.LARGEST_INTEGER + 1, root)), "");
            notSealed(Fault.SIZE_TOO_LARGE, log.signed(new Head(Long.MAX_VALUE, root)), "");
            sealed(log.signed(new Head(Json.LARGEST_INTEGER, root)), "");
            assertThat(history(0, 100)).hasSize(1);
            assertThat(history(Json.LARGEST_INTEGER, 100)).isEmpty();
        }

        @Test
        void a_log_that_nobody_registered_is_not_sealed() {
            notSealed(Fault.LOG_NOT_REGISTERED, new GrowingLog("other.example").note(5), "");
        }

        @Test
        void another_key_s_signature_seals_nothing() {
            var head = new Checkpoint(ORIGIN, log.head(5)).text();
            notSealed(Fault.UNKNOWN_LOG, Note.signed(head, log.newSigner()), "");
            notSealed(Fault.BAD_SIGNATURE, new Note(head, log.note(4).signatures()), "");
        }

        @Test
        void a_note_that_is_no_checkpoint_is_refused() {
            notSealed(Fault.NOT_A_CHECKPOINT, Note.signed("hello\n", log.newSigner()), "");
        }

        @Test
        void two_logs_of_which_one_is_named_like_a_seal_of_the_other_do_not_meet() {
            var other = new GrowingLog(ORIGIN + "/0000000000000000005");
            register(COUNTY, other, KIND);
            var first = sealed(log.note(5), "");
            sealed(other.note(7), "");
            assertThat(history(0, 100)).containsExactly(first);
            assertThat(ledger.kept).containsKey("seal/" + ORIGIN + "+0000000000000000005");
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.chaincode.contract.SealContractTest#seeds")
        void any_growth_is_sealed_and_comes_back_in_order(long seed) {
            var random = new Random(seed);
            var sizes = IntStream.generate(() -> 1 + random.nextInt(1000))
                    .limit(20)
                    .sorted()
                    .distinct()
                    .asLongStream()
                    .toArray();
            var seals = new ArrayList<Json>();
            for (int i = 0; i < sizes.length; i++) {
                seals.add(sealed(log.note(sizes[i]), i == 0 ? "" : log.proof(sizes[i - 1], sizes[i])));
            }
            assertThat(history(0, 100)).isEqualTo(seals);
        }
    }

    @Nested
    class Equivocating {
        @Test
        void another_head_of_a_sealed_size_is_kept_and_never_sealed() {
            var seal = sealed(log.note(5), "");
            sealed(log.note(9), log.proof(5, 9));
            var lie = log.lie(5, 1);
            var answer = seal(lie, "");
            assertThat(text(answer, "answer")).isEqualTo("equivocation");
            assertThat(object(answer, "seal")).isEqualTo(seal);
            assertThat(text(object(answer, "equivocation"), "note")).isEqualTo(lie.toString());
            assertThat(ledger.written.keySet()).allMatch(key -> key.startsWith("equivocation/"));
            assertThat(ledger.announced.getLast()).startsWith("equivocation {").contains("\"size\":5");
            assertThat(history(0, 100)).hasSize(2);
            assertThat(equivocations("0")).containsExactly(object(answer, "equivocation"));
        }

        @Test
        void each_is_kept_once() {
            sealed(log.note(5), "");
            var first = seal(log.lie(5, 1), "");
            assertThat(seal(log.lie(5, 1), log.proof(5, 9))).isEqualTo(first);
            assertThat(ledger.written).isEmpty();
            assertThat(ledger.announced).hasSize(2);
            seal(log.lie(5, 2), "");
            assertThat(equivocations("0")).hasSize(2);
            assertThat(equivocations("5")).isEmpty();
        }

        @Test
        void what_is_not_signed_by_the_log_is_no_equivocation() {
            sealed(log.note(5), "");
            var stranger = new GrowingLog(ORIGIN);
            notSealed(Fault.UNKNOWN_LOG, stranger.lie(5, 1), "");
            assertThat(equivocations("0")).isEmpty();
        }

        @Test
        void what_is_not_provable_is_only_refused() {
            sealed(log.note(9), "");
            notSealed(Fault.DOES_NOT_EXTEND, log.lie(5, 1), "");
            notSealed(Fault.DOES_NOT_EXTEND, log.lie(12, 1), log.proof(9, 12));
            assertThat(equivocations("0")).isEmpty();
        }

        private List<Json> equivocations(String above) {
            return items(ledger.call(ANYBODY, "equivocations", ORIGIN, above), "equivocations");
        }
    }

    @Nested
    class RotatingTheKey {
        private final NoteSigner next = log.newSigner();

        @Test
        void from_then_on_the_old_key_seals_nothing_and_its_seals_stay() {
            var before = sealed(log.note(5), "");
            String old = log.vkey();
            var byOldKey = log.note(9);
            rotate();
            notSealed(Fault.UNKNOWN_LOG, byOldKey, log.proof(5, 9));
            log.signWith(next);
            var after = sealed(log.note(9), log.proof(5, 9));
            assertThat(history(0, 10)).containsExactly(before, after);
            assertThat(text(before, "vkey")).isEqualTo(old);
            assertThat(text(after, "vkey")).isEqualTo(log.vkey());
        }

        @Test
        void the_new_key_gets_the_first_answer_for_what_the_old_one_sealed() {
            var first = sealed(log.note(5), "");
            rotate();
            log.signWith(next);
            assertThat(sealed(log.note(5), "")).isEqualTo(first);
        }

        @Test
        void the_history_of_keys_stays() {
            String old = log.vkey();
            rotate();
            var changes = items(ledger.call(ANYBODY, "changes", ORIGIN), "changes");
            assertThat(changes.stream().map(each -> text(each, "change"))).containsExactly("registered", "key-rotated");
            assertThat(changes.stream().map(each -> text(each, "vkey")))
                    .containsExactly(old, next.key().toString());
            assertThat(items(ledger.call(ANYBODY, "changes", ORIGIN, "1", "1"), "changes"))
                    .containsExactly(changes.getLast());
        }

        @Test
        void the_same_again_is_the_first_answer() {
            var first = rotate();
            ledger.call(TOWN, "handOver", ORIGIN, COUNTY);
            assertThat(rotate()).isEqualTo(first);
            assertThat(ledger.written).isEmpty();
        }

        @Test
        void it_writes_a_key_of_the_owner_and_one_of_the_majority() {
            rotate();
            assertThat(ledger.written.keySet()).contains("log/" + ORIGIN, "change/" + ORIGIN + "+0000000000000000001");
            assertThat(ledger.endorsers).isEqualTo(Map.of("log/" + ORIGIN, TOWN));
        }

        @Test
        void a_replaced_key_does_not_come_back() {
            String old = log.vkey();
            rotate();
            refused(Fault.KEY_USED_BEFORE, TOWN, "rotateKey", ORIGIN, old);
        }

        @Test
        void only_the_owner_does_it() {
            refused(Fault.NOT_THE_OWNER, COUNTY, "rotateKey", ORIGIN, next.key().toString());
            refused(Fault.UNKNOWN_SUBMITTER, "", "rotateKey", ORIGIN, next.key().toString());
            malformed("newVkey", "rotateKey", ORIGIN, new GrowingLog("other.example").vkey());
        }

        private Json.Obj rotate() {
            return ledger.call(TOWN, "rotateKey", ORIGIN, next.key().toString());
        }
    }

    @Nested
    class HandingOver {
        @Test
        void nothing_is_another_s_before_it_accepts() {
            change(ledger.call(TOWN, "handOver", ORIGIN, COUNTY));
            assertThat(owner()).isEqualTo(TOWN);
            assertThat(ledger.endorsers)
                    .isEqualTo(Map.of("log/" + ORIGIN, TOWN, "offer/" + ORIGIN + "+0000000000000000001", COUNTY));
            change(ledger.call(COUNTY, "acceptOwnership", ORIGIN));
            assertThat(ledger.written.keySet())
                    .containsExactlyInAnyOrder(
                            "log/" + ORIGIN,
                            "offer/" + ORIGIN + "+0000000000000000001",
                            "change/" + ORIGIN + "+0000000000000000002");
            assertThat(owner()).isEqualTo(COUNTY);
            assertThat(ledger.endorsers).containsEntry("log/" + ORIGIN, COUNTY);
            refused(
                    Fault.NOT_THE_OWNER,
                    TOWN,
                    "rotateKey",
                    ORIGIN,
                    log.newSigner().key().toString());
            change(ledger.call(
                    COUNTY, "rotateKey", ORIGIN, log.newSigner().key().toString()));
        }

        @Test
        void both_steps_again_are_the_first_answers() {
            var offered = ledger.call(TOWN, "handOver", ORIGIN, COUNTY);
            assertThat(ledger.call(TOWN, "handOver", ORIGIN, COUNTY)).isEqualTo(offered);
            assertThat(ledger.written).isEmpty();
            var accepted = ledger.call(COUNTY, "acceptOwnership", ORIGIN);
            assertThat(ledger.call(COUNTY, "acceptOwnership", ORIGIN)).isEqualTo(accepted);
            assertThat(ledger.written).isEmpty();
        }

        @Test
        void who_was_not_offered_the_log_accepts_nothing() {
            refused(Fault.NO_OFFER, COUNTY, "acceptOwnership", ORIGIN);
            refused(Fault.NO_OFFER, TOWN, "acceptOwnership", ORIGIN);
            ledger.call(TOWN, "handOver", ORIGIN, COUNTY);
            refused(Fault.NO_OFFER, ANYBODY, "acceptOwnership", ORIGIN);
        }

        @Test
        void a_mistyped_offer_is_replaced_or_withdrawn_and_freezes_nothing() {
            change(ledger.call(TOWN, "handOver", ORIGIN, "CuontyMSP"));
            change(ledger.call(TOWN, "handOver", ORIGIN, COUNTY));
            refused(Fault.NO_OFFER, "CuontyMSP", "acceptOwnership", ORIGIN);
            change(ledger.call(TOWN, "handOver", ORIGIN, TOWN));
            refused(Fault.NO_OFFER, COUNTY, "acceptOwnership", ORIGIN);
            refused(Fault.ALREADY_OWNER, TOWN, "handOver", ORIGIN, TOWN);
            assertThat(items(ledger.call(ANYBODY, "changes", ORIGIN), "changes").stream()
                            .map(each -> text(each, "change")))
                    .containsExactly("registered", "offered", "offered", "offer-withdrawn");
        }

        @Test
        void only_the_owner_hands_over() {
            refused(Fault.NOT_THE_OWNER, COUNTY, "handOver", ORIGIN, COUNTY);
            malformed("newOwnerMsp", "handOver", ORIGIN, "");
            malformed("newOwnerMsp", "handOver", ORIGIN, "a/b");
        }

        private String owner() {
            return text(object(ledger.call(ANYBODY, "log", ORIGIN), "log"), "owner");
        }
    }

    /** Whatever comes in, an error with a name goes out and nothing is written. */
    @Nested
    class Malformed {
        @Test
        void a_function_has_a_known_name() {
            refused(Fault.UNKNOWN_FUNCTION, TOWN);
            refused(Fault.UNKNOWN_FUNCTION, TOWN, "");
            refused(Fault.UNKNOWN_FUNCTION, TOWN, "Seal");
            refused(Fault.UNKNOWN_FUNCTION, TOWN, "x".repeat(1 << 20));
        }

        @ParameterizedTest
        @ValueSource(strings = {"register", "seal", "rotateKey", "handOver", "acceptOwnership", "get", "latest"})
        void a_function_has_its_number_of_arguments(String function) {
            refused(Fault.MALFORMED_ARGUMENT, TOWN, function);
            refused(Fault.MALFORMED_ARGUMENT, TOWN, function, ORIGIN, ORIGIN, ORIGIN, ORIGIN);
        }

        @Test
        void a_megabyte_is_refused_in_every_place() {
            String megabyte = "a".repeat(1 << 20);
            String note = log.note(5).toString();
            refused(Fault.NOTE_TOO_LONG, TOWN, "seal", megabyte, "");
            refused(Fault.PROOF_TOO_LONG, TOWN, "seal", note, megabyte);
            malformed("origin", "register", megabyte, log.vkey(), KIND);
            malformed("vkey", "register", ORIGIN, megabyte, KIND);
            malformed("kind", "register", ORIGIN, log.vkey(), megabyte);
            malformed("newVkey", "rotateKey", ORIGIN, megabyte);
            malformed("newOwnerMsp", "handOver", ORIGIN, megabyte);
            malformed("size", "get", ORIGIN, "9".repeat(1 << 20));
            malformed("most", "history", ORIGIN, "0", "9".repeat(1 << 20));
        }

        @Test
        void a_proof_has_63_hashes_at_most_one_a_line() {
            sealed(log.note(5), "");
            var hash = TreeHash.EMPTY;
            String note = log.note(9).toString();
            refused(Fault.DOES_NOT_EXTEND, TOWN, "seal", note, hashes(63) + "\n");
            refused(Fault.PROOF_TOO_LONG, TOWN, "seal", note, hashes(64));
            malformed("consistencyProof", "seal", note, "\n");
            malformed("consistencyProof", "seal", note, hash + "\n\n" + hash);
            malformed("consistencyProof", "seal", note, " " + hash);
            malformed("consistencyProof", "seal", note, hash + "\r\n" + hash);
            malformed("consistencyProof", "seal", note, hash.toString().substring(1));
            sealed(log.note(9), log.proof(5, 9) + "\n");
        }

        private String hashes(int count) {
            return GrowingLog.lines(
                    IntStream.range(0, count).mapToObj(_ -> TreeHash.EMPTY).toList());
        }

        @Test
        void a_note_has_ten_kilobytes_at_most() {
            var text = new Checkpoint(ORIGIN, log.head(5), List.of("x".repeat(9_000))).text();
            malformed("checkpointNote", "seal", text, "");
            refused(Fault.NOTE_TOO_LONG, TOWN, "seal", text + "x".repeat(2_000), "");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-1", "01", "1.0", "1e3", "٣", "9007199254740993", "9999999999999999", "x"})
        void a_size_is_a_whole_number(String size) {
            malformed("size", "get", ORIGIN, size);
            malformed("above", "history", ORIGIN, size, "10");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "101", "999", "-1", "x"})
        void an_answer_has_1_to_100_items(String most) {
            malformed("most", "history", ORIGIN, "0", most);
            malformed("most", "logs", ORIGIN, most);
        }

        @Test
        void what_is_not_utf_8_is_refused() {
            for (int place = 1; place <= 3; place++) {
                var call = new ArrayList<>(Stream.of("register", ORIGIN, log.vkey(), KIND)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
                call.set(place, new byte[] {(byte) 0xC3, '('});
                assertThat(text(ledger.call(TOWN, call), "error")).isEqualTo("MALFORMED_ARGUMENT");
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.chaincode.contract.SealContractTest#seeds")
        void bent_notes_have_an_answer_too(long seed) {
            sealed(log.note(5), "");
            var random = new Random(seed);
            for (int i = 0; i < 200; i++) {
                byte[] note = log.note(9).bytes();
                for (int bends = 0; bends <= random.nextInt(3); bends++) {
                    note[random.nextInt(note.length)] = (byte) random.nextInt(256);
                }
                var answer = ledger.call(
                        TOWN,
                        List.of(
                                "seal".getBytes(StandardCharsets.UTF_8),
                                note,
                                log.proof(5, 9).getBytes(StandardCharsets.UTF_8)));
                boolean whole = new String(note, StandardCharsets.UTF_8)
                        .equals(log.note(9).toString());
                assertThat(answer.members().containsKey("error")).isEqualTo(!whole);
                if (whole) return;
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    private static List<NoteSignature> cosignature(Note note) {
        var witness = Cosigner.generate("witness.example", SignatureType.COSIGNATURE_V1, new SecureRandom());
        return List.of(witness.cosign(Checkpoint.parse(note.text()), Instant.EPOCH.plusSeconds(1_700_000_000)));
    }

    private Json.Obj register(String msp, GrowingLog registered, String kind) {
        return change(ledger.call(msp, "register", registered.origin(), registered.vkey(), kind));
    }

    private static Json.Obj change(Json.Obj answer) {
        assertThat(text(answer, "answer")).isEqualTo("changed");
        return answer;
    }

    private Json.Obj seal(Note note, String proof) {
        return ledger.call(ANYBODY, "seal", note.toString(), proof);
    }

    private Json.Obj sealed(Note note, String proof) {
        var answer = seal(note, proof);
        assertThat(answer.members()).containsEntry("answer", new Json.Text("sealed"));
        return object(answer, "seal");
    }

    private void notSealed(Fault fault, Note note, String proof) {
        refused(fault, ANYBODY, "seal", note.toString(), proof);
    }

    private void refused(Fault fault, String msp, String... call) {
        var before = Map.copyOf(ledger.kept);
        int told = ledger.announced.size();
        assertThat(text(ledger.call(msp, call), "error")).isEqualTo(fault.name());
        assertThat(ledger.kept).isEqualTo(before);
        assertThat(ledger.announced).hasSize(told);
    }

    private void malformed(String argument, String... call) {
        refused(Fault.MALFORMED_ARGUMENT, TOWN, call);
        assertThat(text(ledger.call(TOWN, call), "argument")).isEqualTo(argument);
        assertThat(text(ledger.call(TOWN, call), "says")).hasSizeLessThan(300);
    }

    private String answer(String... call) {
        return text(ledger.call(ANYBODY, call), "answer");
    }

    private List<Json> history(long above, int most) {
        return items(ledger.call(ANYBODY, "history", ORIGIN, Long.toString(above), Integer.toString(most)), "seals");
    }

    private static Json.Obj object(Json answer, String name) {
        return (Json.Obj) member(answer, name);
    }

    private static List<Json> items(Json answer, String name) {
        return ((Json.Arr) member(answer, name)).items();
    }

    private static String text(Json answer, String name) {
        return ((Json.Text) member(answer, name)).value();
    }

    private static Json member(Json answer, String name) {
        return Optional.ofNullable(((Json.Obj) answer).members().get(name))
                .orElseThrow(() -> new AssertionError("no " + name + " in " + answer.canonical()));
    }
}
