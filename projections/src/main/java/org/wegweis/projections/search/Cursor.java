package org.wegweis.projections.search;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** Where the next page begins: behind the consignment that was opened then and has that id. */
record Cursor(Instant openedAt, UUID id) {
    /** Before the newest. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static Cursor parse(String text) {
        int dash = text.indexOf('_');
        if (dash < 0) throw new IllegalArgumentException("needs the value of next, as it was answered");
        try {
            return new Cursor(Instant.parse(text.substring(0, dash)), UUID.fromString(text.substring(dash + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs the value of next, as it was answered", e);
        }
    }

    @Override
    public String toString() {
        return openedAt + "_" + id;
    }
}
