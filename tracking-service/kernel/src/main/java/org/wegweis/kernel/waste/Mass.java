package org.wegweis.kernel.waste;

import java.math.BigDecimal;

/** A non-negative mass in whole grams, at most 2^53 of them; arithmetic overflows loudly. */
public record Mass(long grams) implements Comparable<Mass> {
    public static final Mass NONE = new Mass(0);

    public Mass {
        if (grams < 0) throw new IllegalArgumentException("a mass is not negative: " + grams + " g");
        if (grams > 1L << 53) throw new IllegalArgumentException("beyond 2^53 g: " + grams + " g");
    }

    public static Mass ofKilograms(long kilograms) {
        return new Mass(Math.multiplyExact(kilograms, 1_000L));
    }

    /**
     * A quantity in a unit of mass, converted exactly.
     *
     * @throws ArithmeticException if it is not a whole number of grams
     */
    public static Mass of(BigDecimal quantity, MassUnit unit) {
        return new Mass(quantity.multiply(unit.grams).longValueExact());
    }

    public Mass plus(Mass other) {
        return new Mass(Math.addExact(grams, other.grams));
    }

    /** What is left; never below nothing. */
    public Mass minus(Mass other) {
        return new Mass(Math.subtractExact(grams, other.grams));
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }
}
