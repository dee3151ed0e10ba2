package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;
import static org.wegweis.kernel.permit.Papers.DEPOT;
import static org.wegweis.kernel.permit.Papers.RUBBLE;
import static org.wegweis.kernel.permit.Papers.SOIL_CODE;
import static org.wegweis.kernel.permit.Papers.TODAY;
import static org.wegweis.kernel.permit.Papers.carrierPermit;
import static org.wegweis.kernel.permit.Papers.certificate;
import static org.wegweis.kernel.permit.Papers.notification;
import static org.wegweis.kernel.permit.Papers.onFile;
import static org.wegweis.kernel.permit.Papers.permits;
import static org.wegweis.kernel.permit.Papers.plantPermit;
import static org.wegweis.kernel.permit.Papers.until;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Activity;
import org.wegweis.kernel.permit.Paper;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** Soil goes from Green Hill to North Landfill: what papers say about it. */
class PaperFindingsTest {
    /** The findings that are found here and not by {@link Findings}. */
    static final EnumSet<Finding> OF_PAPERS = EnumSet.of(
            Finding.CARRIER_NOT_NOTIFIED,
            Finding.CARRIER_WITHOUT_PERMIT,
            Finding.PLANT_WITHOUT_PERMIT,
            Finding.OVER_DAILY_LIMIT,
            Finding.OVER_YEARLY_LIMIT,
            Finding.NO_PAPERS_ON_FILE);

    private static final Set<Finding> SHOWN = EnumSet.noneOf(Finding.class);
    private final List<Told> told = new ArrayList<>();
    private final Map<LocalDate, Mass> taken = new TreeMap<>();
    private Permits papers = permits(carrierPermit(), plantPermit(Optional.empty(), Optional.empty()));
    private Instant now = NOON;

    @AfterAll
    static void every_finding_was_found_once() {
        assertThat(SHOWN).isEqualTo(OF_PAPERS);
    }

    @Test
    void with_papers_for_all_there_are_none() {
        whole(soil());
        assertThat(found()).isEmpty();
    }

