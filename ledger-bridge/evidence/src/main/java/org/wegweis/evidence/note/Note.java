package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    private static final String DASH = "— ";

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
        var more = new ArrayList<>(signatures);
        more.add(signer.sign(text));
        return new Note(text, more);
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
            if (!line.isEmpty()) signatures.add(signature(line));
        }
        var parsed = new Note(note.substring(0, border + 1), signatures);
        if (!parsed.toString().equals(note)) throw new IllegalArgumentException("not a signed note");
        return parsed;
    }

    private static NoteSignature signature(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.startsWith(DASH)) throw new IllegalArgumentException("not a signature line");
        return new NoteSignature(parts[1], parts[2]);
    }

    /**
     * Those of the known keys that have signed. Lines of unknown keys are ignored.
     *
     * @throws WrongSignature if a line claims to be of a known key and is not
     */
    public Set<NoteKey> signedBy(Collection<NoteKey> known) {
        var signers = new LinkedHashSet<NoteKey>();
        for (NoteSignature signature : signatures) {
            for (NoteKey key : known) {
                if (!key.claimedBy(signature)) continue;
                if (!key.made(signature, text)) throw new WrongSignature(key);
                signers.add(key);
            }
        }
        return signers;
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
        for (var signature : signatures) {
            out.append(DASH).append(signature.name()).append(' ');
            out.append(signature.base64()).append('\n');
        }
        return out.toString();
    }
}
