package org.wegweis.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.record.Hash;

/** What the command line asks for. */
record Arguments(Task task, Optional<Path> trust, Format format) {

    /** What is to be checked. */
    sealed interface Task {
        /** An evidence package. */
        record OfPackage(Path file) implements Task {}

        /** One record's place in the log. */
        record OfRecord(Path proof, Path record) implements Task {}

        /** One entry's place in the log. */
        record OfEntry(Path proof, Hash entry) implements Task {}

        /** A checkpoint against an older one, by a proof from a file. */
        record Growth(Path newer, Path older, Path proof) implements Task {}

        /** A checkpoint against an older one, by a mirror's tiles. */
        record GrowthInMirror(Path newer, Path older, Path folder) implements Task {}

        /** A whole mirror of the log. */
        record Mirror(Path folder, Optional<Path> older) implements Task {}
    }

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

    private static final String TRUST = "--trust";
    private static final String PROOF = "--proof";
    private static final String ENTRY = "--entry";
    private static final String CHECKPOINT = "--checkpoint";
    private static final String SINCE = "--since";
    private static final String CONSISTENCY = "--consistency";
    private static final String LOG = "--log";
    private static final Set<String> WITH_VALUE = Set.of(TRUST, PROOF, ENTRY, CHECKPOINT, SINCE, CONSISTENCY, LOG);

    static Arguments parse(String... words) {
        var options = new HashMap<String, String>();
        var files = new ArrayList<Path>();
        Format format = Format.GERMAN_AND_ENGLISH;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (WITH_VALUE.contains(word)) {
                if (options.put(word, after(words, i++)) != null) throw new Misused(word + " " + word);
            } else if (word.equals("--json")) {
                format = Format.JSON;
            } else if (word.equals("--lang")) {
                format = switch (after(words, i++)) {
                    case "de" -> Format.GERMAN;
                    case "en" -> Format.ENGLISH;
                    default -> throw new Misused("--lang de|en");
                };
            } else if (word.startsWith("--")) {
                throw new Misused(word);
            } else {
                files.add(Path.of(word));
            }
        }
        Optional<Path> trust = Optional.ofNullable(options.remove(TRUST)).map(Path::of);
        return new Arguments(task(options, files), trust, format);
    }

    private static Task task(Map<String, String> options, List<Path> files) {
        var given = options.keySet();
        if (given.isEmpty() && files.size() == 1) return new Task.OfPackage(files.getFirst());
        if (given.equals(Set.of(PROOF)) && files.size() == 1) {
            return new Task.OfRecord(path(options, PROOF), files.getFirst());
        }
        if (!files.isEmpty()) throw new Misused(files.getLast().toString());
        if (given.equals(Set.of(PROOF, ENTRY))) {
            return new Task.OfEntry(path(options, PROOF), entry(options.getOrDefault(ENTRY, "")));
        }
        if (given.equals(Set.of(CHECKPOINT, SINCE, CONSISTENCY))) {
            return new Task.Growth(path(options, CHECKPOINT), path(options, SINCE), path(options, CONSISTENCY));
        }
        if (given.equals(Set.of(CHECKPOINT, SINCE, LOG))) {
            return new Task.GrowthInMirror(path(options, CHECKPOINT), path(options, SINCE), path(options, LOG));
        }
        if (given.equals(Set.of(LOG)) || given.equals(Set.of(LOG, SINCE))) {
            return new Task.Mirror(
                    path(options, LOG), Optional.ofNullable(options.get(SINCE)).map(Path::of));
        }
        throw new Misused(
                given.isEmpty()
                        ? "PACKAGE?"
                        : String.join(" ", given.stream().sorted().toList()));
    }

    private static Path path(Map<String, String> options, String name) {
        return Path.of(options.getOrDefault(name, ""));
    }

    /** An entry of this log has 32 bytes: 64 hex digits, or 44 characters of base64. */
    private static Hash entry(String text) {
        try {
            return Hash.of(
                    text.length() == 2 * Hash.LENGTH
                            ? HexFormat.of().parseHex(text)
                            : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            throw new Misused(ENTRY + " HEX|BASE64");
        }
    }

    private static String after(String[] words, int i) {
        if (i + 1 == words.length) throw new Misused(words[i] + " ?");
        return words[i + 1];
    }
}
