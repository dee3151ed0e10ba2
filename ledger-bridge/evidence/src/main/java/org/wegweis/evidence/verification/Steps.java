package org.wegweis.evidence.verification;

import java.util.ArrayList;
import java.util.List;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;

/** The steps of one verification in the order in which they are taken. Whatever a look throws becomes a step. */
final class Steps {
    private final List<Step> taken = new ArrayList<>();

    @FunctionalInterface
    interface Look {
        /** @throws Finding.Wrong if it does not hold */
        Finding look();
    }

    List<Step> taken() {
        return List.copyOf(taken);
    }

    boolean held(Code code) {
        return taken.stream().anyMatch(step -> step.code() == code && step.result() == Result.HOLDS);
    }

    /** Takes the step only where what it builds on held. */
    void takeIf(boolean possible, Code code, Look look) {
        if (possible) {
            take(code, look);
        } else {
            add(
                    code,
                    Finding.notChecked(
                            "Nicht geprüft, weil schon ein früherer Schritt nicht hält.",
                            "Not checked because an earlier step does not hold."));
        }
    }

    void take(Code code, Look look) {
        Finding finding;
        try {
            finding = look.look();
        } catch (Finding.Wrong e) {
            finding = failed(code, e.sentence());
        } catch (RuntimeException | StackOverflowError e) {
            // whatever hostile bytes provoke in a parser: what cannot be read does not hold
            String why = Sentence.quoted(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            finding = failed(code, new Sentence("nicht lesbar: " + why, "unreadable: " + why));
        }
        add(code, finding);
    }

    private void add(Code code, Finding finding) {
        taken.add(new Step(code, finding.result(), finding.sentence()));
    }

    private static Finding failed(Code code, Sentence why) {
        var what = code.what();
        return new Finding(
                Result.DOES_NOT_HOLD,
                new Sentence(what.german() + ": " + why.german() + ".", what.english() + ": " + why.english() + "."));
    }
}
