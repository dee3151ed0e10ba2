package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.notChecked;
import static org.wegweis.evidence.verification.Finding.untrusted;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.Optional;
import java.util.stream.Collectors;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.WrongSignature;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.evidence.witness.WitnessPolicy;

/** Whether enough of the trusted witnesses have cosigned the checkpoint. */
final class WitnessCheck {
    private WitnessCheck() {}

    static Finding cosigned(Contents contents, Optional<Trust> trust) {
        var operators = WitnessPolicy.parse(contents.text(PartName.WITNESS_POLICY));
        if (trust.isEmpty()) {
            return untrusted(
                    "Zeugen, von denen der Betreiber %d von %d verlangte"
                            .formatted(
                                    operators.threshold(), operators.witnesses().size()),
                    "Witnesses, of whom the operator demanded %d of %d"
                            .formatted(
                                    operators.threshold(), operators.witnesses().size()));
        }
        return cosigned(Note.parse(contents.part(PartName.CHECKPOINT)), trust);
    }

    static Finding cosigned(Note checkpoint, Optional<Trust> trust) {
        if (trust.isEmpty()) return untrusted("Zeugen", "Witnesses");
        var policy = trust.get().witnesses();
        WitnessPolicy.Cosigners cosigners;
        try {
            cosigners = policy.metBy(checkpoint);
        } catch (WrongSignature e) {
            String name = e.key().name();
            throw wrong("die Zeile von " + name + " ist nicht echt", "the line of " + name + " is not genuine");
        }
        if (policy.threshold() == 0) {
            return notChecked(
                    "Nach der Vertrauensdatei muss kein Zeuge gegenzeichnen.",
                    "No witness was asked for by the trust file.");
        }
        int count = cosigners.times().size();
        int all = policy.witnesses().size();
        String names = cosigners.times().entrySet().stream()
                .map(one -> one.getKey().name() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        if (!cosigners.met()) {
            String who = count == 0 ? "" : " (" + names + ")";
            throw wrong(
                    "nur %d von %d Zeugen haben gegengezeichnet%s, nötig sind %d"
                            .formatted(count, all, who, policy.threshold()),
                    "only %d of %d witnesses have cosigned%s, %d are needed"
                            .formatted(count, all, who, policy.threshold()));
        }
        return holds(
                "%d von %d Zeugen haben den Prüfpunkt gegengezeichnet, nötig sind %d: %s."
                        .formatted(count, all, policy.threshold(), names),
                "%d of %d witnesses have cosigned the checkpoint, %d are needed: %s."
                        .formatted(count, all, policy.threshold(), names));
    }
}
