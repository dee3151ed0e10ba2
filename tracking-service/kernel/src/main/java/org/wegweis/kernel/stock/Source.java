package org.wegweis.kernel.stock;

/** What brought a lot to the plant. */
public enum Source {
    CONSIGNMENT,
    /** A transfer note for small amounts (§16 NachwV). */
    TRANSFER_NOTE,
    /** A load that was passed on from here, was rejected, and has come back. */
    RETURN;

    /** As records and statements write it, for example {@code transfer-note}. */
    public String text() {
        return Words.text(this);
    }

    public static Source parse(String text) {
        return Words.parse(values(), text, "source");
    }
}
