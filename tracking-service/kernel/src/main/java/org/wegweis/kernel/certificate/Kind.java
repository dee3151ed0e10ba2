package org.wegweis.kernel.certificate;

import org.wegweis.kernel.party.CertificateNumber;

/** For one generator's site, or for what a collector fetches from many. */
public enum Kind {
    /** Entsorgungsnachweis, §3 NachwV. */
    SINGLE("EN"),
    /** Sammelentsorgungsnachweis, §9 NachwV. */
    COLLECTIVE("SN");

    private final String letters;

    Kind(String letters) {
        this.letters = letters;
    }

    /** How its number begins (§28(2) NachwV), which is also its name in records. */
    public String letters() {
        return letters;
    }

    public boolean fits(CertificateNumber number) {
        return number.value().startsWith(letters);
    }

    public static Kind parse(String letters) {
        for (Kind kind : values()) if (kind.letters.equals(letters)) return kind;
        throw new IllegalArgumentException("a kind of certificate is EN or SN, not: " + letters);
    }
}
