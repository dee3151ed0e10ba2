package org.wegweis.ledgerbridge.longterm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.wegweis.evidence.time.Algorithms;

/**
 * What the command line asks for.
 *
 * @param data folder of a service whose built-in authority stamps
 * @param url of an authority that stamps
 * @param certificates PEM of authorities, of former ones too
 * @param algorithms with what was declared weak
 * @param journal where what was done is written down; a file in the folder unless said
 * @param folder of the packages
 */
record Arguments(
        boolean dryRun,
        Optional<Path> data,
        Optional<URI> url,
        Optional<Path> certificates,
        Algorithms algorithms,
        Duration ahead,
        Path journal,
        Path folder) {
    private static final Duration AHEAD = Duration.ofDays(365);

    /** The command line is not one that is understood. */
    static final class Misused extends IllegalArgumentException {
        Misused(String message) {
            super(message);
        }
    }

    static Arguments parse(String... words) {
        boolean dryRun = false;
        Optional<Path> data = Optional.empty();
        Optional<URI> url = Optional.empty();
        Optional<Path> certificates = Optional.empty();
        Optional<Path> journal = Optional.empty();
        Optional<Path> folder = Optional.empty();
        var algorithms = Algorithms.KNOWN;
        var ahead = AHEAD;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--dry-run" -> dryRun = true;
                case "--data" -> data = Optional.of(Path.of(after(words, i++)));
                case "--tsa" -> url = Optional.of(URI.create(after(words, i++)));
                case "--tsa-certificates" -> certificates = Optional.of(Path.of(after(words, i++)));
                case "--journal" -> journal = Optional.of(Path.of(after(words, i++)));
                case "--ahead" -> ahead = days(after(words, i++));
                case "--weak" -> algorithms = weak(algorithms, after(words, i++));
                default -> {
                    if (words[i].startsWith("--") || folder.isPresent()) throw new Misused(words[i]);
                    folder = Optional.of(Path.of(words[i]));
                }
            }
        }
        if (data.isPresent() == url.isPresent()) throw new Misused("--data DIR | --tsa URL");
        if (url.isPresent() && certificates.isEmpty()) throw new Misused("--tsa-certificates ?");
        if (url.isPresent() && !String.valueOf(url.get().getScheme()).startsWith("http"))
            throw new Misused("--tsa http…");
        var place = folder.orElseThrow(() -> new Misused("FOLDER?"));
        return new Arguments(
                dryRun,
                data,
                url,
                certificates,
                algorithms,
                ahead,
                journal.orElse(place.resolve("renewals.jsonl")),
                place);
    }

    private static Duration days(String text) {
        try {
            return Duration.ofDays(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            throw new Misused("--ahead " + text);
        }
    }

    private static Algorithms weak(Algorithms algorithms, String text) {
        String[] parts = text.split("=", 2);
        try {
            var from = LocalDate.parse(parts.length == 2 ? parts[1] : "");
            return algorithms.declaredWeak(
                    parts[0], from.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new Misused("--weak NAME=YYYY-MM-DD, " + text);
        }
    }

    private static String after(String[] words, int i) {
        if (i + 1 == words.length) throw new Misused(words[i] + " ?");
        return words[i + 1];
    }
}
