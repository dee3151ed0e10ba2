package org.wegweis.evidence.verification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.EvidenceRecord;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;

/** Whether the evidence record shows that the package was there long ago. */
final class EvidenceRecordCheck {
    private EvidenceRecordCheck() {}

    static Step step(Map<String, byte[]> parts, Optional<Trust> trust, Algorithms algorithms, Instant now) {
        try {
            var record = ArchivedParts.record(parts);
            if (record.isEmpty()) {
                return open("Das Paket hat keinen Evidence Record.", "The package has no evidence record.");
            }
            record.get().requireCovers(ArchivedParts.data(parts));
            if (trust.isEmpty() || trust.get().timeStampAnchors().isEmpty()) {
                return open(
                        "Der Evidence Record deckt jeden Teil; welcher Stelle zu trauen ist, ist nicht gesagt.",
                        "The evidence record covers every part; nobody said which authority to trust.");
            }
            var shown =
                    record.get().verify(ArchivedParts.data(parts), trust.get().timeStampAnchors(), algorithms);
            if (now.isAfter(shown.until())) {
                return wrong(
                        "er wurde nicht rechtzeitig erneuert und zählt seit %s nicht mehr".formatted(shown.until()),
                        "it was not renewed in time and has not counted since %s".formatted(shown.until()));
            }
            return holds(record.get(), shown, trust.get());
        } catch (RuntimeException | StackOverflowError e) {
            // whatever hostile bytes provoke in a parser: what cannot be read does not hold
            String why = String.valueOf(e.getMessage());
            return wrong("er gilt nicht: " + why, "it is not valid: " + why);
        }
    }

    /**
     * Since when the package is shown to have been there.
     *
     * @return empty unless it has an evidence record that holds
     */
    static Optional<Instant> since(Map<String, byte[]> parts, Trust trust, Algorithms algorithms, Instant now) {
        if (step(parts, Optional.of(trust), algorithms, now).result() != Result.HOLDS) return Optional.empty();
        return ArchivedParts.record(parts).map(EvidenceRecord::since);
    }

    private static Step holds(EvidenceRecord record, EvidenceRecord.Shown shown, Trust trust) {
        var stamps = record.timeStamps();
        var german = "Seit %s ist das Paket unverändert; das zeigen %d Zeitstempel, bis %s."
                .formatted(shown.since(), stamps.size(), shown.until());
        var english = "The package has been unchanged since %s; %d time stamps show it, until %s."
                .formatted(shown.since(), stamps.size(), shown.until());
        if (!stamps.stream().allMatch(trust::independent)) {
            german += " Nicht alle sind von einer unabhängigen Stelle: gegen den Betreiber beweisen sie nichts.";
            english += " Not all are of an independent authority: against the operator they prove nothing.";
        }
        return new Step(Code.EVIDENCE_RECORD, Result.HOLDS, new Sentence(german, english));
    }

    private static Step open(String german, String english) {
        return new Step(Code.EVIDENCE_RECORD, Result.NOT_CHECKED, new Sentence(german, english));
    }

    private static Step wrong(String german, String english) {
        return new Step(
                Code.EVIDENCE_RECORD,
                Result.DOES_NOT_HOLD,
                new Sentence("Evidence Record: " + german + ".", "Evidence record: " + english + "."));
    }
}
