package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.certificate.Event.Drawn;
import org.wegweis.kernel.certificate.Event.Settled;
import org.wegweis.kernel.certificate.Flag;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** What is over at the pick-up warns; what is over at acceptance is found for the authority. */
class CertificateFindingsTest {
    private static final Set<Audience> PARTIES = EnumSet.of(Audience.PARTIES);
    private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);
    private static final LoadId LOAD = LoadId.consignment(SOIL.value());
    private static final StatementId PICK_UP = new StatementId(id(601));
    private static final StatementId ACCEPTANCE = new StatementId(id(602));
    private static final Instant ACCEPTED_AT = NOON.plus(Duration.ofHours(2));

    private final List<Event> consignment = new ArrayList<>();
    private final List<Stated> balance = new ArrayList<>();

    CertificateFindingsTest() {
        consignment.add(new Event.Opened(by(GREEN_HILL_OFFICE, new StatementId(id(600)), NOON), soil()));
        consignment.add(new Event.PickedUp(by(FAST_DRIVER, PICK_UP, NOON), Optional.of(kg(8_900))));
    }

    @Test
    void a_load_within_its_certificate_has_none() {
        draw(LOAD);
        assertThat(found()).isEmpty();
    }

    @Test
    void too_much_at_the_pick_up_warns_the_parties() {
        draw(LOAD, Flag.OVER_QUANTITY, Flag.NOT_VALID);
        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Found(Finding.OVER_QUANTITY, Optional.of(PICK_UP), NOON, PARTIES),
                        new Found(Finding.NOT_VALID, Optional.of(PICK_UP), NOON, PARTIES));
    }

    @Test
    void too_much_at_acceptance_is_for_the_authority_too() {
        draw(LOAD);
        accept();
        settle(LOAD, kg(8_900), Flag.OVER_QUANTITY);
        assertThat(found())
                .containsExactly(new Found(Finding.OVER_QUANTITY, Optional.of(ACCEPTANCE), ACCEPTED_AT, ALL));
    }

    @Test
    void what_is_no_longer_over_at_acceptance_was_a_warning_only() {
        draw(LOAD, Flag.OVER_QUANTITY);
        accept();
        settle(LOAD, kg(8_000));
        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_accepted_under_a_certificate_that_was_not_valid_is_for_the_authority_too() {
        draw(LOAD, Flag.NOT_VALID);
        accept();
        settle(LOAD, kg(8_900));
        assertThat(found()).containsExactly(new Found(Finding.NOT_VALID, Optional.of(PICK_UP), NOON, ALL));
    }

    @Test
    void what_was_rejected_has_used_nothing() {
        draw(LOAD, Flag.NOT_VALID, Flag.OVER_QUANTITY);
        settle(LOAD, Mass.NONE, Flag.OVER_QUANTITY);
        assertThat(found()).isEmpty();
    }

    @Test
    void of_many_transfer_notes_one_is_enough_and_the_accepted_one_counts() {
        var first = LoadId.transferNote(id(700));
        var second = LoadId.transferNote(id(701));
        draw(first, Flag.OVER_TWENTY_TONNES);
        draw(second, Flag.OVER_TWENTY_TONNES);
        accept();
        settle(second, kg(4_000), Flag.OVER_TWENTY_TONNES);
        assertThat(found())
                .containsExactly(new Found(Finding.OVER_TWENTY_TONNES, Optional.of(ACCEPTANCE), ACCEPTED_AT, ALL));
    }

    @Test
    void what_was_cancelled_has_none() {
        draw(LOAD, Flag.OVER_QUANTITY);
        consignment.add(new Event.Cancelled(by(GREEN_HILL_OFFICE, new StatementId(id(603)), NOON)));
        assertThat(found()).isEmpty();
    }

    private List<Found> found() {
        return CertificateFindings.of(consignment, balance);
    }

    private void accept() {
        consignment.add(new Event.Accepted(by(LANDFILL_GATE, ACCEPTANCE, ACCEPTED_AT), kg(8_900)));
    }

    private void draw(LoadId load, Flag... flags) {
        balance.add(new Drawn(byTheClock(), load, kg(8_900), Optional.empty(), Set.of(flags)));
    }

    private void settle(LoadId load, Mass accepted, Flag... flags) {
        balance.add(new Settled(byTheClock(), load, accepted, Set.of(flags)));
    }

    private Statement byTheClock() {
        var operator = new Actor(FAST_DRIVER.organisation(), Role.OPERATOR, Optional.empty());
        return by(operator, new StatementId(id(650 + balance.size())), NOON);
    }

    private static Statement by(Actor actor, StatementId id, Instant at) {
        return new Statement(id, SOIL.value(), actor, at, new TreeMap<>(), Optional.empty());
    }
}
