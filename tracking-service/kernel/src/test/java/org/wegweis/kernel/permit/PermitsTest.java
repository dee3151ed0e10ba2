package org.wegweis.kernel.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.FAST_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.SLOW_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.kg;
import static org.wegweis.kernel.permit.Papers.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.WasteCode;

/** What papers say about a load of soil, or of rubble, today. */
class PermitsTest {
    private static final Cover COVERED = new Cover.Covered();
    private static final Cover NOTHING = new Cover.NothingOnFile();
    private static final Set<Activity> ON_THE_ROAD = Set.of(Activity.CARRYING);

    @Test
    @Shows(Rule.CARRIER_NOTIFIES)
    void a_carrier_needs_a_notification_or_a_permit() {
        assertThat(permits().notified(FAST_WHEELS, RUBBLE, TODAY)).isEqualTo(NOTHING);
        assertThat(permits(notification()).notified(FAST_WHEELS, RUBBLE, TODAY)).isEqualTo(COVERED);
        assertThat(permits(carrierPermit(SOIL_CODE)).notified(FAST_WHEELS, RUBBLE, TODAY))
                .isEqualTo(COVERED);
        assertThat(permits(until(notification(), TODAY.minusDays(1))).notified(FAST_WHEELS, RUBBLE, TODAY))
                .isEqualTo(not(Shortfall.ENDED));
    }

