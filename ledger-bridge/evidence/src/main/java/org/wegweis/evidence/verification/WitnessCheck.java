package org.wegweis.evidence.verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.WrongSignature;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.evidence.witness.WitnessPolicy;

/** Whether enough of the trusted witnesses have cosigned the checkpoint. */
final class WitnessCheck {
    private WitnessCheck() {}

    /** @param checkpoint the note's bytes, if the package has them */
    static Step look(Optional<byte[]> checkpoint, Optional<Trust> trust) {
        if (trust.isEmpty()) {
            return step(
                    Result.NOT_CHECKED,
                    "Zeugen: ohne Vertrauensdatei nicht geprüft.",
                    "Witnesses: not checked without a trust file.");
        }
        if (checkpoint.isEmpty()) return wrong("der Prüfpunkt fehlt", "the checkpoint is missing");
        var policy = trust.get().witnesses();
        try {
            return judged(policy, policy.metBy(Note.parse(checkpoint.get())));
        } catch (WrongSignature e) {
            String name = e.key().name();
            return wrong("die Zeile von " + name + " ist nicht echt", "the line of " + name + " is not genuine");
        } catch (IllegalArgumentException e) {
            return wrong("nicht lesbar: " + e.getMessage(), "unreadable: " + e.getMessage());
        }
    }

    private static Step judged(WitnessPolicy policy, WitnessPolicy.Cosigners cosigners) {
        if (policy.threshold() == 0) {
            return step(
                    Result.NOT_CHECKED,
                    "Nach der Vertrauensdatei muss kein Zeuge gegenzeichnen.",
                    "No witness was asked for by the trust file.");
        }
        List<NoteKey> all = policy.keys();
        int count = cosigners.times().size();
        String names = cosigners.times().entrySet().stream()
                .map(one -> one.getKey().name() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        if (!cosigners.met()) {
            String who = count == 0 ? "" : " (" + names + ")";
            return wrong(
                    "nur %d von %d Zeugen haben gegengezeichnet%s, nötig sind %d"
                            .formatted(count, all.size(), who, policy.threshold()),
                    "only %d of %d witnesses have cosigned%s, %d are needed"
                            .formatted(count, all.size(), who, policy.threshold()));
        }
        return step(
                Result.HOLDS,
                "%d von %d Zeugen haben den Prüfpunkt gegengezeichnet, nötig sind %d: %s."
                        .formatted(count, all.size(), policy.threshold(), names),
                "%d of %d witnesses have cosigned the checkpoint, %d are needed: %s."
                        .formatted(count, all.size(), policy.threshold(), names));
    }

    private static Step wrong(String german, String english) {
        return step(Result.DOES_NOT_HOLD, "Zeugen: " + german + ".", "Witnesses: " + english + ".");
    }

    private static Step step(Result result, String german, String english) {
        return new Step(Code.WITNESSES_COSIGNED, result, new Sentence(german, english));
    }
}
