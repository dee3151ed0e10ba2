package org.wegweis.evidence.longterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.longterm.Renewal.Kind;
import org.wegweis.evidence.longterm.Renewal.Outcome;
import org.wegweis.evidence.longterm.Renewal.Task;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority;

class EvidenceRecordTest {
    private static final Instant SHA_256_FALLS = Instant.parse("2037-01-01T00:00:00Z");

    @Test
    void packages_are_shown_over_twenty_years_while_certificates_end_and_a_hash_function_falls() {
        var decades = new Decades(5);
        var all = IntStream.range(0, 4).boxed().toList();
        int forgotten = 4;
        assertThat(decades.renew(IntStream.range(0, 5).boxed().toList())).containsOnly(Kind.FIRST);
        var done = new ArrayList<Kind>();
        for (int year = 1; year <= 20; year++) {
            decades.clock.years(1);
            // the authority gets a new certificate before its old one ends, and in 2034 the weakness becomes known
            if (year % 4 == 0) decades.newAuthority();
            if (year == 8) decades.algorithms = decades.algorithms.declaredWeak("SHA-256", SHA_256_FALLS);
            var kinds = decades.renew(all);
            assertThat(kinds).as("year %d", year).containsOnly(kinds.getFirst());
            done.add(kinds.getFirst());
            for (int which : all)
                assertThat(decades.holds(which)).as("year %d, %d", year, which).isTrue();
            assertThat(decades.holds(forgotten)).as("year %d", year).isEqualTo(year < 5);
            assertThat(decades.holds(decades.record(0).der(), decades.packages.get(1)))
                    .isFalse();
        }
        assertThat(done.stream().filter(kind -> kind == Kind.TIME_STAMP)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(done.stream().filter(kind -> kind == Kind.HASH_TREE)).hasSize(1);
        assertThat(decades.record(0).firstAlgorithm()).isEqualTo(HashAlgorithm.SHA_256);
        assertThat(decades.record(0).algorithm()).isEqualTo(HashAlgorithm.SHA_512);
        assertThatThrownBy(() -> decades.renew(List.of(forgotten))).hasMessageContaining("not renewed in time");

        byte[] der = decades.record(2).der();
        var data = decades.packages.get(2);
        for (int i = 0; i < der.length; i++) {
            byte[] bent = der.clone();
            bent[i] ^= (byte) (1 << (i % 8));
            assertThat(decades.holds(bent, data))
                    .as("byte %d of %d", i, der.length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void one_time_stamp_is_over_any_number_of_packages(int packages) {
        var decades = new Decades(packages);
        var all = IntStream.range(0, packages).boxed().toList();
        decades.renew(all);
        decades.clock.years(4);
        decades.newAuthority();
        assertThat(decades.renew(all)).containsOnly(Kind.TIME_STAMP);
        decades.algorithms = decades.algorithms.declaredWeak(
                "SHA-256", decades.clock.instant().plusSeconds(60));
        assertThat(decades.renew(all)).containsOnly(Kind.HASH_TREE);
        decades.clock.years(4);
        decades.newAuthority();
        assertThat(decades.renew(all)).containsOnly(Kind.TIME_STAMP);
        for (int which : all) {
            assertThat(decades.holds(which)).isTrue();
            assertThat(decades.record(which).timeStamps().getLast().der())
                    .isEqualTo(decades.record(0).timeStamps().getLast().der());
        }
    }

    @Test
    void it_covers_exactly_its_data_in_any_order() {
        var decades = new Decades(3);
        decades.renew(List.of(0, 1, 2));
        byte[] der = decades.record(1).der();
        var data = new ArrayList<>(decades.packages.get(1));
        java.util.Collections.shuffle(data, new Random(1));
        assertThat(decades.holds(der, data)).isTrue();
        data.add("more".getBytes(StandardCharsets.UTF_8));
        assertThat(decades.holds(der, data)).isFalse();
        assertThat(decades.holds(der, decades.packages.get(1).subList(1, 4))).isFalse();
        assertThat(decades.holds(der, List.of())).isFalse();
    }

    @Test
    void a_hash_tree_renewal_covers_the_data_anew_and_all_time_stamps_before() {
        var decades = new Decades(1);
        var other = new Decades(1);
        decades.renew(List.of(0));
        other.renew(List.of(0));
        decades.algorithms = decades.algorithms.declaredWeak("SHA-256", Decades.START.plusSeconds(60));
        decades.renew(List.of(0));
        decades.anchors.addAll(other.anchors);
        // the same data, the same second chain, but another first one
        var mixed = new EvidenceRecord(List.of(
                other.record(0).chains().getFirst(), decades.record(0).chains().getLast()));
        assertThat(decades.holds(0)).isTrue();
        assertThat(decades.holds(mixed.der(), decades.packages.getFirst())).isFalse();
    }

    @Test
    void a_record_that_is_long_enough_is_left_as_it_is_and_one_that_would_gain_nothing_too() {
        var decades = new Decades(1);
        decades.renew(List.of(0));
        assertThat(decades.renew(List.of(0))).containsExactly(Kind.NONE);
        decades.clock.years(4);
        var due =
                decades.renewal().due(decades.records.getFirst(), decades.packages.getFirst(), decades.clock.instant());
        assertThat(due.kind()).isEqualTo(Kind.TIME_STAMP);
        // the authority still has the certificate that ends soon
        assertThatThrownBy(() -> decades.renew(List.of(0))).hasMessageContaining("nothing is gained");
    }

    @Test
    void a_time_stamp_that_came_too_late_heals_nothing() {
        for (var kind : List.of(Kind.TIME_STAMP, Kind.HASH_TREE)) {
            var decades = new Decades(1);
            decades.renew(List.of(0));
            decades.clock.years(6);
            decades.newAuthority();
            // whoever does not ask what is due
            var late = new Task(
                    decades.packages.getFirst(), decades.records.getFirst(), new Renewal.Due(kind, Instant.MIN));
            var outcome = decades.renewal().renew(List.of(late), decades.authority(), decades.clock.instant());
            assertThat(outcome).hasOnlyElementsOfType(Outcome.Failed.class);
            assertThat(outcome.toString()).contains("not renewed in time");
        }
    }

    @Test
    void hash_values_stand_in_one_order_only() {
        var decades = new Decades(2);
        // one by one: two records with the same last time stamp would have the same value twice
        decades.renew(List.of(0));
        decades.renew(List.of(1));
        decades.clock.years(4);
        decades.newAuthority();
        decades.renew(List.of(0, 1));
        assertThat(decades.holds(0)).isTrue();
        var chain = decades.record(0).chains().getFirst();
        int turned = 0;
        for (int i = 0; i < chain.size(); i++) {
            var stamp = chain.get(i);
            var lists = new ArrayList<>(stamp.reducedHashTree());
            var first = List.copyOf(lists.getFirst());
            // both packages had one time stamp: what renews it has the same value twice
            if (Arrays.equals(first.getFirst(), first.getLast())) continue;
            lists.set(0, first.reversed());
            turned++;
            var other = new ArrayList<>(chain);
            other.set(i, new ArchiveTimeStamp(stamp.algorithm(), lists, stamp.timeStamp()));
            assertThat(decades.holds(new EvidenceRecord(List.of(other)).der(), decades.packages.getFirst()))
                    .isFalse();
        }
        assertThat(turned).isPositive();
    }

    @Test
    void an_authority_that_is_away_leaves_every_record_as_it_is() {
        var decades = new Decades(2);
        var tasks = decades.packages.stream()
                .map(data ->
                        new Task(data, Optional.empty(), decades.renewal().due(Optional.empty(), data, Decades.START)))
                .toList();
        var outcomes = decades.renewal().renew(tasks, new Away(), Decades.START);
        assertThat(outcomes).hasSize(2).allMatch(outcome -> outcome instanceof Outcome.Failed);
    }

    @Test
    void no_bytes_are_an_exception_of_another_kind() {
        var decades = new Decades(2);
        decades.renew(List.of(0, 1));
        byte[] der = decades.record(0).der();
        var random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] bent = Arrays.copyOf(der, random.nextInt(der.length + 3));
            if (bent.length > 0) bent[random.nextInt(bent.length)] ^= (byte) random.nextInt();
            if (Arrays.equals(bent, der)) continue;
            assertThatThrownBy(() -> EvidenceRecord.parse(bent)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bouncycastle_reads_the_first_time_stamp_alike() throws Exception {
        var decades = new Decades(4);
        decades.renew(List.of(0, 1, 2, 3));
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        for (int which = 0; which < 4; which++) {
            var record = new ERSEvidenceRecord(decades.record(which).der(), digests);
            record.validatePresent(group(decades.packages.get(which)), Date.from(Decades.START));
            var strange = group(decades.packages.get((which + 1) % 4));
            assertThatThrownBy(() -> record.validatePresent(strange, Date.from(Decades.START)));
        }
    }

    private static ERSDataGroup group(List<byte[]> data) {
        return new ERSDataGroup(data.stream().<ERSData>map(ERSByteData::new).toList());
    }

    private static final class Away implements TimeStampAuthority {
        private final TestAuthority other =
                TestAuthority.generate(Duration.ofDays(1), () -> Decades.START, new SecureRandom());

        @Override
        public Answer stamp(Imprint imprint) {
            return new Answer.Away("a test");
        }

        @Override
        public List<java.security.cert.X509Certificate> anchors() {
            return other.anchors();
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public String name() {
            return "away";
        }
    }
}
