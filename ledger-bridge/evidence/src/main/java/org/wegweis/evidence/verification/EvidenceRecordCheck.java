package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.notChecked;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.EvidenceRecord;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.verification.Step.Result;

/** Whether the evidence record shows that the package was there long ago. */
final class EvidenceRecordCheck {
    private EvidenceRecordCheck() {}

    /** @param now at which its newest time stamp must still count */
    static Finding covered(Map<String, byte[]> parts, Optional<Trust> trust, Algorithms algorithms, Instant now) {
        var record = ArchivedParts.record(parts);
        if (record.isEmpty()) {
            return notChecked("Das Paket hat keinen Evidence Record.", "The package has no evidence record.");
        }
        record.get().requireCovers(ArchivedParts.data(parts));
        if (trust.isEmpty() || trust.get().timeStampAnchors().isEmpty()) {
            return notChecked(
                    "Der Evidence Record deckt jeden Teil; welcher Stelle zu trauen ist, ist nicht gesagt.",
                    "The evidence record covers every part; nobody said which authority to trust.");
        }
        var shown = record.get().verify(ArchivedParts.data(parts), trust.get().timeStampAnchors(), algorithms);
        if (now.isAfter(shown.until())) {
            throw wrong(
                    "er wurde nicht rechtzeitig erneuert und zählt seit %s nicht mehr".formatted(shown.until()),
                    "it was not renewed in time and has not counted since %s".formatted(shown.until()));
        }
        return shown(record.get(), shown, trust.get());
    }

    /**
     * Since when the package is shown to have been there.
     *
     * @return empty unless it has an evidence record that holds
     */
    static Optional<Instant> since(Map<String, byte[]> parts, Trust trust, Algorithms algorithms, Instant now) {
        try {
            boolean holds = covered(parts, Optional.of(trust), algorithms, now).result() == Result.HOLDS;
            return holds ? ArchivedParts.record(parts).map(EvidenceRecord::since) : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty(); // its own step says why
        }
    }

    private static Finding shown(EvidenceRecord record, EvidenceRecord.Shown shown, Trust trust) {
        var stamps = record.timeStamps();
        var german = "Seit %s ist das Paket unverändert; das zeigen %d Zeitstempel, bis %s."
                .formatted(shown.since(), stamps.size(), shown.until());
        var english = "The package has been unchanged since %s; %d time stamps show it, until %s."
                .formatted(shown.since(), stamps.size(), shown.until());
        if (!stamps.stream().allMatch(trust::independent)) {
            german += " Nicht alle sind von einer unabhängigen Stelle: gegen den Betreiber beweisen sie nichts.";
            english += " Not all are of an independent authority: against the operator they prove nothing.";
        }
        return holds(german, english);
    }
}
