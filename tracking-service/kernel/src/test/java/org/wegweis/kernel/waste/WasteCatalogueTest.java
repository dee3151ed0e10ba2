package org.wegweis.kernel.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.shared;
import static org.wegweis.kernel.waste.WasteCatalogue.AVV_2020;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.waste.WasteCatalogue.Entry;
import org.wegweis.kernel.waste.WasteCatalogue.UnknownWasteCode;

class WasteCatalogueTest {

    @Test
    void the_catalogue_is_the_annex_of_the_AVV_entry_by_entry() throws IOException {
        var annex = (Json.Arr) Json.parse(Files.readAllBytes(shared("data/avv/avv-2020.json")));
        assertThat(AVV_2020.entries())
                .containsExactlyInAnyOrderElementsOf(annex.items().stream()
                        .map(Fields::of)
                        .map(entry -> new Entry(
                                new WasteCode(entry.text("code"), entry.bool("hazardous")), entry.text("text")))
                        .toList());
    }

    @Test
    void it_has_842_codes_of_which_408_are_hazardous() {
        assertThat(AVV_2020.entries()).hasSize(842);
        assertThat(AVV_2020.entries())
                .filteredOn(entry -> entry.code().hazardous())
                .hasSize(408);
        assertThat(AVV_2020.amended()).isEqualTo("2020-06-30");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_code_survives_print_and_parse(WasteCode code) {
        assertThat(WasteCode.parse(code.toString())).isEqualTo(code);
        assertThat(AVV_2020.parse(code.toString())).isEqualTo(code);
        assertThat(AVV_2020.parse(code.digits())).isEqualTo(code);
    }

    static Stream<WasteCode> codes() {
        return AVV_2020.entries().stream().map(Entry::code);
    }

    @Test
    void the_list_says_whether_a_code_is_hazardous() {
        assertThat(AVV_2020.parse("170503")).isEqualTo(new WasteCode("170503", true));
        assertThat(AVV_2020.find("170504").orElseThrow().code()).isEqualTo(new WasteCode("170504", false));
        assertThat(AVV_2020.find("170502")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"170502", "999999", "000000", "170504*"})
    void what_the_list_has_not_or_marks_otherwise_is_unknown(String text) {
        assertThatExceptionOfType(UnknownWasteCode.class).isThrownBy(() -> AVV_2020.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"170503*, 17 05 03*", "17 05 03*, 17 05 03*", "170504, 17 05 04"})
    void a_code_is_printed_in_pairs(String text, String printed) {
        assertThat(WasteCode.parse(text)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "17050", "1705033", "17050a", "17-05-03", "170503**", "*170503", "１７０５０３", "170503\n"})
    void a_code_has_six_digits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WasteCode.parse(text));
    }
}
