package org.wegweis.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void the_authors_of_RFC_8785_write_the_same_bytes(String name) throws IOException {
        var folder = shared("data/jcs");
        assertThat(Json.parse(Files.readAllBytes(folder.resolve("input/" + name + ".json")))
                        .canonicalBytes())
                .isEqualTo(Files.readAllBytes(folder.resolve("output/" + name + ".json")));
    }

    /** RFC 8785 appendix B: the bits of a double, and how it is written. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
        // and beyond the appendix: one digit where two would be closer
        "0000000000000002, 1e-323",
        "0000000000000003, 1.5e-323",
    })
    void a_double_is_written_as_ECMAScript_writes_it(String bits, String text) {
        assertThat(new Json.Num(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))).canonical())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_not_finite_is_not_a_number(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Json.Num(value));
    }

    @Test
    void members_are_sorted_by_their_UTF16_units_however_they_came() {
        var object = Json.Obj.of()
                .with("\uFB33", 1)
                .with("\uD83D\uDE00", 2)
                .with("b", 3)
                .with("a", 4);
        assertThat(object.canonical()).isEqualTo("{\"a\":4,\"b\":3,\"\uD83D\uDE00\":2,\"\uFB33\":1}");
    }

    @Test
    void only_what_must_be_escaped_is() {
        assertThat(new Json.Text("\"\\/\b\t\n\f\r\u0001\u001f\u007fä€").canonical())
                .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007fä€\"");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void any_value_survives_print_and_parse(long seed) {
        var json = anyJson(new Random(seed), 4);
        assertThat(Json.parse(json.canonicalBytes())).isEqualTo(json);
        assertThat(Json.parse(json.canonical()).canonicalBytes()).isEqualTo(json.canonicalBytes());
    }

    private static Json anyJson(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Text(anyText(random));
            case 3 -> Json.Num.of(random.nextLong(-Json.LARGEST_INTEGER, Json.LARGEST_INTEGER + 1));
            case 4 -> anyDouble(random);
            case 5 ->
                new Json.Arr(IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> anyJson(random, depth - 1))
                        .toList());
            default -> {
                var members = new LinkedHashMap<String, Json>();
                for (int i = random.nextInt(5); i > 0; i--) members.put(anyText(random), anyJson(random, depth - 1));
                yield new Json.Obj(members);
            }
        };
    }

    /** Any double that can be read: not one whose canonical form is an integer beyond 2^53. */
    private static Json anyDouble(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        double size = Math.abs(value);
        boolean readable = Double.isFinite(value) && value != 0 && (size <= Json.LARGEST_INTEGER || size >= 1e21);
        return readable ? new Json.Num(value) : anyDouble(random);
    }

    private static String anyText(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int c = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(Character.MAX_CODE_POINT + 1);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) text.appendCodePoint(c);
        }
        return text.toString();
    }
}
