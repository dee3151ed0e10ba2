package org.wegweis.evidence.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.WrongSignature;

/**
 * How many of which witnesses must have cosigned a checkpoint: k of n. A witness is one key; two keys of one name would
 * count as two, so they are refused.
 *
 * @param logs keys of the logs that it is for; may be none, where the log is known from elsewhere
 * @param witnesses at most {@value #MOST_WITNESSES}
 * @param threshold k: from 0, where no cosignature is asked for, to the number of witnesses
 * @see <a href="https://c2sp.org/tlog-policy">C2SP tlog-policy</a>
 */
public record WitnessPolicy(List<NoteKey> logs, List<Witness> witnesses, int threshold) {
    /** Asks for nothing. */
    public static final WitnessPolicy NONE = new WitnessPolicy(List.of(), List.of(), 0);

    private static final String NO_QUORUM = "none";
    private static final String GROUP = "k-of-n";
    /** With the log's own line, a note of that many cosignatures is still a note. */
    private static final int MOST_WITNESSES = 32;

    private static final int LONGEST = 1 << 20;

    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        logs.forEach(NoteKey::ofLog);
        requireDistinct(logs.stream().map(NoteKey::publicKey).toList(), "two logs have one key");
        var keys = witnesses.stream().map(Witness::key).toList();
        requireDistinct(keys.stream().map(NoteKey::publicKey).toList(), "two witnesses have one key");
        requireDistinct(keys.stream().map(NoteKey::name).toList(), "two witnesses have one name");
        if (keys.stream().map(NoteKey::name).anyMatch(List.of(NO_QUORUM, GROUP)::contains)) {
            throw new IllegalArgumentException("no witness is called " + NO_QUORUM + " or " + GROUP);
        }
        if (witnesses.size() > MOST_WITNESSES) {
            throw new IllegalArgumentException("more than " + MOST_WITNESSES + " witnesses");
        }
        if (threshold < 0 || threshold > witnesses.size()) {
            throw new IllegalArgumentException(threshold + " of " + witnesses.size() + " witnesses");
        }
    }

    /**
     * Somebody who cosigns.
     *
     * @param url where to ask: the submission prefix of tlog-witness
     */
    public record Witness(NoteKey key, Optional<String> url) {
        public Witness {
            key.ofCosigner();
            url.ifPresent(text -> {
                if (text.isEmpty() || text.chars().anyMatch(c -> c <= 0x20 || c == 0x7F)) {
                    throw new IllegalArgumentException("not an address: " + text);
                }
            });
        }
    }

    /**
     * Who has cosigned.
     *
     * @param times when each says it did, by key
     * @param met whether they are enough
     */
    public record Cosigners(SequencedMap<NoteKey, Instant> times, boolean met) {}

    /** Keys without addresses, as a verifier needs them. */
    public static WitnessPolicy of(NoteKey log, List<NoteKey> witnesses, int threshold) {
        return new WitnessPolicy(
                List.of(log),
                witnesses.stream()
                        .map(key -> new Witness(key, Optional.empty()))
                        .toList(),
                threshold);
    }

    /**
     * Which of the witnesses have cosigned the note. Says nothing about the log's own signature.
     *
     * @throws WrongSignature if a line claims to be of one of them and is not
     */
    public Cosigners metBy(Note note) {
        var times = note.cosignedBy(keys());
        return new Cosigners(times, times.size() >= threshold);
    }

    /** The witnesses' keys. */
    public List<NoteKey> keys() {
        return witnesses.stream().map(Witness::key).toList();
    }

    /**
     * Reads a policy file that says k of n: its quorum is {@code none}, the only witness, or one group of all the
     * witnesses. Groups of groups are refused, and so is a witness that the quorum does not count.
     *
     * @throws IllegalArgumentException that names the line, if it is another policy or none
     */
    public static WitnessPolicy parse(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("a policy of " + text.length() + " characters");
        if (!text.isEmpty() && !text.endsWith("\n")) throw new IllegalArgumentException("the last line is cut off");
        var reader = new Reader();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                reader.read(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return reader.policy();
    }

    /** The policy file; a witness is called there as its key is. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        logs.forEach(log -> out.append("log ").append(log).append('\n'));
        for (var witness : witnesses) {
            out.append("witness ").append(witness.key().name()).append(' ').append(witness.key());
            witness.url().ifPresent(url -> out.append(' ').append(url));
            out.append('\n');
        }
        if (threshold == 0) return out.append("quorum " + NO_QUORUM + "\n").toString();
        out.append("group " + GROUP + " ").append(threshold);
        witnesses.forEach(witness -> out.append(' ').append(witness.key().name()));
        return out.append("\nquorum " + GROUP + "\n").toString();
    }

    private static void requireDistinct(List<String> texts, String otherwise) {
        if (new HashSet<>(texts).size() < texts.size()) throw new IllegalArgumentException(otherwise);
    }

    /** What the lines so far have said. */
    private static final class Reader {
        private record Group(int threshold, List<String> members) {}

        private final List<NoteKey> logs = new ArrayList<>();
        private final Map<String, Witness> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final HashSet<String> members = new HashSet<>();
        private @Nullable String quorum;

        void read(String line) {
            if (line.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7F)) {
                throw new IllegalArgumentException("control characters");
            }
            String[] words = line.replaceAll("^[ \t]+", "").split("[ \t]+");
            if (words[0].isEmpty() || words[0].startsWith("#")) return;
            switch (words[0]) {
                case "log" -> {
                    requireWords(words, 2, 3);
                    logs.add(NoteKey.parse(words[1]));
                }
                case "witness" -> {
                    requireWords(words, 3, 4);
                    var url = words.length == 4 ? Optional.of(words[3]) : Optional.<String>empty();
                    witnesses.put(newName(words[1]), new Witness(NoteKey.parse(words[2]), url));
                }
                case "group" -> {
                    requireWords(words, 4, Integer.MAX_VALUE);
                    group(newName(words[1]), words[2], Arrays.asList(words).subList(3, words.length));
                }
                case "quorum" -> {
                    requireWords(words, 2, 2);
                    if (quorum != null) throw new IllegalArgumentException("a second quorum");
                    quorum = words[1];
                    if (!quorum.equals(NO_QUORUM) && !witnesses.containsKey(quorum) && !groups.containsKey(quorum)) {
                        throw new IllegalArgumentException("nothing is called " + quorum + " so far");
                    }
                }
                default -> throw new IllegalArgumentException("begins with none of log, witness, group, quorum");
            }
        }

        private static void requireWords(String[] words, int least, int most) {
            if (words.length < least || words.length > most) {
                throw new IllegalArgumentException("not that many words after " + words[0]);
            }
        }

        private String newName(String name) {
            if (name.equals(NO_QUORUM) || witnesses.containsKey(name) || groups.containsKey(name)) {
                throw new IllegalArgumentException("already called so: " + name);
            }
            return name;
        }

        private void group(String name, String threshold, List<String> names) {
            for (String member : names) {
                if (groups.containsKey(member)) throw new IllegalArgumentException("a group of groups: " + member);
                if (!witnesses.containsKey(member)) throw new IllegalArgumentException("no witness so far: " + member);
                if (!members.add(member)) throw new IllegalArgumentException("a member already: " + member);
            }
            int k = switch (threshold) {
                case "any" -> 1;
                case "all" -> names.size();
                default -> {
                    if (!threshold.matches("[0-9]{1,9}"))
                        throw new IllegalArgumentException("not a number: " + threshold);
                    yield Integer.parseInt(threshold);
                }
            };
            if (k < 1 || k > names.size()) {
                throw new IllegalArgumentException(k + " of " + names.size());
            }
            groups.put(name, new Group(k, names));
        }

        WitnessPolicy policy() {
            if (quorum == null) throw new IllegalArgumentException("no line says quorum");
            var all = List.copyOf(witnesses.values());
            if (quorum.equals(NO_QUORUM)) return new WitnessPolicy(logs, all, 0);
            var group = groups.get(quorum);
            var counted = group == null ? new Group(1, List.of(quorum)) : group;
            if (counted.members().size() < all.size()) {
                throw new IllegalArgumentException("the quorum does not count every witness");
            }
            return new WitnessPolicy(logs, all, counted.threshold());
        }
    }
}
