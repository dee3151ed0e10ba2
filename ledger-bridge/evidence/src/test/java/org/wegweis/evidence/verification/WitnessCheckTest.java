package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;

class WitnessCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final GenuinePackage GENUINE = new GenuinePackage(7);
    private static final Evidence EVIDENCE = GENUINE.evidence();
    private static final Note NOTE = EVIDENCE.head().checkpoint().first();
    private static final Cosigner BERLIN = cosigner("berlin.example", SignatureType.COSIGNATURE_V1);
    private static final Cosigner POTSDAM = cosigner("potsdam.example", SignatureType.ML_DSA_44);

    private static Cosigner cosigner(String name, SignatureType type) {
        return Cosigner.generate(name, type, new SecureRandom());
    }

    private static Trust trust(int threshold) {
        var both = List.of(BERLIN.key(), POTSDAM.key());
        return GENUINE.trust().witnessedBy(WitnessPolicy.of(GENUINE.logKey.key(), both, threshold));
    }

    private static Note cosignedBy(Cosigner... cosigners) {
        var note = NOTE;
        for (var one : cosigners) note = note.with(List.of(one.cosign(Checkpoint.parse(NOTE.text()), NOON)));
        return note;
    }

    private static Step look(Note note, int threshold) {
        var steps = new Steps();
        steps.take(Code.WITNESSES_COSIGNED, () -> WitnessCheck.cosigned(note, Optional.of(trust(threshold))));
        return steps.taken().getFirst();
    }

    @Test
    void enough_cosignatures_hold_and_are_named_with_their_time() {
        var step = look(cosignedBy(BERLIN, POTSDAM), 2);
        assertThat(step.result()).isEqualTo(Result.HOLDS);
        assertThat(step.sentence().english())
                .isEqualTo("2 of 2 witnesses have cosigned the checkpoint, 2 are needed:"
                        + " berlin.example 2026-11-26T12:00:00Z, potsdam.example 2026-11-26T12:00:00Z.");
        assertThat(look(cosignedBy(POTSDAM), 1).result()).isEqualTo(Result.HOLDS);
    }

    @Test
    void too_few_do_not_hold() {
        var step = look(cosignedBy(POTSDAM), 2);
        assertThat(step.result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(step.sentence().german()).contains("nur 1 von 2 Zeugen", "potsdam.example", "nötig sind 2");
        assertThat(look(NOTE, 1).result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(look(cosignedBy(cosigner("berlin.example", SignatureType.COSIGNATURE_V1)), 1)
                        .result())
                .isEqualTo(Result.DOES_NOT_HOLD);
    }

    @Test
    void a_wrong_line_of_a_witness_does_not_hold_however_many_others_there_are_or_are_needed() {
        var other =
                new Checkpoint("other.example", Checkpoint.parse(NOTE.text()).head());
        var bent = cosignedBy(POTSDAM).with(List.of(BERLIN.cosign(other, NOON)));
        for (int threshold : new int[] {0, 1}) {
            var step = look(bent, threshold);
            assertThat(step.result()).isEqualTo(Result.DOES_NOT_HOLD);
            assertThat(step.sentence().english()).contains("berlin.example");
        }
    }

    @Test
    void whoever_asks_for_no_witness_has_nothing_checked() {
        assertThat(look(cosignedBy(BERLIN), 0).result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    void a_package_shows_who_cosigned_and_does_not_hold_without_them() {
        var report = Verification.verify(file(cosignedBy(BERLIN, POTSDAM)), Optional.of(trust(2)));
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS);
        assertThat(report.steps())
                .filteredOn(step -> step.code() == Code.WITNESSES_COSIGNED)
                .extracting(Step::result)
                .containsExactly(Result.HOLDS);

        var without = Verification.verify(file(NOTE), Optional.of(trust(2)));
        assertThat(without.steps())
                .filteredOn(step -> step.result() == Result.DOES_NOT_HOLD)
                .extracting(Step::code)
                .containsExactly(Code.WITNESSES_COSIGNED);
    }

    private static byte[] file(Note checkpoint) {
        var head = EVIDENCE.head();
        return new PackageWriter(GENUINE.seal)
                .write(
                        new Evidence(
                                EVIDENCE.subject(),
                                EVIDENCE.madeAt(),
                                EVIDENCE.hidden(),
                                EVIDENCE.leftOut(),
                                EVIDENCE.items(),
                                new Evidence.SealedHead(
                                        checkpoint, trust(2).witnesses(), head.seal(), head.timeStamps()),
                                EVIDENCE.enrolments()),
                        GenuinePackage.REPORT);
    }

    @Test
    void a_trust_file_names_the_witnesses_and_how_many_are_needed() {
        var trust = trust(2);
        assertThat(trust.json().canonical())
                .contains("\"witnessThreshold\":2", POTSDAM.key().toString());
        assertThat(Trust.parse(trust.json().canonicalBytes())).isEqualTo(trust);
    }

    @Test
    void a_trust_file_that_asks_for_more_witnesses_than_it_names_is_none() {
        for (long threshold : new long[] {-1, 3, 1L << 40}) {
            var json = trust(2).json().with("witnessThreshold", threshold);
            assertThatThrownBy(() -> Trust.parse(json.canonicalBytes()))
                    .isInstanceOf(WrongField.class)
                    .hasMessageContaining("witnessThreshold");
        }
        var log = trust(0).json()
                .with(
                        "witnesses",
                        new Json.Arr(List.of(new Json.Text(GENUINE.logKey.key().toString()))));
        assertThatThrownBy(() -> Trust.parse(log.canonicalBytes())).hasMessageContaining("witnesses");
    }
}
