package org.wegweis.kernel.law;

import org.wegweis.kernel.waste.Mass;

/** Every mass at which a rule changes; the limit itself still belongs to the lower side ("nicht übersteigt"). */
public enum MassLimit {
    /** Of one generator's site, one waste code and one calendar year under collective certificates. */
    COLLECTED_AT_A_SITE("NachwV §9(1) Satz 1 Nr. 4", 20),
    /** Of hazardous waste that arises at one generator in a year: no certificate and no note, transfer notes only. */
    SMALL_AMOUNT("NachwV §2(2)", 2);

    private final String paragraph;
    private final long tonnes;

    MassLimit(String paragraph, long tonnes) {
        this.paragraph = paragraph;
        this.tonnes = tonnes;
    }

    public String paragraph() {
        return paragraph;
    }

    public Mass mass() {
        return Mass.ofKilograms(tonnes * 1_000);
    }

    public boolean exceededBy(Mass other) {
        return other.compareTo(mass()) > 0;
    }
}
