package org.wegweis.ledgerbridge.report;

import java.text.Normalizer;

/**
 * Text of others, made fit to be seen: what has no shape of its own, turns the direction or has no glyph here is written
 * as its number, for example {@code [U+202E]}; long words may break.
 */
record Shown(String text) {
    /** So much of a value is printed; the whole lies in the package. */
    static final int MOST = 1_000;

    private static final int LONGEST_PIECE = 8;
    private static final char MAY_BREAK = '\u200B';
    private static final String MARKS = "–—‘’‚“”„†‡•…‰‹›€™№→";

    static Shown of(String value) {
        return of(value, MOST);
    }

    static Shown of(String value, int most) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        var out = new StringBuilder();
        int count = 0;
        var points = composed.codePoints().limit(most).iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            if (isShown(point)) out.appendCodePoint(point);
            else out.append("[U+%04X]".formatted(point));
            count++;
        }
        long all = composed.codePoints().count();
        if (all > count) out.append("… (%d / %d)".formatted(count, all));
        return new Shown(breakable(out.toString()));
    }

    /** Whether a character is printed as it is: Latin, Greek and Cyrillic letters, digits and common marks. */
    static boolean isShown(int point) {
        return (point >= 0x20 && point <= 0x7E)
                || (point >= 0xA1 && point <= 0x17F && point != 0xAD)
                || (point >= 0x391 && point <= 0x3CE && point != 0x3A2)
                || (point >= 0x401 && point <= 0x45F && point != 0x40D && point != 0x450 && point != 0x45D)
                || MARKS.indexOf(point) >= 0;
    }

    /** Ours, for example a hash, with places at which a line may end. */
    static String breakable(String text) {
        var out = new StringBuilder();
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c == ' ' ? 0 : run + 1;
            out.append(c);
            if (run == LONGEST_PIECE) {
                out.append(MAY_BREAK);
                run = 0;
            }
        }
        return out.toString();
    }
}
