package org.wegweis.kernel.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;

class OfficialNumbersTest {

    @ParameterizedTest
    @EnumSource
    void a_site_number_begins_with_the_letter_of_its_Land(Land land) {
        assertThat(new SiteNumber(land.name() + "1234567Z").land()).isEqualTo(land);
        assertThat(new SiteNumber(land.name() + "1234567Z")).hasToString(land.name() + "1234567Z");
    }

    @Test
    void there_are_sixteen_Laender_and_their_letters_are_those_of_paragraph_28() {
        assertThat(Arrays.stream(Land.values()).map(Enum::name).collect(Collectors.joining()))
                .isEqualTo("ABCDEFGHIKLMNPRS");
        assertThat(Land.P.german()).isEqualTo("Brandenburg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "P1234567",
                "P123456789",
                "p12345678",
                "P1234567a",
                "J12345678",
                "O12345678",
                "Q12345678",
                "T12345678",
                "112345678",
                "P1234 678",
                "P1234567Ä",
                "P１２３４５６７８",
                "P12345678\n",
            })
    void a_site_number_has_a_letter_and_eight_digits_or_capitals(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteNumber(text));
    }

    @Test
    void an_organisation_is_named_by_any_UUID() {
        String text = "7f1e0a52-3d44-4b8a-9c9e-2f6f2a4d9b11";
        assertThat(OrganisationId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Green Hill",
                "7F1E0A52-3D44-4B8A-9C9E-2F6F2A4D9B11",
                "1-1-1-1-1",
                "7f1e0a52-3d44-4b8a-9c9e-2f6f2a4d9b11 ",
            })
    void in_its_one_spelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENP12345678901", "SNA12345678901", "FRN1234567890Z", "REL12345678901"})
    @Shows(Rule.NUMBERS_AS_LAID_OUT)
    void a_certificate_number_says_what_it_is_and_which_Land_gave_it_out(String text) {
        var number = new CertificateNumber(text);
        assertThat(number).hasToString(text);
        assertThat(number.land().name()).isEqualTo(text.substring(2, 3));
        assertThat(number.collective()).isEqualTo(text.startsWith("SN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EN",
                "ENP1234567890",
                "ENP123456789012",
                "XNP12345678901",
                "enP12345678901",
                "ENp12345678901",
                "ENJ12345678901", // no Land
                "ENO12345678901",
                "ENQ12345678901",
                "EN112345678901",
                "P12345678901EN",
                "ENP1234567890a",
                "ENP12345678901\n",
            })
    @Shows(Rule.NUMBERS_AS_LAID_OUT)
    void a_certificate_number_has_two_letters_a_Landeskenner_and_eleven_digits_or_capitals(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNumber(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1168157021029-4",
                "11681570210293",
                "116815702102934",
                "11681570210293-X",
                "1168157021029A-4",
                "11681570210293-44"
            })
    void a_note_number_has_fourteen_digits_and_one(String text) {
        assertThat(new NoteNumber("11681570210293-4")).hasToString("11681570210293-4");
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteNumber(text));
    }
}
