package org.wegweis.projections.search;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the next page begins: behind the one that was opened, or declared, then and has that id. */
public record Cursor(Instant openedAt, UUID id) {
    /** Before the newest. */
    public static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    public static Cursor parse(String text) {
        // Four digits of a year: beyond them the database has no time.
        var parts = Pattern.compile("(\\d{4}-[^_]+)_([^_]+)").matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("needs the value of next, as it was answered");
        try {
            return new Cursor(Instant.parse(parts.group(1)), UUID.fromString(parts.group(2)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("needs the value of next, as it was answered", e);
        }
    }

    @Override
    public String toString() {
        return openedAt + "_" + id;
    }
}
