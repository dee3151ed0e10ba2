package org.wegweis.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void what_is_there_is_taken_and_nothing_is_left() {
        var fields = fields("{\"t\":\"x\",\"n\":-7,\"b\":false,\"o\":{\"i\":1.0},\"p\":\"12\",\"c\":3}");
        assertThat(fields.text("t")).isEqualTo("x");
        assertThat(fields.integer("n")).isEqualTo(-7);
        assertThat(fields.bool("b")).isFalse();
        assertThat(fields.object("o").integer("i")).isEqualTo(1);
        assertThat(fields.<Integer>parsed("p", Integer::valueOf)).isEqualTo(12);
        assertThat(fields.<Long>counted("c", n -> n + 1)).isEqualTo(4);
        fields.noMore();
    }

    @Test
    void what_may_be_absent_is_empty_and_what_must_be_there_is_missed() {
        var fields = fields("{}");
        assertThat(fields.optionalText("a")).isEmpty();
        assertThat(fields.optionalInteger("a")).isEmpty();
        assertThat(fields.optionalObject("a")).isEmpty();
        assertThat(fields.optionalParsed("a", Integer::valueOf)).isEmpty();
        assertThat(fields.optionalCounted("a", n -> n)).isEmpty();
        wrong("/a", "{}", f -> f.text("a"));
        wrong("/a", "{}", f -> f.integer("a"));
        wrong("/a", "{}", f -> f.bool("a"));
        wrong("/a", "{}", f -> f.object("a"));
    }

    @Test
    void another_type_is_wrong_and_null_is_not_absent() {
        wrong("/a", "{\"a\":1}", f -> f.text("a"));
        wrong("/a", "{\"a\":\"1\"}", f -> f.integer("a"));
        wrong("/a", "{\"a\":1}", f -> f.bool("a"));
        wrong("/a", "{\"a\":[]}", f -> f.object("a"));
        wrong("/a", "{\"a\":null}", f -> f.optionalText("a"));
        wrong("", "[]", f -> f.text("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1e-7", "1e21", "1.7e308", "-1e30"})
    void what_is_not_a_whole_number_up_to_2_to_the_53_is_no_integer(String number) {
        wrong("/grams", "{\"grams\":" + number + "}", f -> f.integer("grams"));
    }

    @Test
    void a_member_that_nobody_took_is_wrong() {
        wrong("/unknown", "{\"known\":1,\"unknown\":2}", f -> {
            f.integer("known");
            f.noMore();
        });
    }

    @Test
    void a_pointer_names_every_step_and_escapes_as_RFC_6901_says() {
        wrong("/a~1b/~0~01", "{\"a/b\":{\"~~1\":1}}", f -> f.object("a/b").text("~~1"));
        assertThatThrownBy(() -> Fields.of(Json.parse("{}"), "/data").text("x"))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo("/data/x"));
    }

    @Test
    void what_a_value_says_about_its_text_is_said_about_the_field() {
        assertThatThrownBy(() -> fields("{\"a\":\"x\"}").parsed("a", text -> {
                    throw new IllegalArgumentException("needs digits, not: " + text);
                }))
                .isInstanceOfSatisfying(WrongField.class, e -> {
                    assertThat(e.pointer()).isEqualTo("/a");
                    assertThat(e.expectation()).isEqualTo("needs digits, not: x");
                    assertThat(e).hasCauseInstanceOf(IllegalArgumentException.class);
                });
    }

    private static Fields fields(String json) {
        return Fields.of(Json.parse(json));
    }

    private static void wrong(String pointer, String json, Consumer<Fields> read) {
        assertThatThrownBy(() -> read.accept(fields(json)))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
