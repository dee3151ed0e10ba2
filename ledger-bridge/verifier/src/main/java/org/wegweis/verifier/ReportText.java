package org.wegweis.verifier;

import java.io.PrintStream;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;

/** A report for the eye, in one language or in both. */
record ReportText(boolean german, boolean english) {

    void print(Report report, PrintStream out) {
        for (var step : report.steps()) {
            line(out, mark(step.result()), step.result() == Step.Result.HOLDS ? withWord(step) : step.sentence());
        }
        report.trust().ifPresent(trust -> print(trust, out));
        out.println();
        line(out, "", report.outcome().sentence());
    }

    private static Sentence withWord(Step step) {
        var words = step.code().restsOn().words();
        return new Sentence(
                step.sentence().german() + " (Beruht auf " + words.german() + ".)",
                step.sentence().english() + " (Rests on " + words.english() + ".)");
    }

    private void print(Trust trust, PrintStream out) {
        out.println();
        line(out, "", new Sentence("Vertraut wird:", "Trusted are:"));
        out.println("  " + trust.logKey());
        out.println("  " + trust.ledgerKey());
        out.println(
                "  " + trust.origin() + ", X.509: " + trust.sealCertificates().size());
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
