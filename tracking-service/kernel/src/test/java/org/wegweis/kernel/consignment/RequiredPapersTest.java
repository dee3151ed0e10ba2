package org.wegweis.kernel.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.FAST_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.soil;
import static org.wegweis.kernel.permit.Papers.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Activity;
import org.wegweis.kernel.permit.Paper;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.permit.Shortfall;
import org.wegweis.kernel.permit.State;

/** Fast Wheels is to bring soil to North Landfill today: what of the papers on file stands against it. */
class RequiredPapersTest {
    @Test
    void where_nothing_is_on_file_the_plan_stands() {
        assertThat(against(soil())).isEmpty();
        assertThat(against(soil(), notification())).isEmpty();
    }

    @Test
    void where_the_papers_cover_it_too() {
        assertThat(against(soil(), carrierPermit(), plantPermit(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    @Shows(Rule.PLANT_TAKES_WHAT_IT_MAY)
    void nothing_is_planned_to_a_plant_whose_permit_names_other_wastes() {
        assertThat(against(soil(), plantPermit(Optional.empty(), Optional.empty(), RUBBLE)))
                .contains(new Refusal.PlantWithoutPermit(LANDFILL, Shortfall.OTHER_CODE));
    }

    @Test
    @Shows({Rule.CARRIER_NOTIFIES, Rule.HAZARDOUS_NEEDS_A_PERMIT})
    void nothing_is_planned_with_a_carrier_whose_papers_have_ended() {
        var yesterday = TODAY.minusDays(1);
        assertThat(against(soil(), until(notification(), yesterday)))
                .contains(new Refusal.CarrierNotNotified(FAST_WHEELS, Shortfall.ENDED));
        assertThat(against(soil(), notification(), until(carrierPermit(), yesterday)))
                .contains(new Refusal.CarrierWithoutPermit(FAST_WHEELS, Shortfall.ENDED));
        assertThat(against(soil(), notification(), until(certificate(DEPOT, Set.of(Activity.COLLECTING)), yesterday)))
                .contains(new Refusal.CarrierWithoutPermit(FAST_WHEELS, Shortfall.ENDED));
    }

    @Test
    @Shows(Rule.AUTHORITY_PROHIBITS)
    void nor_with_one_whose_permit_was_withdrawn() {
        var withdrawn = new State.OnFile(carrierPermit(), true, Optional.of(TODAY), Optional.empty(), Set.of());
        var permits = new Permits(List.of(withdrawn, onFile(notification())));
        assertThat(RequiredPapers.against(soil(), permits, TODAY.minusDays(1))).isEmpty();
        assertThat(RequiredPapers.against(soil(), permits, TODAY))
                .contains(new Refusal.CarrierWithoutPermit(FAST_WHEELS, Shortfall.WITHDRAWN));
    }

    @Test
    void what_begins_later_does_not_stand_against_a_plan_for_later() {
        assertThat(against(soil(), from(carrierPermit(), TODAY.plusDays(1)))).isEmpty();
    }

    @Test
    @Shows(Rule.OWN_WASTE_NEEDS_NO_PERMIT)
    void a_generators_own_waste_needs_no_permit_but_what_it_collects_does() {
        var ended = new Paper[] {notification(), until(carrierPermit(), TODAY.minusDays(1))};
        assertThat(against(carriedBy(new Party(FAST_WHEELS, new SiteNumber("P12345678"))), ended))
                .isEmpty();
        assertThat(against(carriedBy(new Party(FAST_WHEELS, SiteNumber.ofCollectionIn(Land.P))), ended))
                .contains(new Refusal.CarrierWithoutPermit(FAST_WHEELS, Shortfall.ENDED));
    }

    private static Opening carriedBy(Party generator) {
        var soil = soil();
        return new Opening(
                soil.noteNumber(),
                soil.certificate(),
                soil.waste(),
                soil.declared(),
                generator,
                FAST_WHEELS,
                soil.plant());
    }

    private static Optional<Refusal> against(Opening opening, Paper... papers) {
        return RequiredPapers.against(opening, permits(papers), TODAY);
    }
}
