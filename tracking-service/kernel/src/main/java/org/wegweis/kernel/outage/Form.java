package org.wegweis.kernel.outage;

import java.util.Locale;

/** On what paper a load was proved meanwhile (§22(1) Satz 1 NachwV). */
public enum Form {
    /** The Quittungsbeleg: one copy, which stays with the plant. */
    FALLBACK_RECEIPT,
    /** The Begleitschein on paper. */
    PAPER_NOTE;

    /** As records and statements write it, for example {@code fallback-receipt}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Form parse(String text) {
        for (Form form : values()) if (form.text().equals(text)) return form;
        throw new IllegalArgumentException("no such form: " + text);
    }
}
