package org.wegweis.kernel.stock;

/** Where more came out of a treatment than went in. */
public enum Gain {
    WATER,
    REAGENT,
    WEIGHING,
    STOCK_TAKING,
    CORRECTION;

    /** As records and statements write it, for example {@code stock-taking}. */
    public String text() {
        return Words.text(this);
    }

    public static Gain parse(String text) {
        return Words.parse(values(), text, "reason for a gain");
    }
}
