package org.wegweis.kernel.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassTest {
    private static final Mass LARGEST = new Mass(1L << 53);

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, (1L << 53) + 1, Long.MAX_VALUE})
    void a_mass_is_between_nothing_and_2_to_the_53_grams(long grams) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mass(grams));
    }

    @Test
    void a_sum_too_large_is_no_sum() {
        assertThat(LARGEST.plus(Mass.NONE)).isEqualTo(LARGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> LARGEST.plus(new Mass(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Mass.ofKilograms(1L << 50));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Mass.ofKilograms(Long.MAX_VALUE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void the_order_of_adding_does_not_matter(long seed) {
        var random = new Random(seed);
        var a = new Mass(random.nextLong(1L << 50));
        var b = new Mass(random.nextLong(1L << 50));
        var c = new Mass(random.nextLong(1L << 50));
        assertThat(a.plus(b).plus(c)).isEqualTo(c.plus(b.plus(a)));
        assertThat(a.plus(b)).isGreaterThanOrEqualTo(a);
    }

    @ParameterizedTest
    @CsvSource({
        "8.9, KILOGRAM, 8900",
        "0.001, KILOGRAM, 1",
        "1.000, TONNE, 1000000",
        "0.000001, TONNE, 1",
        "100000, POUND, 45359237",
        "50, SHORT_TON, 45359237",
        "0, POUND, 0",
    })
    void other_units_are_converted_exactly(BigDecimal quantity, MassUnit unit, long grams) {
        assertThat(Mass.of(quantity, unit)).isEqualTo(new Mass(grams));
    }

    @ParameterizedTest
    @CsvSource({"0.0005, KILOGRAM", "1, POUND", "50000, POUND", "1, SHORT_TON", "1e30, TONNE", "1e-999999999, TONNE"})
    void what_is_not_a_whole_number_of_grams_is_not_rounded(BigDecimal quantity, MassUnit unit) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Mass.of(quantity, unit));
    }

    @Test
    void a_negative_quantity_is_no_mass() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mass.of(BigDecimal.valueOf(-1), MassUnit.TONNE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void shared_out_it_adds_up_to_the_gram_and_nobody_is_off_by_a_gram(long seed) {
        var random = new Random(seed);
        var whole = new Mass(random.nextLong(30_000_000));
        var parts = random.longs(1 + random.nextInt(40), 1, 5_000_000)
                .mapToObj(Mass::new)
                .toList();
        long sum = parts.stream().mapToLong(Mass::grams).sum();
        var shares = whole.sharedBy(parts);
        assertThat(shares.stream().mapToLong(Mass::grams).sum()).isEqualTo(whole.grams());
        for (int i = 0; i < parts.size(); i++) {
            double exact = (double) whole.grams() * parts.get(i).grams() / sum;
            assertThat(shares.get(i).grams()).isBetween((long) exact, (long) exact + 1);
        }
    }
}
