package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.verification.Report.Outcome;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

class VerificationTest {
    private static final GenuinePackage GENUINE = new GenuinePackage(7);
    private static final byte[] FILE = GENUINE.archived();
    private static final Trust TRUST = GENUINE.archiveTrust();
    private static final GenuinePackage STRANGER = new GenuinePackage(8);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static Report verify(byte[] file) {
        return Verification.verify(file, Optional.of(TRUST));
    }

    private static List<Code> failing(Report report) {
        return report.steps().stream()
                .filter(step -> step.result() == Result.DOES_NOT_HOLD)
                .map(Step::code)
                .toList();
    }

    private static SequencedMap<String, byte[]> parts() {
        return new LinkedHashMap<>(Container.read(FILE).parts());
    }

    @Nested
    class Genuine {
        @Test
        void a_genuine_package_holds_against_the_trust_file() {
            var report = verify(FILE);
            assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
            var ofPackages = EnumSet.range(Code.CONTAINER_READABLE, Code.LEDGER_SEALED);
            ofPackages.add(Code.INDEPENDENTLY_SEALED);
            assertThat(report.steps()).extracting(Step::code).containsExactlyElementsOf(ofPackages);
            assertThat(report.steps())
                    .filteredOn(step -> step.result() != Result.HOLDS)
                    .extracting(Step::code)
                    .containsExactly(Code.INDEPENDENTLY_SEALED);
        }

        @Test
        void without_a_trust_file_it_only_holds_together() {
            var report = Verification.verify(FILE, Optional.empty());
            assertThat(report.outcome()).isEqualTo(Outcome.HOLDS_TOGETHER);
            assertThat(report.steps())
                    .filteredOn(step -> step.result() == Result.NOT_CHECKED)
                    .extracting(Step::code)
                    .containsExactly(
                            Code.SEAL_CERTIFICATE,
                            Code.EVIDENCE_RECORD,
                            Code.CHECKPOINT_SIGNED,
                            Code.WITNESSES_COSIGNED,
                            Code.TIME_STAMPED,
                            Code.LEDGER_SEALED,
                            Code.INDEPENDENTLY_SEALED);
        }

        @Test
        void packed_anew_it_is_another_file_and_unreadable() throws IOException {
            var out = new ByteArrayOutputStream();
            try (var in = new ZipInputStream(new ByteArrayInputStream(FILE));
                    var zip = new ZipOutputStream(out)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            assertThat(verify(out.toByteArray()).outcome()).isEqualTo(Outcome.UNREADABLE);
        }

        @Test
        void it_holds_when_values_were_erased() {
            var evidence = GENUINE.evidence();
            var erased = evidence.items().stream()
                    .map(item -> new Evidence.Item(item.record(), item.path(), List.of(), Optional.empty()))
                    .toList();
            var less = new Evidence(
                    evidence.subject(),
                    evidence.madeAt(),
                    evidence.hidden(),
                    evidence.leftOut(),
                    erased,
                    evidence.head(),
                    List.of());
            assertThat(verify(new PackageWriter(GENUINE.seal).write(less, GenuinePackage.REPORT))
                            .outcome())
                    .isEqualTo(Outcome.HOLDS);
        }

        @Test
        void it_says_what_is_hidden_and_what_had_no_room() {
            var evidence = GENUINE.evidence();
            var less = new Evidence(
                    evidence.subject(),
                    evidence.madeAt(),
                    0,
                    3,
                    evidence.items(),
                    evidence.head(),
                    evidence.enrolments());
            assertThat(verify(new PackageWriter(GENUINE.seal).write(less, GenuinePackage.REPORT))
                            .steps())
                    .filteredOn(step -> step.code() == Code.RECORDS_CANONICAL)
                    .extracting(step -> step.sentence().english())
                    .first(STRING)
                    .endsWith(
                            "Nothing is hidden from the recipient, for at least 3 there was no room, the operator says.");
        }

        @Test
        void a_signature_without_the_devices_key_is_open_and_said_so() {
            var parts = parts();
            parts.keySet().removeIf(name -> name.startsWith("keys/"));
            var report = verify(GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal));
            assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
            assertThat(report.steps())
                    .filteredOn(step -> step.code() == Code.STATEMENTS_SIGNED)
                    .extracting(Step::result)
                    .containsExactly(Result.NOT_CHECKED);
        }
    }

