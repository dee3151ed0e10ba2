package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.notChecked;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.TimeStamp;

/** Whether somebody has stamped the checkpoint, and when. */
final class TimeStampCheck {
    private TimeStampCheck() {}

    static Finding stamped(Map<String, byte[]> parts, Optional<Trust> trust, Algorithms algorithms, Instant now) {
        var stamps = stamps(parts);
        if (stamps.isEmpty()) {
            return notChecked(
                    "Kein Zeitstempel sagt, seit wann es den Prüfpunkt gibt.",
                    "No time stamp says since when the checkpoint exists.");
        }
        byte[] checkpoint = checkpoint(parts, trust);
        for (var stamp : stamps) {
            if (!stamp.covers(checkpoint)) {
                throw wrong("er ist über etwas anderes als den Prüfpunkt", "it is not over the checkpoint");
            }
        }
        if (trust.isEmpty() || trust.get().timeStampAnchors().isEmpty()) {
            return notChecked(
                    "Zeitstempel: %s. Welcher Stelle zu trauen ist, ist nicht gesagt.".formatted(words(stamps)),
                    "Time stamp: %s. Nobody said which authority to trust.".formatted(words(stamps)));
        }
        // an evidence record shows the time stamps as they were when it began
        Instant shown =
                EvidenceRecordCheck.since(parts, trust.get(), algorithms, now).orElse(now);
        return judged(stamps, trust.get(), algorithms, shown);
    }

    private static Finding judged(List<TimeStamp> stamps, Trust trust, Algorithms algorithms, Instant shown) {
        for (var stamp : stamps) {
            Instant until = stamp.goodUntil(trust.timeStampAnchors(), algorithms);
            if (shown.isAfter(until)) {
                return notChecked(
                        "Der Zeitstempel zählt seit %s nicht mehr, und kein Evidence Record zeigt, dass es ihn da schon gab."
                                .formatted(until),
                        "The time stamp has not counted since %s, and no evidence record shows that it was there by then."
                                .formatted(until));
            }
        }
        String german = "Zeitstempel des Prüfpunkts: %s.".formatted(words(stamps));
        String english = "Time stamp of the checkpoint: %s.".formatted(words(stamps));
        if (stamps.stream().noneMatch(trust::independent)) {
            german += " Diese Stelle ist NICHT UNABHÄNGIG, sie gehört zum Betreiber: gegen ihn beweist sie nichts.";
            english += " This authority is NOT INDEPENDENT, it is the operator's: against them it proves nothing.";
        }
        return holds(german, english);
    }

    private static List<TimeStamp> stamps(Map<String, byte[]> parts) {
        var stamps = new ArrayList<TimeStamp>();
        for (var part : parts.entrySet()) {
            if (!part.getKey().startsWith(PartName.TIME_STAMPS)) continue;
            if (!part.getKey().equals(PartName.timeStamp(stamps.size()))) {
                throw new IllegalArgumentException("time stamps are numbered from 0000");
            }
            stamps.add(TimeStamp.parse(part.getValue()));
        }
        return stamps;
    }

    /** What is stamped: the note as the log alone has signed it. */
    private static byte[] checkpoint(Map<String, byte[]> parts, Optional<Trust> trust) {
        byte[] part = parts.get(PartName.CHECKPOINT);
        if (part == null) throw new IllegalArgumentException("there is no checkpoint");
        var note = Note.parse(part).first();
        if (trust.isPresent() && !note.signedBy(trust.get().logKey())) {
            throw new IllegalArgumentException("the log's signature is not the first");
        }
        return note.bytes();
    }

    private static String words(List<TimeStamp> stamps) {
        return stamps.stream()
                .map(stamp -> stamp.genTime() + " (" + stamp.signerName() + ")")
                .collect(Collectors.joining(", "));
    }
}
