package org.wegweis.kernel.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Walks once over a record's bytes and looks at every one of them. It answers only where it is certain that {@link
 * EventRecord#parse} would answer the same: where the bytes are canonical (RFC 8785) with the least means, plain ASCII
 * without escapes, whole numbers below 10^15, times with whole seconds or milliseconds. Whatever is seldom, and whatever
 * is wrong, it leaves to the parser, which says what is wrong.
 */
final class PlaceReader {
    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 15;
    private static final int UUID_LENGTH = 36;
    private static final int HASH_TEXT_LENGTH = 43;
    private static final byte[][] ROLES = Arrays.stream(Actor.Role.values())
            .map(role -> ascii(role.text() + '"'))
            .toArray(byte[][]::new);

    // The members of a record in their canonical order, with all that stands between their values.
    private static final byte[] ACTOR = ascii("{\"actor\":{");
    private static final byte[] KEY = ascii("\"key\":\"");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] ORGANISATION = ascii("\"organisation\":\"");
    private static final byte[] ROLE = ascii("\",\"role\":\"");
    private static final byte[] DATA = ascii("},\"data\":");
    private static final byte[] HAPPENED_AT = ascii(",\"happenedAt\":\"");
    private static final byte[] ID = ascii(",\"id\":\"");
    private static final byte[] NONCE = ascii("\",\"nonce\":\"");
    private static final byte[] POSITION = ascii("\",\"position\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final byte[] RECORDED_AT_AFTER_TEXT = ascii("\",\"recordedAt\":\"");
    private static final byte[] RECORDED_AT_AFTER_NUMBER = ascii(",\"recordedAt\":\"");
    private static final byte[] STATEMENT = ascii(",\"statement\":\"");
    private static final byte[] SUBJECT_AFTER_TEXT = ascii("\",\"subject\":\"");
    private static final byte[] SUBJECT = ascii(",\"subject\":\"");
    private static final byte[] TYPE = ascii("\",\"type\":\"");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] END = ascii("}");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    private static final byte[] BASE64URL = base64Url();
    private static final UUID NOBODY = new UUID(0, 0);

    private final byte[] bytes;
    private int at;
    /** Once it is false everything else is of no consequence. */
    private boolean certain = true;

    PlaceReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Nothing where the parser has to look. */
    Optional<Place> read() {
        expect(ACTOR);
        if (take(KEY)) {
            hash();
            expect(QUOTE);
            expect(COMMA);
        }
        expect(ORGANISATION);
        uuid();
        expect(ROLE);
        role();
        expect(DATA);
        if (peek() != '{') certain = false;
        value(0);
        expect(HAPPENED_AT);
        time();
        expect(ID);
        uuid7();
        expect(NONCE);
        hash();
        expect(POSITION);
        long position = count();
        int previousAt = -1;
        if (take(PREVIOUS)) {
            previousAt = at;
            hash();
            expect(RECORDED_AT_AFTER_TEXT);
        } else {
            expect(RECORDED_AT_AFTER_NUMBER);
        }
        time();
        if (take(STATEMENT)) {
            hash();
            expect(SUBJECT_AFTER_TEXT);
        } else {
            expect(SUBJECT);
        }
        var subject = uuid7();
        expect(TYPE);
        text();
        expect(VERSION);
        long version = count();
        expect(END);
        boolean whole = certain && at == bytes.length && position >= version && (previousAt >= 0) == (version > 0);
        if (!whole) return Optional.empty();
        var previous = previousAt < 0
                ? Optional.<Hash>empty()
                : Optional.of(Hash.parse(new String(bytes, previousAt, HASH_TEXT_LENGTH, StandardCharsets.ISO_8859_1)));
        return Optional.of(new Place(subject, version, position, previous));
    }

    private int peek() {
        return at < bytes.length ? bytes[at] : -1;
    }

    private boolean take(byte[] text) {
        int end = at + text.length;
        if (end > bytes.length) return false;
        // no Arrays.equals: it was an eighth of all that a reader did who catches up, for so few bytes
        for (int i = 0; i < text.length; i++) if (bytes[at + i] != text[i]) return false;
        at = end;
        return true;
    }

    private void expect(byte[] text) {
        if (!take(text)) certain = false;
    }

    private void role() {
        for (byte[] role : ROLES) if (take(role)) return;
        certain = false;
    }

    /** A JSON value in its canonical form. */
    private void value(int depth) {
        if (depth > DEEPEST) certain = false;
        if (!certain) return;
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> {
                at++;
                text();
            }
            case 't' -> expect(TRUE);
            case 'f' -> expect(FALSE);
            case 'n' -> expect(NULL);
            case '-' -> {
                at++;
                if (count() == 0) certain = false; // the canonical form of minus nought is nought
            }
            default -> count();
        }
    }

    /** Names rise: none stands twice. */
    private void object(int depth) {
        at++;
        if (peek() == '}') {
            at++;
            return;
        }
        int last = -1;
        int lastEnd = -1;
        while (certain) {
            if (peek() != '"') {
                certain = false;
                return;
            }
            int name = ++at;
            text();
            int nameEnd = at - 1;
            if (!certain) return;
            if (last >= 0 && Arrays.compare(bytes, last, lastEnd, bytes, name, nameEnd) >= 0) certain = false;
            last = name;
            lastEnd = nameEnd;
            if (peek() != ':') certain = false;
            at++;
            value(depth + 1);
            int next = peek();
            at++;
            if (next == '}') return;
            if (next != ',') certain = false;
        }
    }

    private void array(int depth) {
        at++;
        if (peek() == ']') {
            at++;
            return;
        }
        while (certain) {
            value(depth + 1);
            int next = peek();
            at++;
            if (next == ']') return;
            if (next != ',') certain = false;
        }
    }

    /** To its closing quote and over it. */
    private void text() {
        while (at < bytes.length) {
            int c = bytes[at++];
            if (c == '"') return;
            if (c < 0x20 || c == '\\') break; // bytes beyond ASCII are negative
        }
        certain = false;
    }

    /** A whole number without a sign. */
    private long count() {
        int start = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - start <= MOST_DIGITS) {
            value = 10 * value + bytes[at++] - '0';
        }
        int digits = at - start;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && bytes[start] == '0')) certain = false;
        return value;
    }

    /** 32 bytes in base64url; the last character has two bits that must be nought. */
    private void hash() {
        int end = at + HASH_TEXT_LENGTH;
        if (end > bytes.length) {
            certain = false;
            return;
        }
        int last = 0;
        for (; at < end; at++) {
            last = BASE64URL[bytes[at] & 0xFF];
            if (last < 0) certain = false;
        }
        if ((last & 3) != 0) certain = false;
    }

    private UUID uuid7() {
        var id = uuid();
        if (id.version() != 7 || id.variant() != 2) certain = false;
        return id;
    }

    private UUID uuid() {
        int end = at + UUID_LENGTH;
        if (end > bytes.length) {
            certain = false;
            return NOBODY;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            int c = bytes[at++];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') certain = false;
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) certain = false;
            if (i < 18) high = high << 4 | digit;
            else low = low << 4 | digit;
        }
        return new UUID(high, low);
    }

    /** {@code 2026-11-23T08:15:00Z} or {@code 2026-11-23T08:15:00.125Z}, and over the closing quote. */
    private void time() {
        digits(4);
        skip('-');
        int month = digits(2);
        skip('-');
        int day = digits(2);
        skip('T');
        int hour = digits(2);
        skip(':');
        int minute = digits(2);
        skip(':');
        int second = digits(2);
        if (peek() == '.') {
            at++;
            if (digits(3) == 0) certain = false;
        }
        skip('Z');
        skip('"');
        // the last days of months are the calendar's matter
        if (month < 1 || month > 12 || day < 1 || day > (month == 2 ? 28 : 30)) certain = false;
        if (hour > 23 || minute > 59 || second > 59) certain = false;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int c = peek();
            if (c < '0' || c > '9') certain = false;
            value = 10 * value + c - '0';
            at++;
        }
        return value;
    }

    private void skip(char c) {
        if (peek() != c) certain = false;
        at++;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] base64Url() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) values[alphabet.charAt(i)] = (byte) i;
        return values;
    }
}