    @Nested
    class Changed {
        @Test
        void every_changed_byte_of_every_part_does_not_hold() {
            var random = new Random(1);
            int mutants = 0;
            for (String name : parts().keySet()) {
                byte[] genuine = parts().get(name);
                int step = Math.max(1, genuine.length / 60);
                for (int i = 0; i < genuine.length; i += 1 + random.nextInt(2 * step)) {
                    byte[] bent = genuine.clone();
                    bent[i] ^= (byte) (1 << random.nextInt(8));
                    var parts = parts();
                    parts.put(name, bent);
                    var report = verify(GenuinePackage.zipped(parts));
                    assertThat(report.outcome()).as("%s byte %d", name, i).isEqualTo(Outcome.DOES_NOT_HOLD);
                    mutants++;
                }
            }
            assertThat(mutants).isGreaterThan(600);
        }

        @Test
        void a_byte_flipped_in_the_file_itself_is_a_change_and_not_an_unreadable_file() {
            var random = new Random(3);
            for (String name : List.of("records/0002.json", "proofs/0001.tlog-proof", "checkpoint.txt", "seal.txt")) {
                byte[] part = Objects.requireNonNull(parts().get(name));
                int start = indexOf(FILE, part);
                for (int i = random.nextInt(8); i < part.length; i += 1 + random.nextInt(16)) {
                    byte[] bent = FILE.clone();
                    bent[start + i] ^= 1;
                    assertThat(verify(bent).outcome()).as("%s byte %d", name, i).isEqualTo(Outcome.DOES_NOT_HOLD);
                }
            }
        }

        /** What the operator may write as it likes: its seal is all that it rests on. */
        private static final List<String> OPERATORS_WORD =
                List.of("META-INF/", "manifest.json", "report.pdf", "witness-policy.txt", "keys/");

        /** The operator's own key does not help: the log's, the ledger's and the devices' keys are others. */
        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.evidence.verification.VerificationTest#seeds")
        void a_change_under_a_new_seal_of_the_operator_does_not_hold(long seed) {
            var random = new Random(seed);
            for (String name : parts().keySet()) {
                if (OPERATORS_WORD.stream().anyMatch(name::startsWith)) continue;
                // without its key a statement is merely not checked; its own test says so
                byte[] bent = parts().get(name).clone();
                bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
                var parts = parts();
                parts.put(name, bent);
                var report = verify(GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal));
                assertThat(failing(report)).as(name).isNotEmpty().doesNotContain(Code.PARTS_COMPLETE);
            }
        }

