package org.wegweis.kernel.stock;

/** Where less came out of a treatment than went in. */
public enum Loss {
    EVAPORATION,
    DRYING,
    COMBUSTION,
    EMISSION,
    WEIGHING,
    STOCK_TAKING,
    CORRECTION;

    /** As records and statements write it, for example {@code stock-taking}. */
    public String text() {
        return Words.text(this);
    }

    public static Loss parse(String text) {
        return Words.parse(values(), text, "reason for a loss");
    }
}
