package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

class SmallAmountsTest {
    private static final WasteCode PAINT = new WasteCode("080111", true);

    private static Content note(Optional<CertificateNumber> certificate, WasteCode waste) {
        return new Content(Optional.empty(), certificate, waste, kg(20), soil().generator(), NORTH_LANDFILL);
    }

    @Test
    @Shows(Rule.TWO_TONNES_A_YEAR)
    void two_tonnes_a_year_are_small_and_a_gram_more_is_not() {
        var small = note(Optional.empty(), PAINT);
        assertThat(SmallAmounts.of(small, kg(2_000))).isEmpty();
        assertThat(SmallAmounts.of(small, new Mass(2_000_001))).contains(Finding.OVER_SMALL_AMOUNT);
    }

    @Test
    void what_is_collected_under_a_certificate_claims_nothing_of_the_kind() {
        var collected = note(Optional.of(new CertificateNumber("SNP12345678901")), PAINT);
        assertThat(SmallAmounts.of(collected, kg(9_000))).isEmpty();
        assertThat(SmallAmounts.of(note(Optional.empty(), new WasteCode("170504", false)), kg(9_000)))
                .as("only hazardous waste counts")
                .isEmpty();
    }
}
