package org.wegweis.kernel.waste;

import java.math.BigDecimal;

/** Units of mass that consignments are stated in elsewhere, each exactly in grams. */
public enum MassUnit {
    KILOGRAM("1000"),
    TONNE("1000000"),
    /** International avoirdupois pound, 0.45359237 kg exactly (international agreement of 1959). */
    POUND("453.59237"),
    /** US short ton, 2000 lb. */
    SHORT_TON("907184.74");

    final BigDecimal grams;

    MassUnit(String grams) {
        this.grams = new BigDecimal(grams);
    }
}