        @Test
        void no_flipped_bit_anywhere_in_the_file_is_an_exception() {
            var random = new Random(2);
            for (int n = 0; n < 1000; n++) {
                byte[] bent = FILE.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bent[random.nextInt(bent.length)] = (byte) random.nextInt();
                }
                assertThat(verify(bent).steps()).isNotEmpty();
            }
        }

        @Test
        void no_cut_off_file_is_an_exception_or_holds() {
            for (int length = 0; length < FILE.length; length += 37) {
                assertThat(verify(Arrays.copyOf(FILE, length)).outcome()).isEqualTo(Outcome.UNREADABLE);
            }
        }
    }

    @Nested
    class Forged {
        private Report resealed(UnaryOperator<SequencedMap<String, byte[]>> change) {
            return verify(GenuinePackage.resealed(change.apply(parts()), GENUINE.consignment(), GENUINE.seal));
        }

        @Test
        void another_operators_package_is_not_trusted() {
            assertThat(failing(verify(STRANGER.file())))
                    .containsExactly(Code.SEAL_CERTIFICATE, Code.CHECKPOINT_SIGNED, Code.LEDGER_SEALED);
        }

        @Test
        void another_seal_is_not_trusted() {
            var report = verify(GenuinePackage.resealed(parts(), GENUINE.consignment(), STRANGER.seal));
            assertThat(failing(report)).containsExactly(Code.SEAL_CERTIFICATE);
        }

        @Test
        void a_missing_record_in_the_middle_is_seen() {
            var report = resealed(parts -> {
                parts.remove("records/0001.json");
                return parts;
            });
            assertThat(failing(report)).contains(Code.RECORDS_CANONICAL);
        }

        @Test
        void two_swapped_records_do_not_hold() {
            var report = resealed(parts -> {
                byte[] one = parts.get("records/0001.json");
                parts.put("records/0001.json", parts.get("records/0002.json"));
                parts.put("records/0002.json", one);
                return parts;
            });
            assertThat(failing(report)).contains(Code.RECORDS_CHAINED, Code.RECORDS_IN_LOG);
        }

        @Test
        void records_of_another_consignment_do_not_hold() {
            var report = verify(GenuinePackage.resealed(parts(), STRANGER.consignment(), GENUINE.seal));
            assertThat(failing(report)).containsExactly(Code.RECORDS_CANONICAL);
        }

        @Test
        void a_seal_of_another_head_does_not_hold() {
            var report = resealed(parts -> {
                var other = STRANGER.evidence().head().checkpoint();
                parts.put("seal.txt", other.with(GENUINE.ledgerKey).bytes());
                return parts;
            });
            assertThat(failing(report)).containsExactly(Code.LEDGER_SEALED);
        }

        @Test
        void an_uncountersigned_checkpoint_is_no_seal() {
            var report = resealed(parts -> {
                parts.put("seal.txt", parts.get("checkpoint.txt"));
                return parts;
            });
            assertThat(failing(report)).containsExactly(Code.LEDGER_SEALED);
        }

        @Test
        void anything_more_than_is_listed_does_not_hold() {
            var parts = parts();
            parts.put("extra.txt", new byte[] {1});
            assertThat(failing(verify(GenuinePackage.zipped(parts))))
                    .contains(Code.PARTS_COMPLETE, Code.CONTAINER_SIGNATURE);
            assertThat(failing(resealed(more -> {
                        more.put("extra.txt", new byte[] {1});
                        return more;
                    })))
                    .containsExactly(Code.PARTS_COMPLETE);
        }

        @Test
        void every_missing_part_does_not_hold() {
            for (String name : parts().keySet()) {
                var parts = parts();
                parts.remove(name);
                var outcome = verify(GenuinePackage.zipped(parts)).outcome();
                assertThat(outcome)
                        .as(name)
                        .isEqualTo(name.equals("manifest.json") ? Outcome.UNREADABLE : Outcome.DOES_NOT_HOLD);
            }
        }
    }

    /** Everybody lies but in one thing: all keys are the trusted ones, and the package is made with them. */
    @Nested
    class Lies {
        private static List<Code> failingOf(GenuinePackage lie) {
            return failing(Verification.verify(lie.file(), Optional.of(lie.trust())));
        }

        private static GenuinePackage stating(UnaryOperator<Json.Obj> change) {
            return new GenuinePackage(5) {
                @Override
                protected Json.Obj stated(Json.Obj payload) {
                    return change.apply(payload);
                }
            };
        }

        private static GenuinePackage recording(UnaryOperator<EventRecord> change) {
            return new GenuinePackage(5) {
                @Override
                protected EventRecord recorded(EventRecord record) {
                    return record.type().equals("consignment.delivered.v1") ? change.apply(record) : record;
                }
            };
        }

        private static Json.Obj data(Json.Obj payload) {
            return (Json.Obj) Objects.requireNonNull(payload.members().get("data"));
        }

        @Test
        void a_record_says_in_every_field_what_was_signed() {
            var other = STRANGER.consignment().toString();
            List<UnaryOperator<Json.Obj>> changes = List.of(
                    payload -> payload.with("id", other),
                    payload -> payload.with("type", "consignment.rejected.v1"),
                    payload -> payload.with("consignment", other),
                    payload -> payload.with("happenedAt", "2026-11-23T12:00:09Z"),
                    payload -> payload.with("data", data(payload).with("grams", 999)),
                    payload -> payload.with("data", data(payload).with("more", true)),
                    payload -> payload.with(
                            "data", data(payload).with("personal", Json.Obj.of().with("plate", "HH-A 1"))),
                    payload -> payload.with(
                            "data", data(payload).with("personal", Json.Obj.of().with("driver", "A"))));
            for (var change : changes) {
                assertThat(failingOf(stating(change))).containsExactly(Code.STATEMENTS_AGREE);
            }
        }

        @Test
        void the_same_moment_may_be_written_with_another_offset() {
            var lie = stating(payload -> payload.with(
                    "happenedAt",
                    ((Json.Text) Objects.requireNonNull(payload.members().get("happenedAt")))
                            .value()
                            .replace("T12:", "T13:")
                            .replace("Z", "+01:00")));
            assertThat(failingOf(lie)).isEmpty();
        }

        @Test
        void a_signature_of_another_key_does_not_hold() {
            var lie = new GenuinePackage(5) {
                @Override
                protected byte[] signed(byte[] signature) {
                    signature[9] ^= 1;
                    return signature;
                }
            };
            assertThat(failingOf(lie)).containsExactly(Code.STATEMENTS_SIGNED);
        }

        @Test
        void a_signature_of_more_or_fewer_than_64_bytes_does_not_hold() {
            for (int length : new int[] {0, 63, 65, 66, 128}) {
                var lie = new GenuinePackage(5) {
                    @Override
                    protected byte[] signed(byte[] signature) {
                        return Arrays.copyOf(signature, length);
                    }
                };
                assertThat(failingOf(lie)).as("%d bytes", length).containsExactly(Code.STATEMENTS_SIGNED);
            }
        }

        @Test
        void a_record_that_names_another_device_does_not_hold() {
            var lie = recording(r -> copy(r, r.version(), r.position(), r.previous(), Optional.of(r.nonce())));
            assertThat(failingOf(lie)).containsExactly(Code.STATEMENTS_SIGNED);
        }

        @Test
        void another_key_under_the_thumbprint_does_not_hold() {
            var parts = parts();
            var strangers = Container.read(STRANGER.file()).parts();
            byte[] strange = strangers.entrySet().stream()
                    .filter(part -> part.getKey().startsWith("keys/"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            parts.replaceAll((name, bytes) -> name.startsWith("keys/") ? strange : bytes);
            assertThat(failing(verify(GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal))))
                    .containsExactly(Code.STATEMENTS_SIGNED, Code.DEVICES_ENROLLED);
        }

        @Test
        void a_device_of_another_organisation_does_not_hold() {
            var lie = new GenuinePackage(5) {
                @Override
                protected OrganisationId enrolledFor() {
                    return new OrganisationId(STRANGER.consignment());
                }
            };
            assertThat(failingOf(lie)).containsExactly(Code.DEVICES_ENROLLED);
        }

        @Test
        void a_device_that_was_enrolled_after_its_statement_was_recorded_does_not_hold() {
            var lie = new GenuinePackage(5) {
                @Override
                protected Instant enrolledAt() {
                    return Instant.parse("2027-01-01T00:00:00Z");
                }
            };
            assertThat(failingOf(lie)).containsExactly(Code.DEVICES_ENROLLED);
        }

        @Test
        void a_record_of_what_the_waste_went_on_into_is_chained_too() {
            var lie = new GenuinePackage(5) {
                @Override
                protected EventRecord recorded(EventRecord r) {
                    if (r.subject().equals(consignment()) || r.version() == 0) return r;
                    return copy(
                            r,
                            r.version(),
                            r.position(),
                            Optional.of(r.nonce()),
                            r.actor().key());
                }
            };
            assertThat(failingOf(lie)).containsExactly(Code.RECORDS_CHAINED);
        }

        @Test
        void a_record_that_does_not_name_the_one_before_does_not_hold() {
            var lie = recording(r -> copy(
                    r,
                    r.version(),
                    r.position(),
                    Optional.of(r.nonce()),
                    r.actor().key()));
            assertThat(failingOf(lie)).containsExactly(Code.RECORDS_CHAINED);
        }

        @Test
        void a_record_that_names_another_place_in_the_log_does_not_hold() {
            var lie = recording(r -> copy(
                    r, r.version(), r.position() + 1, r.previous(), r.actor().key()));
            var parts = new LinkedHashMap<>(Container.read(lie.file()).parts());
            parts.computeIfPresent("proofs/0002.tlog-proof", (_, bytes) -> {
                var proof = LogProof.parse(new String(bytes, StandardCharsets.UTF_8));
                return text(new LogProof(proof.index() - 1, proof.path(), proof.checkpoint()));
            });
            byte[] file = GenuinePackage.resealed(parts, lie.consignment(), lie.seal);
            assertThat(failing(Verification.verify(file, Optional.of(lie.trust()))))
                    .containsExactly(Code.RECORDS_IN_LOG);
        }

        @Test
        void a_proof_to_another_checkpoint_does_not_hold() {
            var parts = parts();
            parts.computeIfPresent("proofs/0002.tlog-proof", (_, bytes) -> {
                var proof = LogProof.parse(new String(bytes, StandardCharsets.UTF_8));
                return text(new LogProof(
                        proof.index(), proof.path(), proof.checkpoint().with(STRANGER.logKey)));
            });
            assertThat(failing(verify(GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal))))
                    .containsExactly(Code.RECORDS_IN_LOG);
        }

        @Test
        void another_statement_of_the_same_device_does_not_hold() {
            var parts = parts();
            parts.put("statements/0001.jws", Objects.requireNonNull(parts.get("statements/0002.jws")));
            assertThat(failing(verify(GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal))))
                    .containsExactly(Code.STATEMENTS_COMMITTED);
        }

        @Test
        void a_checkpoint_of_another_log_under_the_trusted_key_does_not_hold() {
            var trust = new Trust(
                    "other.example",
                    TRUST.logKey(),
                    TRUST.ledger(),
                    TRUST.sealCertificates(),
                    TRUST.witnesses(),
                    TRUST.tsaCertificates());
            assertThat(failing(Verification.verify(FILE, Optional.of(trust)))).containsExactly(Code.CHECKPOINT_SIGNED);
        }

        private static byte[] text(LogProof proof) {
            return proof.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static EventRecord copy(
                EventRecord r, long version, long position, Optional<Hash> previous, Optional<Hash> key) {
            return new EventRecord(
                    r.id(),
                    r.type(),
                    r.subject(),
                    version,
                    position,
                    previous,
                    r.happenedAt(),
                    r.recordedAt(),
                    new Actor(r.actor().organisation(), r.actor().role(), key),
                    r.statement(),
                    r.nonce(),
                    r.data());
        }
    }

    @Nested
    class Files {
        @Test
        void what_is_no_package_is_unreadable() throws IOException {
            assertThat(verify(new byte[0]).outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(verify("hello".getBytes(StandardCharsets.UTF_8)).outcome())
                    .isEqualTo(Outcome.UNREADABLE);
            assertThat(verify(zip("a.txt")).outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(verify(zip("../../etc/passwd")).outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(verify(zip("/etc/passwd")).outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(verify(zip("a\\b")).outcome()).isEqualTo(Outcome.UNREADABLE);
        }

        @Test
        void two_parts_of_one_name_are_unreadable() {
            // the same length, so that only the name in both places changes
            byte[] twice = replaced(FILE, "records/0001.json", "records/0000.json");
            assertThat(verify(twice).outcome()).isEqualTo(Outcome.UNREADABLE);
        }

        @Test
        void bytes_before_or_after_the_zip_are_unreadable() {
            byte[] before = new byte[FILE.length + 1];
            System.arraycopy(FILE, 0, before, 1, FILE.length);
            assertThat(verify(before).outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(verify(Arrays.copyOf(FILE, FILE.length + 1)).outcome()).isEqualTo(Outcome.UNREADABLE);
        }

        @Test
        void a_bomb_is_unreadable() throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.txt"));
                zip.write(new byte[17 << 20]);
            }
            assertThat(verify(out.toByteArray()).outcome()).isEqualTo(Outcome.UNREADABLE);
        }

        private byte[] zip(String name) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
            return out.toByteArray();
        }

        private byte[] replaced(byte[] file, String from, String to) {
            var latin = StandardCharsets.ISO_8859_1;
            return new String(file, latin).replace(from, to).getBytes(latin);
        }
    }

    @Test
    void the_trust_file_survives_print_and_parse() {
        assertThat(Trust.parse(TRUST.json().canonicalBytes())).isEqualTo(TRUST);
    }

    @Test
    void the_report_for_machines_names_every_step() {
        assertThat(verify(FILE).json().canonical())
                .contains(
                        "\"outcome\":\"holds\"",
                        "\"exit\":0",
                        "\"code\":\"records-in-log\"",
                        "\"restsOn\":\"log-key\"");
    }

    private static int indexOf(byte[] file, byte[] part) {
        for (int i = 0; i <= file.length - part.length; i++) {
            if (Arrays.equals(file, i, i + part.length, part, 0, part.length)) return i;
        }
        throw new AssertionError("not stored as it is");
    }
}
