package org.wegweis.evidence.verification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wegweis.kernel.json.Json;

/**
 * What a verification found.
 *
 * @param trust whom it trusted, if it was told
 */
public record Report(List<Step> steps, Optional<Trust> trust) {
    public Report {
        steps = List.copyOf(steps);
    }

    /** Of what cannot even be read: the one step, with a whole sentence. */
    public static Report unreadable(Step.Code what, Sentence why, Optional<Trust> trust) {
        return new Report(List.of(new Step(what, Step.Result.DOES_NOT_HOLD, why)), trust);
    }

    /** The one answer. */
    public enum Outcome {
        HOLDS(0, "HÄLT: gegen die Schlüssel der Vertrauensdatei.", "HOLDS against the keys of the trust file."),
        DOES_NOT_HOLD(1, "HÄLT NICHT.", "DOES NOT HOLD."),
        UNREADABLE(2, "NICHT LESBAR: es gibt nichts zu prüfen.", "CANNOT BE READ: there is nothing to check."),
        HOLDS_TOGETHER(
                3,
                "IN SICH STIMMIG; ohne Vertrauensdatei ist nicht geprüft, von wem es stammt.",
                "HOLDS TOGETHER; without a trust file it was not checked whom it is from.");

        private final int exit;
        private final String german;
        private final String english;

        Outcome(int exit, String german, String english) {
            this.exit = exit;
            this.german = german;
            this.english = english;
        }

        /** The command line's exit code. */
        public int exit() {
            return exit;
        }

        public Sentence sentence() {
            return new Sentence(german, english);
        }

        /** For example {@code does-not-hold}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Outcome outcome() {
        if (steps.stream().anyMatch(step -> step.result() == Step.Result.DOES_NOT_HOLD)) {
            boolean atOnce =
                    steps.getFirst().code().isReading() && steps.getFirst().result() == Step.Result.DOES_NOT_HOLD;
            return atOnce ? Outcome.UNREADABLE : Outcome.DOES_NOT_HOLD;
        }
        return trust.isPresent() ? Outcome.HOLDS : Outcome.HOLDS_TOGETHER;
    }

    public Json.Obj json() {
        var items = steps.stream()
                .<Json>map(step -> Json.Obj.of()
                        .with("code", step.code().text())
                        .with("result", step.result().text())
                        .with("restsOn", step.code().restsOn().text())
                        .with("what", step.code().what().json())
                        .with("word", step.code().restsOn().words().json())
                        .with("german", step.sentence().german())
                        .with("english", step.sentence().english()))
                .toList();
        var json = Json.Obj.of()
                .with("outcome", outcome().text())
                .with("exit", outcome().exit())
                .with("steps", new Json.Arr(items));
        return trust.map(known -> json.with("trust", known.json()).with("anchors", anchors(known)))
                .orElse(json);
    }

    private static Json.Arr anchors(Trust trust) {
        return new Json.Arr(Anchor.of(trust).stream()
                .<Json>map(anchor -> Json.Obj.of()
                        .with("kind", anchor.kind().text())
                        .with("what", anchor.kind().words().json())
                        .with("name", anchor.name())
                        .with("sha256", anchor.fingerprint().hex()))
                .toList());
    }
}
