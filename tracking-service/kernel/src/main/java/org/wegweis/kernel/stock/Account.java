package org.wegweis.kernel.stock;

/** Into which column of the balance a mass goes. */
public enum Account {
    TAKEN_IN,
    COUNTED,
    /** Of waste by weighing it anew or correcting; of treatments by water, reagents and the like. */
    GAINED,
    /** Waste that treatments made. */
    PRODUCED,
    /** Waste that went into treatments. */
    TREATED,
    PASSED_ON,
    PRODUCT,
    DISPOSED,
    LOST,
    HELD;

    /** As records and statements write it, for example {@code passed-on}. */
    public String text() {
        return Words.text(this);
    }

    public static Account parse(String text) {
        return Words.parse(values(), text, "account");
    }
}