    @Test
    @Shows(Rule.HAZARDOUS_NEEDS_A_PERMIT)
    void hazardous_waste_needs_a_permit_that_names_it() {
        assertThat(permits(notification()).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(NOTHING);
        assertThat(permits(notification()).permitted(FAST_WHEELS, RUBBLE, TODAY))
                .isEqualTo(new Cover.Exempt());
        assertThat(permits(carrierPermit()).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(COVERED);
        assertThat(permits(carrierPermit(new WasteCode("130205", true))).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(not(Shortfall.OTHER_CODE));
    }

    @Test
    @Shows({Rule.CERTIFIED_NEEDS_NO_PERMIT, Rule.CERTIFICATE_NAMES_WHAT_IT_COVERS})
    void or_an_Efb_certificate_for_the_road_that_names_it() {
        var certified = permits(certificate(DEPOT, ON_THE_ROAD, SOIL_CODE));
        assertThat(certified.permitted(FAST_WHEELS, SOIL_CODE, TODAY)).isEqualTo(COVERED);
        assertThat(certified.notified(FAST_WHEELS, SOIL_CODE, TODAY)).isEqualTo(NOTHING);
        assertThat(permits(certificate(DEPOT, ON_THE_ROAD, RUBBLE)).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(not(Shortfall.OTHER_CODE));
        // What it does at its site says nothing about the road.
        assertThat(permits(certificate(DEPOT, Set.of(Activity.STORING))).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(NOTHING);
    }

    @Test
    void the_papers_of_others_count_for_nobody() {
        assertThat(permits(notification(), carrierPermit()).notified(SLOW_WHEELS, RUBBLE, TODAY))
                .isEqualTo(NOTHING);
    }

    @Test
    @Shows(Rule.PLANT_TAKES_WHAT_IT_MAY)
    void a_plant_takes_the_wastes_and_does_the_operations_that_its_permit_names() {
        var permits = permits(plantPermit(Optional.empty(), Optional.empty(), SOIL_CODE));
        assertThat(permits.taken(LANDFILL, SOIL_CODE, Optional.of(D1), TODAY)).isEqualTo(COVERED);
        assertThat(permits.taken(LANDFILL, SOIL_CODE, Optional.empty(), TODAY)).isEqualTo(COVERED);
        assertThat(permits.taken(LANDFILL, SOIL_CODE, Optional.of(new Operation("R5")), TODAY))
                .isEqualTo(not(Shortfall.OTHER_OPERATION));
        assertThat(permits.taken(LANDFILL, RUBBLE, Optional.of(D1), TODAY)).isEqualTo(not(Shortfall.OTHER_CODE));
        var elsewhere = new Party(LANDFILL.organisation(), new SiteNumber("L00000043"));
        assertThat(permits.taken(elsewhere, SOIL_CODE, Optional.of(D1), TODAY)).isEqualTo(NOTHING);
    }

    @Test
    void a_code_is_the_same_code_though_a_list_marks_it_otherwise() {
        var batteries = permits(plantPermit(Optional.empty(), Optional.empty(), new WasteCode("160604", false)));
        assertThat(batteries.taken(LANDFILL, new WasteCode("160604", true), Optional.empty(), TODAY))
                .isEqualTo(COVERED);
    }

    @Test
    @Shows(Rule.PRIVILEGE_BY_CERTIFICATE)
    void a_privileged_plant_is_certified_for_what_it_does() {
        var disposes = permits(certificate(LANDFILL, Set.of(Activity.DISPOSING), SOIL_CODE));
        assertThat(disposes.certified(LANDFILL, SOIL_CODE, D1, TODAY)).isEqualTo(COVERED);
        assertThat(disposes.certified(LANDFILL, RUBBLE, D1, TODAY)).isEqualTo(not(Shortfall.OTHER_CODE));
        assertThat(disposes.certified(LANDFILL, SOIL_CODE, new Operation("R5"), TODAY))
                .isEqualTo(not(Shortfall.OTHER_OPERATION));
        assertThat(disposes.certified(LANDFILL, SOIL_CODE, D1, NEW_YEAR.plusYears(2)))
                .isEqualTo(not(Shortfall.ENDED));
        assertThat(permits().certified(LANDFILL, SOIL_CODE, D1, TODAY)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "D1, DISPOSING",
        "D12, DISPOSING",
        "D9, TREATING",
        "D10, DISPOSING",
        "D15, STORING",
        "R13, STORING",
        "R5, RECOVERING",
        "R12, TREATING",
    })
    void each_operation_is_one_of_the_activities(String operation, Activity activity) {
        var permits = permits(certificate(LANDFILL, Set.of(activity)));
        assertThat(permits.certified(LANDFILL, SOIL_CODE, new Operation(operation), TODAY))
                .isEqualTo(COVERED);
        var road = permits(certificate(LANDFILL, Set.of(Activity.CARRYING, Activity.BROKING)));
        assertThat(road.certified(LANDFILL, SOIL_CODE, new Operation(operation), TODAY))
                .isEqualTo(not(Shortfall.OTHER_OPERATION));
    }

    @Test
    void an_old_paper_does_not_stand_against_a_new_one() {
        var old = until(carrierPermit(), TODAY.minusDays(1));
        assertThat(permits(old, carrierPermit()).permitted(FAST_WHEELS, SOIL_CODE, TODAY))
                .isEqualTo(COVERED);
    }

    @Test
    void the_greatest_limit_of_those_in_force_counts_and_none_lifts_all() {
        var ten = plantPermit(Optional.of(kg(10)), Optional.of(kg(100)), SOIL_CODE);
        var twenty = plantPermit(Optional.of(kg(20)), Optional.empty(), RUBBLE);
        assertThat(permits(ten).perYear(LANDFILL, TODAY)).contains(kg(100));
        assertThat(permits(ten, twenty).perDay(LANDFILL, TODAY)).contains(kg(20));
        assertThat(permits(ten, twenty).perYear(LANDFILL, TODAY)).isEmpty();
        assertThat(permits(ten, until(twenty, NEW_YEAR)).perDay(LANDFILL, TODAY))
                .contains(kg(10));
        assertThat(permits().perDay(LANDFILL, TODAY)).isEmpty();
    }

    /** More papers never take away what others give, and their order says nothing. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void more_papers_never_take_away(long seed) {
        var random = new Random(seed);
        var some = anyPapers(random);
        var more = new ArrayList<>(some);
        more.addAll(anyPapers(random));
        Collections.shuffle(more, random);
        var day = NEW_YEAR.plusDays(random.nextInt(800));
        var few = new Permits(some);
        var many = new Permits(more);
        for (var code : List.of(SOIL_CODE, RUBBLE)) {
            neverLess(few.notified(FAST_WHEELS, code, day), many.notified(FAST_WHEELS, code, day));
            neverLess(few.permitted(FAST_WHEELS, code, day), many.permitted(FAST_WHEELS, code, day));
            neverLess(
                    few.taken(LANDFILL, code, Optional.of(D1), day), many.taken(LANDFILL, code, Optional.of(D1), day));
            neverLess(few.certified(LANDFILL, code, D1, day), many.certified(LANDFILL, code, D1, day));
        }
    }

    private static void neverLess(Cover few, Cover many) {
        if (few.equals(COVERED)) assertThat(many).isEqualTo(COVERED);
        if (!few.equals(NOTHING)) assertThat(many).isNotEqualTo(NOTHING);
    }

    private static List<State.OnFile> anyPapers(Random random) {
        var kinds = List.of(
                notification(),
                carrierPermit(SOIL_CODE),
                carrierPermit(RUBBLE),
                certificate(DEPOT, ON_THE_ROAD),
                certificate(LANDFILL, Set.of(Activity.TREATING)),
                certificate(LANDFILL, Set.of(Activity.DISPOSING), SOIL_CODE),
                plantPermit(Optional.empty(), Optional.empty(), RUBBLE));
        return random.ints(random.nextInt(4), 0, kinds.size())
                .mapToObj(kinds::get)
                .map(paper -> until(
                        from(paper, NEW_YEAR.plusDays(random.nextInt(300))),
                        NEW_YEAR.plusDays(300 + random.nextInt(500))))
                .map(Papers::onFile)
                .map(paper -> random.nextBoolean() ? paper : paper.withdrawn(NEW_YEAR.plusDays(random.nextInt(800))))
                .toList();
    }

    private static Cover not(Shortfall why) {
        return new Cover.NotCovered(why);
    }
}
