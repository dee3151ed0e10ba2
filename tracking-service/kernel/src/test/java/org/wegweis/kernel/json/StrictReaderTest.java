package org.wegweis.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

    @Test
    void what_is_well_formed_is_read() {
        assertThat(
                        Json.parse(
                                " { \"a\" : [ 1 , -2.5e-1 , \"\\u00e4\\/\\ud83d\\ude00\" , true , false , null , { } , [ ] ] }\r\n\t"))
                .isEqualTo(Json.Obj.of()
                        .with(
                                "a",
                                new Json.Arr(List.of(
                                        new Json.Num(1),
                                        new Json.Num(-0.25),
                                        new Json.Text("ä/\uD83D\uDE00"),
                                        new Json.Bool(true),
                                        new Json.Bool(false),
                                        new Json.Null(),
                                        Json.Obj.of(),
                                        new Json.Arr(List.of())))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a name twice, in any spelling and at any depth
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"x\":{\"é\":null,\"\\u00e9\":null}}]",
                // half a character, in values and names, escaped and raw
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "\"\\ud83dx\"",
                "{\"\\ud83d\":1}",
                // integers that a double does not hold
                "9007199254740993",
                "-9007199254740993",
                "9007199254740993.0",
                "1e20",
                "100000000000000000000000000",
                // numbers of another grammar
                "01",
                "-01",
                "+1",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "-",
                "0x1",
                "NaN",
                "Infinity",
                "1e400",
                "-1e400",
                // strings of another grammar
                "\"\t\"",
                "\"\u0000\"",
                "\"\u001f\"",
                "'a'",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"\\u\uFF11\uFF11\uFF11\uFF11\"",
                // structures of another grammar
                "",
                " ",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[",
                "]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "tru",
                "True",
                "nul",
                // anything around the value
                "1 2",
                "{}{}",
                "{}\u0000",
                "null//",
                "\uFEFF{}",
                "\u00A0{}",
                "/**/1",
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void half_a_character_is_refused_when_it_is_not_escaped_too() {
        for (char half : new char[] {'\uD83D', '\uDE00'}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("\"" + half + "\""));
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"" + half + "\":1}"));
            assertThatIllegalArgumentException().isThrownBy(() -> new Json.Text("a" + half));
            assertThatIllegalArgumentException().isThrownBy(() -> Json.Obj.of().with("a" + half, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"9007199254740992", "-9007199254740992", "1e21", "-1e21", "1E30"})
    void the_largest_integers_and_what_is_written_with_an_exponent_are_read(String text) {
        assertThat(Json.parse(text)).isEqualTo(new Json.Num(Double.parseDouble(text)));
    }

    @Test
    void an_integer_beyond_2_to_the_53_is_not_made_either() {
        assertThat(Json.Num.of(1L << 53).canonical()).isEqualTo("9007199254740992");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.Num.of((1L << 53) + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.Num.of(-(1L << 53) - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22ff22", // no byte of UTF-8
                "22c3", // cut off
                "22c0af22", // longer than it must be
                "22eda0bd22", // a surrogate
                "22f4908080 22", // beyond Unicode
                "efbbbf7b7d", // a byte order mark
                "fffe7b007d00", // UTF-16
            })
    void bytes_that_are_not_UTF8_are_refused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(bytes));
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_not() {
        for (String inner : List.of("", "1", "{}")) {
            int around = inner.equals("{}") ? 63 : 64;
            String deepest = "[".repeat(around) + inner + "]".repeat(around);
            assertThat(Json.parse(deepest).canonical()).isEqualTo(deepest);
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[" + deepest + "]"));
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("{\"a\":" + deepest + "}"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(1_000_000)));
    }
}
