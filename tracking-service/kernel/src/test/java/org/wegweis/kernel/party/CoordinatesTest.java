package org.wegweis.kernel.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoordinatesTest {
    private static final Coordinates BERLIN = new Coordinates(52.52, 13.405);

    @Test
    void from_Berlin_to_Munich_it_is_five_hundred_kilometres() {
        assertThat(BERLIN.kilometresTo(new Coordinates(48.137, 11.575))).isCloseTo(504, within(3.0));
        assertThat(new Coordinates(0, 0).kilometresTo(new Coordinates(0, 180))).isCloseTo(20_015, within(1.0));
        assertThat(BERLIN.kilometresTo(BERLIN)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void there_is_as_far_as_back_and_no_detour_is_shorter(long seed) {
        var random = new Random(seed);
        var a = anywhere(random);
        var b = anywhere(random);
        var c = anywhere(random);
        assertThat(a.kilometresTo(b)).isCloseTo(b.kilometresTo(a), within(1e-6));
        assertThat(a.kilometresTo(b)).isLessThanOrEqualTo(a.kilometresTo(c) + c.kilometresTo(b) + 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void there_is_nothing_beyond_the_poles(double latitude, double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(latitude, longitude));
    }

    private static Coordinates anywhere(Random random) {
        return new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }
}
