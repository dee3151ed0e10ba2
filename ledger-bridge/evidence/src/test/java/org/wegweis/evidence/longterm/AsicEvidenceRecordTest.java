package org.wegweis.evidence.longterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.longterm.Renewal.Kind;
import org.wegweis.evidence.longterm.Renewal.Outcome;
import org.wegweis.evidence.longterm.Renewal.Task;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.time.TestAuthority;

/** A package with its evidence record, and what the European Commission's reference library (EU DSS) makes of it. */
class AsicEvidenceRecordTest {
    private final MovableClock clock = new MovableClock(Decades.START);
    private final TestAuthority authority = TestAuthority.generate(Duration.ofDays(3650), clock, new SecureRandom());
    private final SequencedMap<String, byte[]> parts =
            Container.read(new GenuinePackage(11).file()).parts();

    @Test
    void others_find_the_record_intact_over_every_part_also_after_both_kinds_of_renewal() {
        var archived = renewed(parts, Kind.FIRST);
        assertIntact(archived, 1);
        clock.years(3);
        archived = renewed(archived, Kind.TIME_STAMP);
        assertIntact(archived, 2);
        clock.years(3);
        archived = renewed(archived, Kind.HASH_TREE);
        assertIntact(archived, 3);
        clock.years(3);
        archived = renewed(archived, Kind.TIME_STAMP);
        assertIntact(archived, 4);
    }

    @Test
    void others_see_a_changed_part_too() {
        var archived = new LinkedHashMap<>(renewed(parts, Kind.FIRST));
        byte[] checkpoint =
                Objects.requireNonNull(archived.get("checkpoint.txt")).clone();
        checkpoint[3] ^= 1;
        archived.put("checkpoint.txt", checkpoint);
        assertThat(record(archived).getDigestMatchers()).anyMatch(matcher -> !matcher.isDataIntact());
    }

    @Test
    void the_record_stands_beside_the_parts_and_goes_back_out() {
        var archived = renewed(parts, Kind.FIRST);
        assertThat(archived.keySet())
                .containsAll(parts.keySet())
                .contains(ArchivedParts.MANIFEST, ArchivedParts.RECORD);
        var again = Container.read(Container.write(archived)).parts();
        assertThat(ArchivedParts.record(again).orElseThrow().der()).isEqualTo(archived.get(ArchivedParts.RECORD));
        assertThat(ArchivedParts.data(again)).containsExactlyElementsOf(parts.values());
        assertThat(ArchivedParts.record(parts)).isEmpty();
    }

    @Test
    void a_record_without_its_list_or_with_another_is_none() {
        var archived = renewed(parts, Kind.FIRST);
        for (String name : List.of(ArchivedParts.MANIFEST, ArchivedParts.RECORD)) {
            var less = new LinkedHashMap<>(archived);
            less.remove(name);
            assertThatThrownBy(() -> ArchivedParts.record(less)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] listed = Objects.requireNonNull(archived.get(ArchivedParts.MANIFEST));
        for (int i = 0; i < listed.length; i++) {
            byte[] bent = listed.clone();
            bent[i] ^= 1;
            var other = new LinkedHashMap<>(archived);
            other.put(ArchivedParts.MANIFEST, bent);
            assertThatThrownBy(() -> ArchivedParts.record(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Among other packages, so that there is a hash tree. */
    private SequencedMap<String, byte[]> renewed(Map<String, byte[]> before, Kind kind) {
        var renewal = new Renewal(authority.anchors(), Algorithms.KNOWN, Duration.ZERO);
        if (kind == Kind.HASH_TREE) {
            var weak = Algorithms.KNOWN.declaredWeak("SHA-256", clock.instant().plusSeconds(1));
            renewal = new Renewal(authority.anchors(), weak, Duration.ofDays(1));
        }
        var other = renewal.due(Optional.empty(), List.of(new byte[1], new byte[2]), clock.instant());
        var task = new Task(
                ArchivedParts.data(before), ArchivedParts.record(before), new Renewal.Due(kind, clock.instant()));
        var tasks = List.of(
                new Task(List.of(new byte[1], new byte[2]), Optional.empty(), other),
                task,
                new Task(List.of(new byte[3], new byte[4]), Optional.empty(), other));
        var outcome = renewal.renew(tasks, authority, clock.instant()).get(1);
        assertThat(outcome).isInstanceOf(Outcome.Renewed.class);
        return ArchivedParts.with(before, ((Outcome.Renewed) outcome).record());
    }

    private void assertIntact(Map<String, byte[]> archived, int timeStamps) {
        var record = record(archived);
        assertThat(record.isStructuralValidationValid()).isTrue();
        assertThat(record.getDigestMatchers())
                .filteredOn(matcher -> matcher.getType() == DigestMatcherType.EVIDENCE_RECORD_ARCHIVE_OBJECT)
                .hasSize(parts.size());
        assertThat(record.getDigestMatchers()).allMatch(XmlDigestMatcher::isDataIntact);
        assertThat(record.getTimestampList()).hasSize(timeStamps).allSatisfy(stamp -> {
            assertThat(stamp.isMessageImprintDataIntact()).isTrue();
            assertThat(stamp.isSignatureValid()).isTrue();
            assertThat(stamp.getDigestMatchers())
                    .filteredOn(matcher -> matcher.getType() != DigestMatcherType.EVIDENCE_RECORD_ORPHAN_REFERENCE)
                    .allMatch(XmlDigestMatcher::isDataIntact);
        });
    }

    private EvidenceRecordWrapper record(Map<String, byte[]> archived) {
        byte[] file = Container.write(archived);
        var known = new CommonTrustedCertificateSource();
        known.addCertificate(DSSUtils.loadCertificate(Certificates.encoded(authority.certificate())));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(known);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file, "a.asice"));
        validator.setCertificateVerifier(verifier);
        var data = validator.validateDocument().getDiagnosticData();
        assertThat(data.getEvidenceRecords()).hasSize(1);
        return data.getEvidenceRecords().getFirst();
    }
}
