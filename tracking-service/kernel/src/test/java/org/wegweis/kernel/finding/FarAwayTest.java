package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.party.Coordinates;
import org.wegweis.kernel.party.SiteNumber;

/** From Green Hill in the far north to North Landfill, wherever that is. */
class FarAwayTest {
    private static final Coordinates FLENSBURG = new Coordinates(54.78, 9.44);
    private static final Coordinates KEMPTEN = new Coordinates(47.73, 10.31);
    private static final Coordinates POTSDAM = new Coordinates(52.4, 13.06);

    private final Map<SiteNumber, Coordinates> places =
            new HashMap<>(Map.of(soil().generator().site(), FLENSBURG));
    private final List<Told> told =
            new ArrayList<>(List.of(new Told(new Event.Opened(statement(OPENING, GREEN_HILL_OFFICE), soil()), NOON)));

    @Test
    void a_plant_at_the_other_end_of_the_country_is_odd() {
        places.put(soil().plant().site(), KEMPTEN);
        assertThat(found()).contains(new Found(Finding.FAR_AWAY, Optional.empty(), NOON));
    }

    @Test
    void one_four_hundred_kilometres_away_is_not() {
        places.put(soil().plant().site(), POTSDAM);
        assertThat(found()).isEmpty();
    }

    @Test
    void nor_is_one_of_which_nobody_knows_where_it_is() {
        assertThat(found()).isEmpty();
        places.clear();
        assertThat(found()).isEmpty();
    }

    @Test
    void nor_is_a_load_that_never_went() {
        places.put(soil().plant().site(), KEMPTEN);
        told.add(new Told(new Event.Cancelled(statement(CANCELLATION, GREEN_HILL_OFFICE)), NOON));
        assertThat(found()).isEmpty();
    }

    private Optional<Found> found() {
        return FarAway.of(told, site -> Optional.ofNullable(places.get(site)));
    }
}
