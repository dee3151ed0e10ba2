package org.wegweis.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;

/** {@code verify [--trust FILE] [--json | --lang de|en] PACKAGE}. Reads two files and nothing else. */
public final class Verifier {
    private static final int UNREADABLE = Report.Outcome.UNREADABLE.exit();
    private static final long LARGEST_FILE = 64L << 20;

    private static final String USAGE = """
            verify [--trust DATEI] [--json] [--lang de|en] PAKET
            Prüft ein Beweispaket ohne Netz.            Checks an evidence package without a network.
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
            Optional<Trust> trust = arguments.trust().map(Verifier::trust);
            var report = Verification.verify(read(arguments.file()), trust, Instant.now());
            print(report, arguments.format(), out);
            return report.outcome().exit();
        } catch (Arguments.Misused e) {
            err.println("? " + e.getMessage());
            err.println(USAGE);
        } catch (InvalidPathException e) {
            err.println("Kein Dateiname / not a file name: " + e.getInput());
        } catch (CannotRead e) {
            err.println(e.getMessage());
        }
        return UNREADABLE;
    }

    private static void print(Report report, Arguments.Format format, PrintStream out) {
        switch (format) {
            case JSON -> out.println(report.json().canonical());
            case GERMAN_AND_ENGLISH -> new ReportText(true, true).print(report, out);
            case GERMAN -> new ReportText(true, false).print(report, out);
            case ENGLISH -> new ReportText(false, true).print(report, out);
        }
    }

    private static Trust trust(Path file) {
        try {
            return Trust.parse(read(file));
        } catch (CannotRead e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new CannotRead("Keine Vertrauensdatei / not a trust file: " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            if (Files.isDirectory(file)) throw new IOException("is a directory");
            if (Files.size(file) > LARGEST_FILE) throw new IOException("larger than 64 MiB");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CannotRead("Nicht lesbar / cannot be read: " + file + " (" + e + ")", e);
        }
    }

    private static final class CannotRead extends IllegalArgumentException {
        CannotRead(String message, Exception cause) {
            super(message, cause);
        }
    }
}
