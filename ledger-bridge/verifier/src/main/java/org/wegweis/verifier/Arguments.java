package org.wegweis.verifier;

import java.nio.file.Path;
import java.util.Optional;

/** What the command line asks for. */
record Arguments(Path file, Optional<Path> trust, Format format) {

    enum Format {
        GERMAN_AND_ENGLISH,
        GERMAN,
        ENGLISH,
        JSON
    }

    /** The command line is not one that is understood. */
    static final class Misused extends IllegalArgumentException {
        Misused(String message) {
            super(message);
        }
    }

    static Arguments parse(String... words) {
        Optional<Path> file = Optional.empty();
        Optional<Path> trust = Optional.empty();
        Format format = Format.GERMAN_AND_ENGLISH;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--json" -> format = Format.JSON;
                case "--trust" -> trust = Optional.of(Path.of(after(words, i++)));
                case "--lang" ->
                    format = switch (after(words, i++)) {
                        case "de" -> Format.GERMAN;
                        case "en" -> Format.ENGLISH;
                        default -> throw new Misused("--lang de|en");
                    };
                default -> {
                    if (words[i].startsWith("--") || file.isPresent()) throw new Misused(words[i]);
                    file = Optional.of(Path.of(words[i]));
                }
            }
        }
        return new Arguments(file.orElseThrow(() -> new Misused("PACKAGE?")), trust, format);
    }

    private static String after(String[] words, int i) {
        if (i + 1 == words.length) throw new Misused(words[i] + " ?");
        return words[i + 1];
    }
}
