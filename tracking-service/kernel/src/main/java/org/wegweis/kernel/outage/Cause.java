package org.wegweis.kernel.outage;

import java.util.Locale;

/** Why electronic proof was not fully possible (§22(1) Satz 1 NachwV: a fault of communication, or any other reason). */
public enum Cause {
    COMMUNICATION,
    POWER,
    DEVICE,
    /** Lost, blocked or run out. */
    SIGNATURE_CARD,
    /** The Länder's exchange system (§20 NachwV). */
    CENTRAL_OFFICE,
    OTHER;

    /** As records and statements write it, for example {@code signature-card}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Cause parse(String text) {
        for (Cause cause : values()) if (cause.text().equals(text)) return cause;
        throw new IllegalArgumentException("no such cause: " + text);
    }
}
