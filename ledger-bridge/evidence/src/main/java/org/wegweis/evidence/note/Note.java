package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text and its signatures (C2SP signed-note). The text means nothing until {@link #signedBy} has named a key that is
 * trusted.
 *
 * @param text lines, each ended by a newline
 * @param signatures 1 to {@value #MOST_SIGNATURES}
 */
public record Note(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 64;
    private static final int LONGEST = 1 << 20;

    public Note {
        if (!text.endsWith("\n")) throw new IllegalArgumentException("a note's text ends with a newline");
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("a note has no control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) throw new IllegalArgumentException("not UTF-8");
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note with " + signatures.size() + " signatures");
        }
    }

    public static Note signed(String text, NoteSigner signer) {
        return new Note(text, List.of(signer.sign(text)));
    }

    /** This note with one more signature at its end. */
    public Note with(NoteSigner signer) {
        return with(List.of(signer.sign(text)));
    }

    /** This note with more signatures at its end. */
    public Note with(List<NoteSignature> more) {
        return new Note(text, Stream.concat(signatures.stream(), more.stream()).toList());
    }

    /**
     * This note with the lines that claim to be of these keys, and no others.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Note only(Collection<NoteKey> keys) {
        return new Note(
                text,
                signatures.stream()
                        .filter(line -> keys.stream().anyMatch(key -> key.claimedBy(line)))
                        .toList());
    }

    /** This note with all signatures but the first in their one order, none of them twice. */
    public Note ordered() {
        var others = signatures.subList(1, signatures.size()).stream()
                .distinct()
                .sorted(Comparator.comparing(NoteSignature::toString))
                .toList();
        return first().with(others);
    }

    /** This note with its first signature alone: in a checkpoint, what the log itself has signed. */
    public Note first() {
        return new Note(text, List.of(signatures.getFirst()));
    }

    /** @throws IllegalArgumentException unless the bytes are exactly what {@link #bytes} gives */
    public static Note parse(byte[] utf8) {
        if (utf8.length > LONGEST) throw new IllegalArgumentException("a note of " + utf8.length + " bytes");
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #toString} gives */
    public static Note parse(String note) {
        // the last empty line divides: the text itself may hold empty lines
        int border = note.lastIndexOf("\n\n");
        if (border < 0 || !note.endsWith("\n")) throw new IllegalArgumentException("not a signed note");
        var signatures = new ArrayList<NoteSignature>();
        for (String line : note.substring(border + 2).split("\n", MOST_SIGNATURES + 2)) {
            if (!line.isEmpty()) signatures.add(NoteSignature.parse(line));
        }
        var parsed = new Note(note.substring(0, border + 1), signatures);
        if (!parsed.toString().equals(note)) throw new IllegalArgumentException("not a signed note");
        return parsed;
    }

    /**
     * Those of the known keys that have signed. Lines of unknown keys are ignored.
     *
     * @throws WrongSignature if a line claims to be of a known key and is not
     */
    public Set<NoteKey> signedBy(Collection<NoteKey> known) {
        return genuine(known).keySet();
    }

    /**
     * Those of the known cosigners that have cosigned, and when they say they did: of several times the first. Lines of
     * unknown keys are ignored.
     *
     * @throws WrongSignature if a line claims to be of a known key and is not
     */
    public SequencedMap<NoteKey, Instant> cosignedBy(Collection<NoteKey> known) {
        var times = new LinkedHashMap<NoteKey, Instant>();
        genuine(known)
                .forEach((key, lines) -> lines.stream()
                        .flatMap(line -> key.time(line).stream())
                        .min(Comparator.naturalOrder())
                        .ifPresent(first -> times.put(key, first)));
        return times;
    }

    private SequencedMap<NoteKey, List<NoteSignature>> genuine(Collection<NoteKey> known) {
        var genuine = new LinkedHashMap<NoteKey, List<NoteSignature>>();
        for (NoteSignature line : signatures) {
            for (NoteKey key : known) {
                if (!key.claimedBy(line)) continue;
                if (!key.made(line, text)) throw new WrongSignature(key);
                genuine.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
            }
        }
        return genuine;
    }

    /** Whether that key has signed. */
    public boolean signedBy(NoteKey key) {
        return signedBy(List.of(key)).contains(key);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(text).append('\n');
        signatures.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
