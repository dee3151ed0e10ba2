package org.wegweis.kernel.stock;

/** Why a lot is counted. */
public enum CountReason {
    /** It lay there when the stock began to be kept. */
    OPENING_BALANCE,
    /** It arose at the plant itself. */
    OWN_WASTE,
    /** The lot was weighed anew; what differs was gained or lost. */
    STOCK_TAKING;

    /** As records and statements write it, for example {@code stock-taking}. */
    public String text() {
        return Words.text(this);
    }

    public static CountReason parse(String text) {
        return Words.parse(values(), text, "reason for a count");
    }
}
