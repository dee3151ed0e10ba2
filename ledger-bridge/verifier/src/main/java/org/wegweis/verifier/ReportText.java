package org.wegweis.verifier;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.wegweis.evidence.verification.Anchor;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;

/** A report for the eye, in one language or in both. */
record ReportText(boolean german, boolean english) {

    /** @param trustFile where the report's trust comes from */
    void print(Report report, Optional<Path> trustFile, PrintStream out) {
        for (var step : report.steps()) {
            line(out, mark(step.result()), step.result() == Step.Result.HOLDS ? withWord(step) : step.sentence());
        }
        report.trust()
                .ifPresent(trust -> print(trust, trustFile.map(Path::toString).orElse(""), out));
        out.println();
        var outcome = report.outcome();
        line(out, "", outcome.sentence());
        if (outcome == Report.Outcome.HOLDS || outcome == Report.Outcome.HOLDS_TOGETHER) {
            line(
                    out,
                    "",
                    new Sentence(
                            "Ob wahr ist, was erklärt wurde, kann keine Prüfung zeigen.",
                            "Whether what was stated is true, no check can show."));
        }
    }

    private static Sentence withWord(Step step) {
        var words = step.code().restsOn().words();
        return new Sentence(
                step.sentence().german() + " (Beruht auf " + words.german() + ".)",
                step.sentence().english() + " (Rests on " + words.english() + ".)");
    }

    private void print(Trust trust, String file, PrintStream out) {
        String name = Sentence.quoted(file);
        out.println();
        line(
                out,
                "",
                new Sentence(
                        "Vertraut wird nach " + name + "; wer vergleicht, vergleicht SHA-256:",
                        "Trusted are, by " + name + "; compare these SHA-256:"));
        out.println("  " + trust.origin());
        for (var anchor : Anchor.of(trust)) {
            var words = anchor.kind().words();
            String both = german && english
                    ? words.german() + " / " + words.english()
                    : german ? words.german() : words.english();
            out.println("  " + anchor.fingerprint().hex() + "  " + both
                    + (anchor.name().isEmpty() ? "" : " " + anchor.name()));
        }
    }

    private void line(PrintStream out, String start, Sentence sentence) {
        if (german) out.println(start + sentence.german());
        if (english) out.println((german ? " ".repeat(start.length()) : start) + sentence.english());
    }

    private String mark(Step.Result result) {
        return switch (result) {
            case HOLDS -> german ? "[ hält  ] " : "[ holds ] ";
            case DOES_NOT_HOLD -> german ? "[ NICHT ] " : "[  NOT  ] ";
            case NOT_CHECKED -> german ? "[ offen ] " : "[ open  ] ";
        };
    }
}
