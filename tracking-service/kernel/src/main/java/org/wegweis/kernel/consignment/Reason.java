package org.wegweis.kernel.consignment;

import java.util.Locale;

/** Why a plant does not take a load. A list, not free text: free text may name people and belongs in the vault. */
public enum Reason {
    WRONG_WASTE,
    CONTAMINATED,
    PAPERS_MISSING,
    NOT_PERMITTED,
    CAPACITY,
    OTHER;

    /** As records and statements write it, for example {@code wrong-waste}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Reason parse(String text) {
        for (Reason reason : values()) if (reason.text().equals(text)) return reason;
        throw new IllegalArgumentException("no such reason: " + text);
    }
}
