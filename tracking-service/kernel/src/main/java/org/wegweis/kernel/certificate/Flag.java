package org.wegweis.kernel.certificate;

import java.util.Locale;

/**
 * What is odd about a load under a certificate. A load that was picked up or accepted is a fact: it is recorded and
 * flagged, not refused. Parties and the authorities of both ends see it.
 */
public enum Flag {
    /** The certificate was not valid on that day (§3(1) NachwV). */
    NOT_VALID,
    /** On the road and accepted together are more than the certificate allows. */
    OVER_QUANTITY,
    /** More than 20 t from one site in one calendar year (§9(1) Satz 1 Nr. 4 NachwV). */
    OVER_TWENTY_TONNES;

    /** As records write it, for example {@code over-quantity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Flag parse(String text) {
        for (Flag flag : values()) if (flag.text().equals(text)) return flag;
        throw new IllegalArgumentException("no such flag: " + text);
    }
}
