package org.wegweis.kernel.waste;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * Shares itself out in proportion, to the gram: the largest remainders get what rounding leaves, earlier ones first.
     *
     * @param parts by which it is shared out; together more than nothing
     */
    public List<Mass> sharedBy(List<Mass> parts) {
        var whole = BigInteger.valueOf(parts.stream().reduce(NONE, Mass::plus).grams());
        var shares = new long[parts.size()];
        var remainders = new BigInteger[parts.size()];
        long left = grams;
        for (int i = 0; i < shares.length; i++) {
            var product = BigInteger.valueOf(grams).multiply(BigInteger.valueOf(parts.get(i).grams));
            var divided = product.divideAndRemainder(whole);
            shares[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            left -= shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return Arrays.stream(shares).mapToObj(Mass::new).toList();
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }
}
