package org.wegweis.chaincode.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.kernel.json.Json;

/**
 * An argument of a call, as text; nothing is made of it before its length is known.
 *
 * @param name as the contract calls it
 */
record Argument(String name, byte[] bytes) {
    /** Most items of one answer. */
    static final int MOST = 100;

    /** RFC 9162's proof between two sizes of 63 bits. */
    private static final int MOST_HASHES = 63;
    /** 44 characters of base64 and a newline each. */
    private static final int LONGEST_PROOF = MOST_HASHES * 45;

    private static final int LONGEST_NOTE = 10_240;
    private static final int LONGEST_KEY = 512;
    private static final int LONGEST_NUMBER = 16;

    private static final Pattern ORIGIN = Pattern.compile("[\\x21-\\x7E&&[^+]]{1,200}");
    private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final Pattern MSP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");

    static boolean isMsp(String text) {
        return MSP.matcher(text).matches();
    }

    String origin() {
        return matching(ORIGIN, 200, "1 to 200 printable ASCII characters without spaces and plus signs");
    }

    String kind() {
        return matching(KIND, 64, "lower-case words and digits joined by hyphens, 64 characters at most");
    }

    String msp() {
        return matching(MSP, 100, "the name of an organisation on the channel: letters, digits, . _ and -");
    }

    /** The key of the log of that origin. */
    NoteKey keyOf(String origin) {
        String needed =
                "needs the Ed25519 key of a log as C2SP signed-note writes it, name+id+key, of the name " + origin;
        NoteKey key;
        try {
            key = NoteKey.parse(text(LONGEST_KEY, needed)).ofLog();
        } catch (IllegalArgumentException _) {
            throw malformed(needed);
        }
        if (!key.name().equals(origin)) throw malformed(needed);
        return key;
    }

    Note note() {
        if (bytes.length > LONGEST_NOTE) {
            throw new Refused(
                    Fault.NOTE_TOO_LONG, name, "takes " + LONGEST_NOTE + " bytes at most, not " + bytes.length);
        }
        try {
            return Note.parse(bytes);
        } catch (IllegalArgumentException _) {
            throw malformed("needs a signed note (C2SP signed-note): a text, an empty line, 1 to 64 signature lines");
        }
    }

    List<TreeHash> proof() {
        if (bytes.length > LONGEST_PROOF) {
            throw new Refused(Fault.PROOF_TOO_LONG, name, "takes " + MOST_HASHES + " hashes at most");
        }
        String needed = "needs hashes in base64, one a line, or nothing";
        String text = text(LONGEST_PROOF, needed);
        if (text.isEmpty()) return List.of();
        String[] lines = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1);
        try {
            return Arrays.stream(lines).map(TreeHash::parse).toList();
        } catch (IllegalArgumentException _) {
            throw malformed(needed);
        }
    }

    /** A whole number that JSON can count. */
    long number() {
        String needed = "needs a whole number from 0 to " + Json.LARGEST_INTEGER;
        String digits = matching(NUMBER, LONGEST_NUMBER, needed);
        long number = Long.parseLong(digits);
        if (number > Json.LARGEST_INTEGER) throw malformed(needed);
        return number;
    }

    int most() {
        String needed = "needs a whole number from 1 to " + MOST;
        int most = Integer.parseInt(matching(Pattern.compile("[1-9][0-9]{0,2}"), 3, needed));
        if (most > MOST) throw malformed(needed);
        return most;
    }

    private String matching(Pattern pattern, int longest, String needed) {
        return Optional.of(text(longest, needed))
                .filter(text -> pattern.matcher(text).matches())
                .orElseThrow(() -> malformed(needed));
    }

    private String text(int longest, String needed) {
        if (bytes.length > longest) throw malformed(needed);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed(needed);
        }
    }

    private Refused malformed(String needed) {
        return new Refused(Fault.MALFORMED_ARGUMENT, name, needed);
    }
}
