package org.wegweis.kernel.waste;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.shared;
import static org.wegweis.kernel.waste.WasteCatalogue.AVV_2020;
import static org.wegweis.kernel.waste.WasteCatalogue.DECISION_2025;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
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
                                new WasteCode(entry.text("code"), entry.bool("hazardous")), entry.text("text"), true))
                        .toList());
    }

    @Test
    void it_has_842_codes_of_which_408_are_hazardous() {
        assertThat(AVV_2020.entries()).hasSize(842);
        assertThat(AVV_2020.entries())
                .filteredOn(entry -> entry.code().hazardous())
                .hasSize(408);
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

    /** Decision (EU) 2025/934. */
    @Nested
    class FromTheNinthOfDecember2026 {
        private static final LocalDate EIGHTH = LocalDate.of(2026, 12, 8);
        private static final LocalDate NINTH = LocalDate.of(2026, 12, 9);

        @Test
        void the_list_changes_as_the_decision_says() throws IOException {
            var changes = Fields.of(Json.parse(Files.readAllBytes(shared("data/avv/changes-2026-12-09.json"))));
            var before = AVV_2020.entries().stream()
                    .collect(toMap(entry -> entry.code().digits(), Entry::code));
            for (String gone : codes(changes, "removed")) before.remove(gone);
            for (String hazardous : codes(changes, "becomesHazardous")) {
                before.put(hazardous, new WasteCode(hazardous, true));
            }
            for (var added : ((Json.Arr) changes.take("added").orElseThrow()).items()) {
                var fields = Fields.of(added);
                String digits = fields.text("code").replace(" ", "");
                before.put(digits, new WasteCode(digits, fields.bool("hazardous")));
            }
            assertThat(DECISION_2025.entries().stream().map(Entry::code))
                    .containsExactlyInAnyOrderElementsOf(before.values());
            assertThat(DECISION_2025.entries())
                    .filteredOn(entry -> !entry.official()
                            && AVV_2020.find(entry.code().digits()).isPresent())
                    .extracting(entry -> entry.code().digits())
                    .containsExactlyInAnyOrderElementsOf(codes(changes, "renamed"));
            assertThat(WasteList.EUROPEAN.changes()).isEqualTo(changes.text("appliesFrom"));
        }

        private static List<String> codes(Fields changes, String name) {
            return ((Json.Arr) changes.take(name).orElseThrow())
                    .items().stream()
                            .map(code -> ((Json.Text) code).value().replace(" ", ""))
                            .toList();
        }

        @Test
        @Shows(Rule.EUROPEAN_LIST_CHANGES)
        void it_has_880_codes_of_which_435_are_hazardous() {
            assertThat(DECISION_2025.entries()).hasSize(880);
            assertThat(DECISION_2025.entries())
                    .filteredOn(entry -> entry.code().hazardous())
                    .hasSize(435);
        }

        @Test
        @Shows(Rule.EUROPEAN_LIST_CHANGES)
        void alkaline_batteries_become_hazardous() {
            assertThat(WasteList.EUROPEAN.parse("160604", EIGHTH).hazardous()).isFalse();
            assertThat(WasteList.EUROPEAN.parse("160604", NINTH).hazardous()).isTrue();
            assertThatExceptionOfType(UnknownWasteCode.class)
                    .isThrownBy(() -> WasteList.EUROPEAN.parse("16 06 04*", EIGHTH));
        }

        @Test
        @Shows(Rule.EUROPEAN_LIST_CHANGES)
        void a_code_that_goes_names_those_that_come() {
            assertThat(WasteList.EUROPEAN.parse("200133", EIGHTH)).isEqualTo(new WasteCode("200133", true));
            assertThatExceptionOfType(WasteList.NotInForce.class)
                    .isThrownBy(() -> WasteList.EUROPEAN.parse("200133", NINTH))
                    .satisfies(e -> assertThat(e.successors()).containsExactly("200142", "200143"))
                    .withMessageContaining("until 2026-12-08");
            for (var gone : Decision2025.REMOVED.entrySet()) {
                assertThat(gone.getValue()).allSatisfy(code -> DECISION_2025.parse(code));
            }
        }

        @Test
        void a_code_that_comes_is_not_in_force_before() {
            assertThatExceptionOfType(WasteList.NotInForce.class)
                    .isThrownBy(() -> WasteList.EUROPEAN.parse("160607", EIGHTH))
                    .withMessageContaining("from 2026-12-09");
        }

        @Test
        @Shows(Rule.GERMAN_LIST_FOLLOWS_LATER)
        void the_german_list_goes_on_until_it_is_amended() {
            var german = new WasteList(LocalDate.of(2027, 3, 1));
            assertThat(german.parse("200133", NINTH).digits()).isEqualTo("200133");
            assertThat(german.validity("200133").orElseThrow().until()).contains(LocalDate.of(2027, 2, 28));
        }

        @Test
        void what_went_keeps_its_words() {
            assertThat(WasteList.EUROPEAN.find("200133", NINTH).orElseThrow().official())
                    .isTrue();
            assertThat(WasteList.EUROPEAN.find("160607", NINTH).orElseThrow().official())
                    .isFalse();
            assertThat(WasteList.EUROPEAN.validity("170502")).isEmpty();
        }
    }
}
