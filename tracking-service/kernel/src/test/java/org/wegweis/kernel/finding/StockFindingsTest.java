package org.wegweis.kernel.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.CountReason;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.Flag;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Part;
import org.wegweis.kernel.stock.Source;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.Treatment;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Soil goes from Green Hill, which keeps its stock, to North Landfill, which stores it. */
class StockFindingsTest {
    static final EnumSet<Finding> FROM_STOCKS = EnumSet.of(
            Finding.NO_ONWARD_LINK,
            Finding.SOURCES_NOT_STATED,
            Finding.PASSED_ON_MASS_DIFFERS,
            Finding.MIXED_HAZARDOUS);

    private static final Set<Finding> SHOWN = EnumSet.noneOf(Finding.class);
    private static final LotId LOT = new LotId(SOIL.value());
    private static final LotId MIXED = new LotId(id(601));
    private static final LotId OTHER = new LotId(id(602));
    private static final org.wegweis.kernel.consignment.ConsignmentId ONWARD =
            new org.wegweis.kernel.consignment.ConsignmentId(id(603));

    private final List<Told> told = new ArrayList<>();
    private final List<Event> origin = new ArrayList<>();
    private final List<Event> plant = new ArrayList<>();

    @AfterAll
    static void every_finding_was_found_once() {
        assertThat(SHOWN).isEqualTo(FROM_STOCKS);
    }

    @Test
    void without_stocks_there_is_nothing_to_find() {
        happened(open(), pickUp(), deliver(), accept(kg(8_900)));
        assertThat(found()).isEmpty();
    }

    @Test
    void what_leaves_a_plant_that_keeps_its_stock_comes_of_lots() {
        origin.add(new Event.Begun(of(1), soil().generator()));
        happened(open());
        assertThat(found()).isEmpty();
        happened(pickUp());
        finds(Finding.SOURCES_NOT_STATED);
        stated(kg(8_900));
        assertThat(found()).isEmpty();
        origin.add(new Event.PassOnUndone(of(3), SOIL, List.of()));
        finds(Finding.SOURCES_NOT_STATED);
    }

    @Test
    void what_left_before_the_stock_was_kept_needs_no_lots() {
        origin.add(new Event.Begun(at(NOON.plusSeconds(1)), soil().generator()));
        happened(open(), pickUp());
        assertThat(found()).isEmpty();
    }

    @Test
    void lots_add_up_to_what_was_loaded() {
        happened(open());
        stated(kg(8_900));
        happened(pickUp(kg(8_880)));
        finds(Finding.PASSED_ON_MASS_DIFFERS);
    }

    @Test
    @Shows(Rule.STORED_WASTE_GOES_ON)
    void as_long_as_some_of_what_is_stored_is_here_it_has_not_gone_on() {
        takenIn("R13");
        finds(Finding.NO_ONWARD_LINK);
        plant.add(new Event.PassedOn(of(11), ONWARD, List.of(new Part(LOT, kg(8_000)))));
        finds(Finding.NO_ONWARD_LINK);
        plant.add(new Event.IntakeCorrected(of(12), LOT, kg(8_950), Mass.NONE));
        plant.add(new Event.Counted(
                of(13), LOT, soil().waste(), Mass.NONE, CountReason.STOCK_TAKING, Mass.NONE, kg(950)));
        assertThat(found()).isEmpty();
        plant.add(new Event.PassOnUndone(of(14), ONWARD, List.of(new Part(LOT, kg(8_000)))));
        finds(Finding.NO_ONWARD_LINK);
    }

    @Test
    @Shows(Rule.STORED_WASTE_GOES_ON)
    void what_was_made_of_it_goes_on_too() {
        takenIn("D15");
        treated(Set.of());
        finds(Finding.NO_ONWARD_LINK);
        plant.add(new Event.PassedOn(of(12), ONWARD, List.of(new Part(MIXED, kg(9_900)))));
        assertThat(found()).isEmpty();
    }

    @Test
    void what_is_disposed_of_here_need_not_go_on() {
        takenIn("D1");
        assertThat(found()).isEmpty();
    }

    @Test
    void other_lots_are_no_matter_of_this_load() {
        takenIn("D1");
        plant.add(new Event.TakenIn(
                of(11), OTHER, Source.CONSIGNMENT, soil().waste(), kg(5), Optional.of(new Operation("R13"))));
        plant.add(new Event.PassedOn(of(12), ONWARD, List.of(new Part(OTHER, kg(5)))));
        assertThat(found()).isEmpty();
    }

    @Test
    @Shows(Rule.HAZARDOUS_WASTE_IS_NOT_MIXED)
    void it_was_mixed() {
        takenIn("R3");
        treated(Set.of(Flag.MIXED_HAZARDOUS));
        finds(Finding.MIXED_HAZARDOUS);
    }

    private void stated(Mass mass) {
        origin.add(new Event.PassedOn(of(2), SOIL, List.of(new Part(OTHER, mass))));
    }

    private void takenIn(String operation) {
        happened(open(), pickUp(), deliver(), accept(kg(8_900)));
        plant.add(new Event.TakenIn(
                of(10), LOT, Source.CONSIGNMENT, soil().waste(), kg(8_900), Optional.of(new Operation(operation))));
    }

    /** All of it with a tonne of something else. */
    private void treated(Set<Flag> flags) {
        plant.add(new Event.Treated(
                of(11),
                new Treatment(
                        new Operation("R12"),
                        List.of(new Part(LOT, kg(8_900)), new Part(OTHER, kg(1_000))),
                        List.of(new Treatment.Output(
                                MIXED, Lot.Kind.WASTE, Optional.of(new WasteCode("191211", true)), kg(9_900))),
                        List.of(),
                        List.of()),
                flags));
    }

    private void happened(Command... commands) {
        State state = State.INITIAL;
        for (var record : told) state = Consignment.evolve(state, record.event());
        for (var command : commands) {
            if (!(Consignment.decide(command, state) instanceof Decision.Accepted(var event))) {
                throw new AssertionError("not by the rules: " + command);
            }
            state = Consignment.evolve(state, event);
            told.add(new Told(event, NOON));
        }
    }

    private static Statement of(int number) {
        return new Statement(
                new StatementId(id(650 + number)),
                StockId.of(soil().plant().site()).value(),
                operator(),
                NOON,
                new TreeMap<>(),
                Optional.empty());
    }

    private static Statement at(Instant happened) {
        return new Statement(
                new StatementId(id(650)),
                StockId.of(soil().generator().site()).value(),
                operator(),
                happened,
                new TreeMap<>(),
                Optional.empty());
    }

    private static Actor operator() {
        return person(STRANGERS, Role.OPERATOR);
    }

    private List<Finding> found() {
        return StockFindings.of(told, origin, plant).stream()
                .map(Found::finding)
                .toList();
    }

    private void finds(Finding... findings) {
        assertThat(found()).containsExactly(findings);
        SHOWN.addAll(Arrays.asList(findings));
    }
}
