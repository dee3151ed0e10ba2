package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.Renewal;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;
import org.wegweis.evidence.verification.Report.Outcome;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.evidence.verification.Trust.TsaCertificate;

class TimeStampedPackageTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final GenuinePackage GENUINE = new GenuinePackage(5);
    private static final Instant LATER = NOON.plus(Duration.ofDays(2000));

    private final MovableClock clock = new MovableClock(NOON);
    private final TestAuthority authority = TestAuthority.generate(Duration.ofDays(1000), clock, new SecureRandom());
    private final Trust trust = trusting(authority, false);

    private static Trust trusting(TestAuthority authority, boolean independent) {
        return GENUINE.trust().withTsaCertificates(List.of(new TsaCertificate(authority.certificate(), independent)));
    }

    @Test
    void a_time_stamp_of_a_known_authority_holds_with_its_time() {
        var step = step(stamped(), trusting(authority, true), NOON, Code.TIME_STAMPED);
        assertThat(step.result()).isEqualTo(Result.HOLDS);
        assertThat(step.sentence().german()).contains("2026-11-23T12:00:00Z").doesNotContain("NICHT UNABHÄNGIG");
    }

    @Test
    void what_only_the_operators_own_authority_has_stamped_is_said_in_both_languages() {
        var report = Verification.verify(stamped(), Optional.of(trust), NOON);
        assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
        var step = step(report, Code.TIME_STAMPED);
        assertThat(step.result()).isEqualTo(Result.HOLDS);
        assertThat(step.sentence().german()).contains("NICHT UNABHÄNGIG");
        assertThat(step.sentence().english()).contains("NOT INDEPENDENT");
        var archived = step(archived(stamped()), trust, NOON, Code.EVIDENCE_RECORD);
        assertThat(archived.result()).isEqualTo(Result.HOLDS);
        assertThat(archived.sentence().german()).contains("beweisen sie nichts");
    }

    @Test
    void nobody_to_trust_leaves_it_open() {
        for (var nobody : List.of(Optional.<Trust>empty(), Optional.of(GENUINE.trust()))) {
            var report = Verification.verify(archived(stamped()), nobody, NOON);
            assertThat(step(report, Code.TIME_STAMPED).result()).isEqualTo(Result.NOT_CHECKED);
            assertThat(step(report, Code.EVIDENCE_RECORD).result()).isEqualTo(Result.NOT_CHECKED);
        }
    }

    @Test
    void an_authority_that_is_not_among_those_trusted_does_not_hold() {
        var other = TestAuthority.generate(Duration.ofDays(1000), clock, new SecureRandom());
        var report = Verification.verify(archived(stamped()), Optional.of(trusting(other, true)), NOON);
        assertThat(step(report, Code.TIME_STAMPED).result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(step(report, Code.EVIDENCE_RECORD).result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(report.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    }

    @Test
    void a_time_stamp_of_another_head_does_not_hold() {
        var parts = parts(GENUINE.file());
        parts.put(PartName.timeStamp(0), token("something else\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var step = step(resealed(parts), trust, NOON, Code.TIME_STAMPED);
        assertThat(step.result()).isEqualTo(Result.DOES_NOT_HOLD);
        // and without anybody to trust neither
        assertThat(step(Verification.verify(resealed(parts), Optional.empty(), NOON), Code.TIME_STAMPED)
                        .result())
                .isEqualTo(Result.DOES_NOT_HOLD);
    }

    @Test
    void the_stamped_checkpoint_may_get_cosignatures_later() {
        var parts = parts(stamped());
        var checkpoint = Note.parse(Objects.requireNonNull(parts.get(PartName.CHECKPOINT)));
        assertThat(checkpoint.signatures()).hasSizeGreaterThan(1);
        parts.put(PartName.CHECKPOINT, checkpoint.first().bytes());
        assertThat(TimeStampCheck.stamped(parts, Optional.of(trust), Algorithms.KNOWN, NOON)
                        .result())
                .isEqualTo(Result.HOLDS);
    }

    @Test
    void a_time_stamp_that_has_ended_is_open_unless_an_evidence_record_shows_it() {
        assertThat(step(stamped(), trust, LATER, Code.TIME_STAMPED).result()).isEqualTo(Result.NOT_CHECKED);
        byte[] archived = archived(stamped());
        clock.to(NOON.plus(Duration.ofDays(900)));
        var next = TestAuthority.generate(Duration.ofDays(3000), clock, new SecureRandom());
        byte[] renewed = archived(archived, next, Renewal.Kind.TIME_STAMP);
        var both = GENUINE.trust()
                .withTsaCertificates(List.of(
                        new TsaCertificate(authority.certificate(), false),
                        new TsaCertificate(next.certificate(), true)));
        var report = Verification.verify(renewed, Optional.of(both), LATER);
        assertThat(step(report, Code.TIME_STAMPED).result()).isEqualTo(Result.HOLDS);
        assertThat(step(report, Code.EVIDENCE_RECORD).result()).isEqualTo(Result.HOLDS);
        assertThat(report.outcome()).isEqualTo(Outcome.HOLDS);
        // the one that nobody renewed
        report = Verification.verify(archived, Optional.of(both), LATER);
        assertThat(step(report, Code.EVIDENCE_RECORD).result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(step(report, Code.TIME_STAMPED).result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    void no_byte_of_time_stamp_and_evidence_record_can_be_changed() {
        byte[] file = archived(stamped());
        assertThat(Verification.verify(file, Optional.of(trust), NOON).outcome())
                .isEqualTo(Outcome.HOLDS);
        for (String name : List.of(ArchivedParts.RECORD, ArchivedParts.MANIFEST, PartName.timeStamp(0))) {
            byte[] genuine = Objects.requireNonNull(parts(file).get(name));
            for (int i = 0; i < genuine.length; i += 5) {
                byte[] bent = genuine.clone();
                bent[i] ^= (byte) (1 << (i % 8));
                var parts = parts(file);
                parts.put(name, bent);
                var report = Verification.verify(GenuinePackage.zipped(parts), Optional.of(trust), NOON);
                assertThat(report.outcome()).as("%s, byte %d", name, i).isEqualTo(Outcome.DOES_NOT_HOLD);
            }
        }
    }

    @Test
    void a_change_of_any_part_is_a_change_to_the_evidence_record() {
        byte[] file = archived(stamped());
        for (String name : parts(GENUINE.file()).keySet()) {
            var parts = parts(file);
            byte[] longer = Objects.requireNonNull(parts.get(name));
            parts.put(name, Arrays.copyOf(longer, longer.length + 1));
            assertThat(step(GenuinePackage.zipped(parts), trust, NOON, Code.EVIDENCE_RECORD)
                            .result())
                    .as(name)
                    .isEqualTo(Result.DOES_NOT_HOLD);
        }
    }

    @Test
    void the_trust_file_names_authorities_and_whether_they_are_independent() {
        assertThat(Trust.parse(trust.json().canonicalBytes())).isEqualTo(trust);
        var independent = trusting(authority, true);
        assertThat(Trust.parse(independent.json().canonicalBytes()))
                .isEqualTo(independent)
                .isNotEqualTo(trust);
    }

    private static Step step(byte[] file, Trust trust, Instant now, Code code) {
        return step(Verification.verify(file, Optional.of(trust), now), code);
    }

    private static Step step(Report report, Code code) {
        return report.steps().stream()
                .filter(step -> step.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static SequencedMap<String, byte[]> parts(byte[] file) {
        return new LinkedHashMap<>(Container.read(file).parts());
    }

    private byte[] token(byte[] bytes) {
        var answer = authority.stamp(Imprint.of(HashAlgorithm.SHA_256, bytes));
        return ((Answer.Stamped) answer).timeStamp().der();
    }

    private byte[] stamped() {
        var parts = parts(GENUINE.file());
        parts.put(
                PartName.timeStamp(0),
                token(Note.parse(Objects.requireNonNull(parts.get(PartName.CHECKPOINT)))
                        .first()
                        .bytes()));
        return resealed(parts);
    }

    private static byte[] resealed(Map<String, byte[]> parts) {
        return GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal);
    }

    private byte[] archived(byte[] file) {
        return archived(file, authority, Renewal.Kind.FIRST);
    }

    private byte[] archived(byte[] file, TestAuthority authority, Renewal.Kind kind) {
        var parts = Container.read(file).parts();
        var anchors = List.of(this.authority.certificate(), authority.certificate());
        var task = new Renewal.Task(
                ArchivedParts.data(parts), ArchivedParts.record(parts), new Renewal.Due(kind, Instant.MIN));
        var outcome = new Renewal(anchors, Algorithms.KNOWN, Duration.ZERO)
                .renew(List.of(task), authority, clock.instant())
                .getFirst();
        assertThat(outcome).isInstanceOf(Renewal.Outcome.Renewed.class);
        return Container.write(ArchivedParts.with(parts, ((Renewal.Outcome.Renewed) outcome).record()));
    }
}
