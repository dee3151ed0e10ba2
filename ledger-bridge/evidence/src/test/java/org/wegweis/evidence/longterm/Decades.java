package org.wegweis.evidence.longterm;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.longterm.Renewal.Kind;
import org.wegweis.evidence.longterm.Renewal.Outcome;
import org.wegweis.evidence.longterm.Renewal.Task;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.time.TestAuthority;

/** Some packages, an authority whose certificate is replaced now and then, and years that pass. */
final class Decades {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    final MovableClock clock = new MovableClock(START);
    /** Of every authority that there ever was. */
    final List<X509Certificate> anchors = new ArrayList<>();

    final List<List<byte[]>> packages;
    final List<Optional<EvidenceRecord>> records = new ArrayList<>();
    Algorithms algorithms = Algorithms.KNOWN;
    private TestAuthority authority;

    Decades(int packages) {
        authority = TestAuthority.generate(Duration.ofDays(5 * 365), clock, new SecureRandom());
        anchors.add(authority.certificate());
        var all = new ArrayList<List<byte[]>>();
        for (int i = 0; i < packages; i++) {
            var parts = new ArrayList<byte[]>();
            for (int j = 0; j < 3 + i; j++) parts.add(("package " + i + " part " + j).getBytes(StandardCharsets.UTF_8));
            all.add(parts);
            records.add(Optional.empty());
        }
        this.packages = all;
    }

    Renewal renewal() {
        return new Renewal(anchors, algorithms, Duration.ofDays(400));
    }

    TestAuthority authority() {
        return authority;
    }

    void newAuthority() {
        authority = TestAuthority.generate(Duration.ofDays(5 * 365), clock, new SecureRandom());
        anchors.add(authority.certificate());
    }

    /** Does what is due for these packages, and says what that was. */
    List<Kind> renew(Collection<Integer> which) {
        var tasks = new ArrayList<Task>();
        var kinds = new ArrayList<Kind>();
        var places = new ArrayList<Integer>();
        for (int i : which) {
            var due = renewal().due(records.get(i), packages.get(i), clock.instant());
            kinds.add(due.kind());
            if (due.kind() == Kind.NONE) continue;
            tasks.add(new Task(packages.get(i), records.get(i), due));
            places.add(i);
        }
        var outcomes = renewal().renew(tasks, authority, clock.instant());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Renewed(var record, var _)) {
                records.set(places.get(i), Optional.of(record));
            } else {
                throw new AssertionError(outcomes.get(i));
            }
        }
        return kinds;
    }

    EvidenceRecord record(int which) {
        return records.get(which).orElseThrow();
    }

    /** Whether a verifier of today, with today's table, finds that the record still shows the package. */
    boolean holds(byte[] record, Collection<byte[]> data) {
        try {
            var shown = EvidenceRecord.parse(record).verify(data, anchors, algorithms);
            return shown.since().equals(START) && !clock.instant().isAfter(shown.until());
        } catch (Broken | IllegalArgumentException | org.wegweis.evidence.time.TimeStamp.Untrusted e) {
            return false;
        }
    }

    boolean holds(int which) {
        return holds(record(which).der(), packages.get(which));
    }
}
