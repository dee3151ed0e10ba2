package org.wegweis.kernel.certificate;

import java.util.Locale;

/** Why a plant needs no confirmation for what it takes (§7(1) NachwV). */
public enum Privilege {
    /** Nr. 1: certified as Entsorgungsfachbetrieb for this. */
    EFB,
    /** Nr. 2: exempted by the authority. */
    EXEMPTION,
    /** Nr. 3: registered under EMAS. */
    EMAS;

    /** As records and statements write it, for example {@code efb}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Privilege parse(String text) {
        for (Privilege privilege : values()) if (privilege.text().equals(text)) return privilege;
        throw new IllegalArgumentException("a privilege is efb, exemption or emas, not: " + text);
    }
}
