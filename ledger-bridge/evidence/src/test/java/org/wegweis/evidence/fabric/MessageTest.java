package org.wegweis.evidence.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire format, more strictly than Protobuf reads it. */
class MessageTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 300, 16_383, 16_384, 4_294_967_295L, Long.MAX_VALUE})
    void a_number_is_read_as_it_is_written(long number) {
        assertThat(Message.read(new Written().number(3, number).bytes(), 3).number(3))
                .isEqualTo(number);
    }

    @Test
    void fields_are_read_as_they_are_written() {
        byte[] text = "Weg".getBytes(StandardCharsets.UTF_8);
        var inner = new Written().bytes(1, text).bytes(2, new byte[0]);
        byte[] bytes = new Written()
                .message(1, inner)
                .all(2, List.of(text, new byte[0], new byte[200]))
                .number(16, 1)
                .bytes();
        var message = Message.read(bytes, 1, 2, 3, 16);
        assertThat(message.bytes(1)).isEqualTo(hex("0a03576567"));
        assertThat(message.all(2)).containsExactly(text, new byte[0], new byte[200]);
        assertThat(message.flag(16)).isTrue();
        assertThat(message.text(3)).isEmpty();
        assertThat(message.optional(3)).isEmpty();
        assertThat(message.number(3)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "a field that is not known, 1801",
        "field 0, 0001",
        "a number twice, 08010801",
        "a number and a text of the same field, 08010a00",
        "a text and a number of the same field, 0a000801",
        "a number that is not in its shortest form, 088100",
        "a tag that is not in its shortest form, 880001",
        "a length that is not in its shortest form, 0a810041",
        "a number of eleven bytes, 08ffffffffffffffffffff01",
        "a number of 65 bits, 08ffffffffffffffffff02",
        "a number that ends too early, 0880",
        "a text that ends too early, 0a0241",
        "a tag without anything, 08",
        "a length beyond everything, 0affffffff0f",
        "a length below nothing, 0affffffffffffffffff01",
        "eight bytes, 090000000000000000",
        "four bytes, 0d00000000",
        "a group, 0b0c"
    })
    void is_no_message(String why, String bytes) {
        assertThatExceptionOfType(Broken.class).as(why).isThrownBy(() -> Message.read(hex(bytes), 1, 2));
    }

    @Test
    void what_stands_alone_stands_once() {
        var twice = Message.read(hex("0a000a00"), 1);
        assertThat(twice.all(1)).hasSize(2);
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> twice.bytes(1));
    }

    @Test
    void a_number_is_no_text_and_a_text_no_number() {
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Message.read(hex("0801"), 1).bytes(1));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Message.read(hex("0a00"), 1).number(1));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Message.read(hex("0a01ff"), 1).text(1));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Message.read(hex("08ffffffffffffffffff01"), 1).number(1));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Message.read(hex("0802"), 1).flag(1));
    }
}
