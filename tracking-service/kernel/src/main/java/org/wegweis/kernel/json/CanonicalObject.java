package org.wegweis.kernel.json;

import java.util.Optional;

/**
 * Writes an object's canonical text (RFC 8785) member by member, in one pass and without a map of them. For what is written
 * very often and has the same names each time; the caller gives them in canonical order.
 */
public final class CanonicalObject {
    private final StringBuilder out = new StringBuilder(256);
    private String last = "";

    /** @throws IllegalArgumentException if the name does not come after the one before */
    public CanonicalObject with(String name, Json value) {
        name(name);
        CanonicalWriter.write(value, out);
        return this;
    }

    public CanonicalObject with(String name, String value) {
        name(name);
        Json.Text.refuseLoneSurrogates(value);
        CanonicalWriter.string(value, out);
        return this;
    }

    public CanonicalObject with(String name, long value) {
        return with(name, Json.Num.of(value));
    }

    /** Writes nothing if there is no value. */
    public CanonicalObject with(String name, Optional<String> value) {
        value.ifPresent(text -> with(name, text));
        return this;
    }

    /** What was written, without the closing brace. */
    public String text() {
        return out.toString();
    }

    private void name(String name) {
        if (name.compareTo(last) <= 0) throw new IllegalArgumentException(name + " stands before " + last);
        out.append(last.isEmpty() ? '{' : ',');
        CanonicalWriter.string(name, out);
        out.append(':');
        last = name;
    }
}
