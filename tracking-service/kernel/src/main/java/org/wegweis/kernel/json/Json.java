package org.wegweis.kernel.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value that has exactly one canonical form (RFC 8785, JCS).
 *
 * <p>Every value here is within I-JSON (RFC 7493): no duplicate names, no lone surrogates, no number that a double
 * cannot hold exactly when it is an integer.
 */
public sealed interface Json {

    /** The largest integer that every JSON reader reads alike: 2^53 (RFC 7493 §2.2). */
    long LARGEST_INTEGER = 1L << 53;

    /** Members in canonical order: names sorted by their UTF-16 code units (RFC 8785 §3.2.3). */
    record Obj(SequencedMap<String, Json> members) implements Json {
        private static final Obj EMPTY = new Obj(new TreeMap<>());

        public Obj {
            members = canonicalOrder(members);
        }

        public static Obj of() {
            return EMPTY;
        }

        /** This object with one more member, or with that member replaced. */
        public Obj with(String name, Json value) {
            var more = new TreeMap<>(members);
            more.put(name, value);
            return new Obj(more);
        }

        public Obj with(String name, String value) {
            return with(name, new Text(value));
        }

        public Obj with(String name, long value) {
            return with(name, Num.of(value));
        }

        public Obj with(String name, boolean value) {
            return with(name, new Bool(value));
        }

        /** This object with that member if there is a value, else this object. */
        public Obj with(String name, Optional<String> value) {
            return value.map(text -> with(name, text)).orElse(this);
        }

        private static SequencedMap<String, Json> canonicalOrder(Map<String, Json> members) {
            members.keySet().forEach(Text::refuseLoneSurrogates);
            // As a sorted map it is copied in one pass and without comparing.
            return Collections.unmodifiableNavigableMap(
                    members instanceof SortedMap<String, Json> sorted && sorted.comparator() == null
                            ? new TreeMap<>(sorted)
                            : new TreeMap<>(members));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string of Unicode scalar values; a lone surrogate is refused (RFC 7493 §2.1). */
    record Text(String value) implements Json {
        public Text {
            refuseLoneSurrogates(value);
        }

        static void refuseLoneSurrogates(String text) {
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (!Character.isSurrogate(c)) continue; // mostly
                int whole = Character.isHighSurrogate(c) ? text.codePointAt(at) : text.codePointBefore(at + 1);
                if (whole == c) throw new IllegalArgumentException("a lone surrogate is not text");
            }
        }
    }

    /** A finite IEEE 754 double, as JSON numbers are (RFC 8785 §3.2.2.3). */
    record Num(double value) implements Json {
        public Num {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("not a JSON number: " + value);
        }

        /**
         * A whole number.
         *
         * @throws IllegalArgumentException beyond ±2^53, where a double is no longer exact
         */
        public static Num of(long value) {
            if (value > LARGEST_INTEGER || value < -LARGEST_INTEGER) {
                throw new IllegalArgumentException("integer beyond 2^53: " + value);
            }
            return new Num(value);
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /**
     * Reads one JSON value and nothing after it.
     *
     * @throws IllegalArgumentException for anything but strict I-JSON: duplicate names, lone surrogates, integers
     *     beyond 2^53, invalid UTF-8, a byte order mark, trailing bytes, or more than {@value JsonReader#DEEPEST}
     *     levels
     */
    static Json parse(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    /** {@link #parse(byte[])} of text that is already decoded. */
    static Json parse(String text) {
        return JsonReader.read(text);
    }

    /** The canonical text (RFC 8785). */
    default String canonical() {
        var out = new StringBuilder();
        CanonicalWriter.write(this, out);
        return out.toString();
    }

    /** The canonical bytes (RFC 8785): {@link #canonical()} in UTF-8. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }
}