    @Test
    void a_load_that_never_went_has_none() {
        papers = permits();
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, soil()));
        assertThat(found()).isEmpty();
        say(GREEN_HILL_OFFICE, Event.Cancelled::new);
        assertThat(found()).isEmpty();
    }

    @Test
    @Shows(Rule.CARRIER_NOTIFIES)
    void a_carrier_whose_notification_has_ended() {
        papers = with(until(notification(), TODAY.minusDays(1)));
        whole(rubble());
        finds(Finding.CARRIER_NOT_NOTIFIED);
    }

    @Test
    @Shows(Rule.CERTIFIED_NEEDS_NO_PERMIT)
    void a_certified_carrier_notifies_all_the_same() {
        papers = with(certificate(DEPOT, Set.of(Activity.CARRYING), SOIL_CODE));
        whole(soil());
        finds(Finding.CARRIER_NOT_NOTIFIED);
        papers = with(certificate(DEPOT, Set.of(Activity.CARRYING), SOIL_CODE), notification());
        assertThat(found()).isEmpty();
    }

    @Test
    @Shows(Rule.HAZARDOUS_NEEDS_A_PERMIT)
    void a_carrier_that_has_notified_only() {
        papers = with(notification());
        whole(soil());
        finds(Finding.CARRIER_WITHOUT_PERMIT);
    }

    @Test
    @Shows(Rule.AUTHORITY_PROHIBITS)
    void the_day_of_the_pick_up_counts_not_that_of_the_withdrawal() {
        var withdrawn =
                new State.OnFile(carrierPermit(), false, Optional.of(TODAY.plusDays(1)), Optional.empty(), Set.of());
        papers = new Permits(List.of(withdrawn, onFile(notification()), plant()));
        whole(soil());
        assertThat(found()).isEmpty();
        told.clear();
        now = NOON.plus(Duration.ofDays(1));
        whole(soil());
        finds(Finding.CARRIER_WITHOUT_PERMIT);
    }

    @Test
    void each_hand_is_held_against_its_own_papers() {
        onTheRoad(soil());
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        finds(Finding.NO_PAPERS_ON_FILE);
        assertThat(PaperFindings.of(told, papers, this::accepted))
                .extracting(Found::at)
                .containsExactly(Optional.of(told.getLast().event().statement().id()));
    }

    @Test
    void a_store_on_the_way_is_not_asked_for_papers() {
        onTheRoad(soil());
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS, Optional.of(SLOW_STORE)));
        say(SLOW_DRIVER, s -> new Event.HandedOver(s, FAST_WHEELS));
        assertThat(found()).isEmpty();
    }

    @Test
    void nothing_on_file_is_said_once_of_each() {
        papers = permits();
        onTheRoad(soil());
        say(FAST_DRIVER, s -> new Event.HandedOver(s, SLOW_WHEELS));
        say(SLOW_DRIVER, s -> new Event.HandedOver(s, FAST_WHEELS));
        say(FAST_DRIVER, Event.Delivered::new);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
        assertThat(found())
                .containsExactly(Finding.NO_PAPERS_ON_FILE, Finding.NO_PAPERS_ON_FILE, Finding.NO_PAPERS_ON_FILE);
        assertThat(Finding.NO_PAPERS_ON_FILE.audience()).containsExactly(Finding.Audience.PARTIES);
    }

    @Test
    @Shows(Rule.OWN_WASTE_NEEDS_NO_PERMIT)
    void whoever_carries_its_own_waste_needs_no_permit() {
        papers = with(notification());
        whole(from(new Party(FAST_WHEELS, new SiteNumber("P12345678"))));
        assertThat(found()).isEmpty();
        papers = new Permits(List.of(plant()));
        assertThat(found()).isEmpty();
    }

    @Test
    @Shows(Rule.PLANT_TAKES_WHAT_IT_MAY)
    void a_plant_that_took_what_its_permit_does_not_name() {
        papers = permits(carrierPermit(), plantPermit(Optional.empty(), Optional.empty(), RUBBLE));
        whole(soil());
        finds(Finding.PLANT_WITHOUT_PERMIT);
    }

    @Test
    void another_plant_that_took_what_was_rejected_is_asked_too() {
        var kiln = new Party(SLOW_WHEELS, SLOW_STORE);
        delivered(soil());
        say(LANDFILL_GATE, s -> new Event.Rejected(s, Reason.WRONG_WASTE, Optional.of(kiln)));
        say(person(SLOW_WHEELS, Role.GATE), s -> new Event.TakenBack(s, kg(8_900)));
        finds(Finding.NO_PAPERS_ON_FILE);
    }

    @Test
    @Shows(Rule.PLANT_TAKES_WHAT_IT_MAY)
    void a_plant_over_its_day_and_over_its_year() {
        papers = permits(carrierPermit(), plantPermit(Optional.of(kg(10_000)), Optional.of(kg(30_000))));
        taken.put(TODAY, kg(10_000));
        whole(soil());
        assertThat(found()).isEmpty();
        taken.put(TODAY, kg(10_001));
        finds(Finding.OVER_DAILY_LIMIT);
        taken.put(TODAY, kg(1));
        taken.put(TODAY.minusDays(30), kg(30_000));
        finds(Finding.OVER_YEARLY_LIMIT);
        taken.put(TODAY.minusDays(30), Mass.NONE);
        taken.put(TODAY.minusYears(1), kg(30_000));
        assertThat(found()).isEmpty();
    }

    private static State.OnFile plant() {
        return onFile(plantPermit(Optional.empty(), Optional.empty()));
    }

    private static Permits with(Paper... carriers) {
        return new Permits(Stream.concat(Stream.of(plant()), Stream.of(carriers).map(paper -> onFile(paper)))
                .toList());
    }

    private static Opening rubble() {
        var soil = soil();
        return new Opening(
                soil.noteNumber(),
                Optional.empty(),
                RUBBLE,
                soil.declared(),
                soil.generator(),
                soil.carrier(),
                soil.plant());
    }

    private static Opening from(Party generator) {
        var soil = soil();
        return new Opening(
                soil.noteNumber(),
                soil.certificate(),
                soil.waste(),
                soil.declared(),
                generator,
                soil.carrier(),
                soil.plant());
    }

    private void onTheRoad(Opening opening) {
        say(GREEN_HILL_OFFICE, s -> new Event.Opened(s, opening));
        say(FAST_DRIVER, s -> new Event.PickedUp(s, Optional.of(kg(8_900))));
    }

    private void delivered(Opening opening) {
        onTheRoad(opening);
        say(FAST_DRIVER, Event.Delivered::new);
    }

    private void whole(Opening opening) {
        delivered(opening);
        say(LANDFILL_GATE, s -> new Event.Accepted(s, kg(8_900)));
    }

    private interface Saying {
        Event of(Statement statement);
    }

    private void say(Actor by, Saying what) {
        var statement = new Statement(
                new StatementId(id(300 + told.size())), SOIL.value(), by, now, new TreeMap<>(), Optional.empty());
        told.add(new Told(what.of(statement), now));
    }

    private Mass accepted(SiteNumber site, LocalDate from, Instant until) {
        assertThat(site).isEqualTo(soil().plant().site());
        return taken.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(BerlinDay.of(until)))
                .map(Map.Entry::getValue)
                .reduce(Mass.NONE, Mass::plus);
    }

    private List<Finding> found() {
        return PaperFindings.of(told, papers, this::accepted).stream()
                .map(Found::finding)
                .toList();
    }

    private void finds(Finding finding) {
        assertThat(found()).containsExactly(finding);
        SHOWN.add(finding);
    }
}
