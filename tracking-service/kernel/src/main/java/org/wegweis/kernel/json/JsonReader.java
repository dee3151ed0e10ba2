package org.wegweis.kernel.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;

/** Strict I-JSON (RFC 8259 grammar, RFC 7493 limits). What other readers quietly mend is refused here. */
final class JsonReader {
    static final int DEEPEST = 64;
    private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf(Json.LARGEST_INTEGER);

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Json read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    static Json read(String text) {
        var reader = new JsonReader(text);
        Json json = reader.value(0);
        reader.space();
        if (reader.at < text.length()) throw reader.wrong("the end");
        return json;
    }

    private Json value(int depth) {
        space();
        return switch (peek()) {
            case '{' -> object(level(depth));
            case '[' -> array(level(depth));
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    /** One level deeper: objects and arrays within each other are levels. */
    private static int level(int depth) {
        if (depth == DEEPEST) throw new IllegalArgumentException("more than " + DEEPEST + " levels");
        return depth + 1;
    }

    private Json object(int depth) {
        var members = new TreeMap<String, Json>();
        expect('{');
        space();
        if (take('}')) return new Json.Obj(members);
        do {
            space();
            if (peek() != '"') throw wrong("a name");
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth)) != null) {
                throw new IllegalArgumentException("the name \"" + name + "\" stands twice");
            }
            space();
        } while (take(','));
        expect('}');
        return new Json.Obj(members);
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        expect('[');
        space();
        if (take(']')) return new Json.Arr(items);
        do {
            items.add(value(depth));
            space();
        } while (take(','));
        expect(']');
        return new Json.Arr(items);
    }

    private String string() {
        expect('"');
        int start = at;
        while (CanonicalWriter.isPlain(peek())) at++;
        var plain = text.substring(start, at); // mostly all of it
        if (take('"')) return plain;
        var out = new StringBuilder(plain);
        while (true) {
            char c = next();
            if (c == '"') return out.toString();
            if (c < 0x20) throw new IllegalArgumentException("a control character must be escaped, at " + (at - 1));
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    char digit = next();
                    if (digit > 'f' || Character.digit(digit, 16) < 0) throw wrong("four hex digits");
                    code = code << 4 | Character.digit(digit, 16);
                }
                yield (char) code;
            }
            default -> throw wrong("an escape");
        };
    }

    private Json number() {
        int start = at;
        take('-');
        if (!take('0')) digits();
        boolean whole = true;
        if (take('.')) {
            whole = false;
            digits();
        }
        if (take('e') || take('E')) {
            whole = false;
            if (!take('-')) take('+');
            digits();
        }
        String number = text.substring(start, at);
        double value = Double.parseDouble(number);
        // However it is spelt: below 10^21 the canonical form has no exponent, and must be readable again.
        boolean integer = whole || Math.abs(value) < 1e21;
        if (integer
                && Math.abs(value) >= Json.LARGEST_INTEGER
                && new BigDecimal(number).abs().compareTo(LARGEST_INTEGER) > 0) {
            throw new IllegalArgumentException("integer beyond 2^53: " + number);
        }
        return new Json.Num(value);
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == start) throw wrong("a value");
    }

    private Json word(String word, Json meaning) {
        if (!text.startsWith(word, at)) throw wrong("a value");
        at += word.length();
        return meaning;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        if (at >= text.length()) throw wrong("more text");
        return text.charAt(at++);
    }

    private boolean take(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void expect(char c) {
        if (!take(c)) throw wrong("'" + c + "'");
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at character " + at);
    }
}
