package org.wegweis.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.NOON;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Uuid7Test {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void an_id_begins_with_its_millisecond_and_survives_print_and_parse(long seed) {
        var random = new Random(seed);
        var time = NOON.plusMillis(random.nextLong(1_000_000_000_000L));
        var id = Uuid7.next(InstantSource.fixed(time), random);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
        assertThat(Uuid7.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void a_later_millisecond_is_a_later_id() {
        var random = new Random(7);
        var earlier = Uuid7.next(InstantSource.fixed(NOON), random).toString();
        for (int ms = 1; ms < 1_000; ms++) {
            var later =
                    Uuid7.next(InstantSource.fixed(NOON.plusMillis(ms)), random).toString();
            assertThat(later).isGreaterThan(earlier);
            earlier = later;
        }
    }

    @Test
    void ids_of_one_millisecond_differ_in_74_random_bits() {
        var random = new Random(7);
        var ids = new HashSet<UUID>();
        long seenHigh = 0;
        long seenLow = 0;
        for (int i = 0; i < 1_000; i++) {
            var id = Uuid7.next(InstantSource.fixed(NOON), random);
            ids.add(id);
            seenHigh |= id.getMostSignificantBits() ^ (NOON.toEpochMilli() << 16);
            seenLow |= id.getLeastSignificantBits();
        }
        assertThat(ids).hasSize(1_000);
        assertThat(seenHigh).isEqualTo(0x7FFFL);
        assertThat(seenLow).isEqualTo(0xBFFF_FFFF_FFFF_FFFFL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "019A5F3C-1234-7ABC-8DEF-0123456789AB", // capitals
                "019a5f3c-1234-4abc-8def-0123456789ab", // version 4
                "019a5f3c-1234-7abc-cdef-0123456789ab", // another variant
                "19a5f3c-1234-7abc-8def-0123456789ab", // a zero short
                "019a5f3c-1234-7abc-8def-0123456789ab ",
                "{019a5f3c-1234-7abc-8def-0123456789ab}",
                "019a5f3c12347abc8def0123456789ab",
            })
    void only_version_7_in_lower_case_is_read(String text) {
        assertThat(Uuid7.parse("019a5f3c-1234-7abc-8def-0123456789ab")).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Uuid7.parse(text));
    }
}
