package org.wegweis.kernel.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String ABC = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";

    @Test
    void SHA256_of_abc_is_that_of_FIPS_180() {
        var hash = Hash.sha256("a".getBytes(UTF_8), new byte[0], "bc".getBytes(UTF_8));
        assertThat(hash.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hash).hasToString(ABC);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void any_hash_survives_print_and_parse(long seed) {
        byte[] bytes = new byte[Hash.LENGTH];
        new Random(seed).nextBytes(bytes);
        var hash = Hash.of(bytes);
        assertThat(Hash.parse(hash.toString())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash.bytes()).isEqualTo(bytes);
        assertThat(hash.toString()).matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ABC + "=",
                ABC + "A",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0", // base64, not base64url
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa1", // bits left over
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa",
                " ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            })
    void only_the_43_characters_of_canonical_base64url_are_read(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void a_hash_has_32_bytes(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[length]));
    }

    @Test
    void nobody_changes_a_hash_from_outside() {
        byte[] bytes = new byte[Hash.LENGTH];
        var hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.LENGTH]));
    }

    @Test
    void a_commitment_is_the_SHA256_of_salt_and_value() throws NoSuchAlgorithmException {
        var salt = Hash.parse(ABC);
        var independent = MessageDigest.getInstance("SHA-256");
        independent.update(salt.bytes());
        independent.update(new byte[] {'B', '-', 'X', 'Y', ' ', (byte) 0xc3, (byte) 0x84});
        assertThat(new Commitment("B-XY Ä", salt).digest().bytes()).isEqualTo(independent.digest());
    }

    @Test
    void another_salt_or_another_value_is_another_digest() {
        var digest = new Commitment("B-XY 123", Hash.parse(ABC)).digest();
        assertThat(new Commitment("B-XY 124", Hash.parse(ABC)).digest()).isNotEqualTo(digest);
        assertThat(new Commitment("B-XY 123", digest).digest()).isNotEqualTo(digest);
    }
}
