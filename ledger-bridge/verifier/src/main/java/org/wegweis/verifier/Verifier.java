package org.wegweis.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.wegweis.evidence.verification.LogVerification;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;

/** Checks packages, proofs, checkpoints and mirrors. Reads the files that it is given and nothing else. */
public final class Verifier {
    private static final int UNREADABLE = Report.Outcome.UNREADABLE.exit();
    private static final int LARGEST_PACKAGE = 64 << 20;
    private static final int LARGEST_TEXT = 1 << 20;
    private static final long PROGRESS_EVERY = 1 << 20;

    private static final String USAGE = """
            verify [--trust DATEI] [--json] [--lang de|en] …
              PAKET                                     ein Beweispaket / an evidence package
              --proof BEWEIS EINTRAG                    ein Eintrag und sein Beweis / a record and its proof
              --proof BEWEIS --entry HEX|BASE64         ein Hash des Protokolls / an entry of the log
              --checkpoint NEU --since ALT --consistency BEWEIS
                                                        setzt NEU das Protokoll von ALT fort? / does it extend?
              --checkpoint NEU --since ALT --log ORDNER dasselbe aus einer Kopie / the same by a mirror
              --log ORDNER [--since ALT]                eine ganze Kopie des Protokolls / a whole mirror
            Prüft ohne Netz.                            Checks without a network.
              0  hält gegen die Vertrauensdatei           0  holds against the trust file
              1  hält nicht                               1  does not hold
              2  nicht lesbar                             2  cannot be read
              3  in sich stimmig, ohne Vertrauensdatei    3  holds together, nobody said whom to trust""";

    private Verifier() {}

    /** Runs and exits with the outcome. */
    public static void main(String... words) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, words);
        out.flush();
        System.exit(exit);
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        try {
            var arguments = Arguments.parse(words);
            var report = report(arguments, err);
            print(report, arguments, out);
            return report.outcome().exit();
        } catch (Arguments.Misused e) {
            err.println("? " + Sentence.quoted(String.valueOf(e.getMessage())));
            err.println(USAGE);
        } catch (InvalidPathException e) {
            err.println("Kein Dateiname / not a file name: " + Sentence.quoted(e.getInput()));
        }
        return UNREADABLE;
    }

    private static Report report(Arguments arguments, PrintStream err) {
        Optional<Trust> trust = Optional.empty();
        try {
            trust = arguments.trust().map(Verifier::trust);
            return report(arguments.task(), trust, count -> {
                if (count % PROGRESS_EVERY == 0) err.println("… " + count);
            });
        } catch (CannotRead e) {
            return Report.unreadable(e.what, e.why, trust);
        } catch (OutOfMemoryError _) {
            // bounded as every part is, a file may still unfold into more values than there is room for
            return Report.unreadable(
                    Code.CONTAINER_READABLE,
                    new Sentence(
                            "Die Datei braucht mehr Speicher als jedes Beweispaket.",
                            "The file needs more memory than any evidence package."),
                    trust);
        }
    }

    private static Report report(Arguments.Task task, Optional<Trust> trust, LongConsumer progress) {
        return switch (task) {
            case Arguments.Task.OfPackage(var file) ->
                Verification.verify(read(file, LARGEST_PACKAGE, Code.CONTAINER_READABLE), trust, Instant.now());
            case Arguments.Task.OfRecord(var proof, var record) ->
                LogVerification.record(text(proof, Code.PROOF_READABLE), text(record, Code.PROOF_READABLE), trust);
            case Arguments.Task.OfEntry(var proof, var entry) ->
                LogVerification.entry(text(proof, Code.PROOF_READABLE), entry.bytes(), trust);
            case Arguments.Task.Growth(var newer, var older, var proof) ->
                LogVerification.growth(checkpoint(newer), checkpoint(older), checkpoint(proof), trust);
            case Arguments.Task.GrowthInMirror(var newer, var older, var folder) ->
                LogVerification.growth(checkpoint(newer), checkpoint(older), new MirrorFolder(folder), trust);
            case Arguments.Task.Mirror(var folder, var older) -> {
                var mirror = new MirrorFolder(folder);
                yield LogVerification.mirror(
                        checkpoint(mirror.checkpoint()), mirror, older.map(Verifier::checkpoint), trust, progress);
            }
        };
    }

    private static void print(Report report, Arguments arguments, PrintStream out) {
        switch (arguments.format()) {
            case JSON -> out.println(report.json().canonical());
            case GERMAN_AND_ENGLISH -> new ReportText(true, true).print(report, arguments.trust(), out);
            case GERMAN -> new ReportText(true, false).print(report, arguments.trust(), out);
            case ENGLISH -> new ReportText(false, true).print(report, arguments.trust(), out);
        }
    }

    private static Trust trust(Path file) {
        byte[] bytes = text(file, Code.TRUST_READABLE);
        try {
            return Trust.parse(bytes);
        } catch (IllegalArgumentException | StackOverflowError e) {
            String why = Sentence.quoted(file + ": " + e.getMessage());
            throw new CannotRead(
                    Code.TRUST_READABLE,
                    new Sentence("Keine Vertrauensdatei: " + why + ".", "Not a trust file: " + why + "."));
        }
    }

    private static byte[] checkpoint(Path file) {
        return text(file, Code.CHECKPOINT_READABLE);
    }

    private static byte[] text(Path file, Code what) {
        return read(file, LARGEST_TEXT, what);
    }

    private static byte[] read(Path file, int largest, Code what) {
        try (var in = Files.newInputStream(file)) {
            // not by its size: what is no file has none, and may never end
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length <= largest) return bytes;
            throw cannotRead(
                    what, file, "größer als " + (largest >> 20) + " MiB", "larger than " + (largest >> 20) + " MiB");
        } catch (NoSuchFileException _) {
            throw cannotRead(what, file, "es gibt sie nicht", "there is no such file");
        } catch (IOException e) {
            String why =
                    Files.isDirectory(file) ? "Ordner / folder" : e.getClass().getSimpleName();
            throw cannotRead(what, file, why, why);
        }
    }

    private static CannotRead cannotRead(Code what, Path file, String german, String english) {
        String name = Sentence.quoted(file.toString());
        return new CannotRead(
                what,
                new Sentence(
                        "Nicht lesbar: " + name + " (" + german + ").",
                        "Cannot be read: " + name + " (" + english + ")."));
    }

    /** A file that was named is not there, or not what it has to be. */
    private static final class CannotRead extends RuntimeException {
        private final Code what;
        private final Sentence why;

        CannotRead(Code what, Sentence why) {
            super(why.english());
            this.what = what;
            this.why = why;
        }
    }
}
