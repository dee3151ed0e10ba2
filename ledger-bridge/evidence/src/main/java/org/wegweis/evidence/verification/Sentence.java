package org.wegweis.evidence.verification;

import org.wegweis.kernel.json.Json;

/** The same in both languages. */
public record Sentence(String german, String english) {
    private static final int LONGEST_QUOTE = 120;

    /**
     * What somebody else has written, fit to stand in a sentence: short, on one line, and without what would steer a
     * terminal.
     */
    public static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", "?");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    Json.Obj json() {
        return Json.Obj.of().with("german", german).with("english", english);
    }
}
