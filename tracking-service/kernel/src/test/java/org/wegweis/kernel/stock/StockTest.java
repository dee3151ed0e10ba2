package org.wegweis.kernel.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.Treatment.Gained;
import org.wegweis.kernel.stock.Treatment.Lost;
import org.wegweis.kernel.stock.Treatment.Output;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** North Landfill stores soil and sludge, mixes them, makes something of them and passes the rest on. */
class StockTest {
    static final Party YARD = new Party(NORTH_LANDFILL, new SiteNumber("L00000042"));
    static final Actor CLOCK = person(STRANGERS, Role.OPERATOR);
    static final WasteCode SOIL_CODE = new WasteCode("170503", true);
    static final WasteCode SLUDGE_CODE = new WasteCode("190813", true);
    static final WasteCode RUBBLE_CODE = new WasteCode("170107", false);
    static final Operation R5 = new Operation("R5");
    static final Operation R12 = new Operation("R12");
    static final Operation R13 = new Operation("R13");
    static final Operation D10 = new Operation("D10");
    static final LotId FIRST = lot(1);
    static final LotId SECOND = lot(2);
    static final LotId MIXED = lot(3);
    static final LotId GRAVEL = lot(4);
    static final ConsignmentId ONWARD = new ConsignmentId(id(750));

    static LotId lot(int number) {
        return new LotId(id(700 + number));
    }

    static Statement statement(int number, Actor by) {
        return new Statement(
                new StatementId(id(800 + number)),
                StockId.of(YARD.site()).value(),
                by,
                NOON,
                new TreeMap<>(),
                Optional.empty());
    }

    static Command begin() {
        return new Command.Begin(statement(1, CLOCK), YARD);
    }

    static Command takeIn(LotId lot, WasteCode waste, Mass mass) {
        return new Command.TakeIn(statement(2, CLOCK), lot, Source.CONSIGNMENT, waste, mass, Optional.of(R13));
    }

    static Command count(LotId lot, CountReason reason, Mass mass) {
        return new Command.Count(statement(3, LANDFILL_OFFICE), lot, Optional.of(SOIL_CODE), mass, reason);
    }

    static Command treat(Operation operation, List<Part> inputs, List<Output> outputs, List<Lost> losses) {
        return treat(operation, inputs, outputs, List.of(), losses);
    }

    static Command treat(
            Operation operation, List<Part> inputs, List<Output> outputs, List<Gained> gains, List<Lost> losses) {
        return new Command.Treat(
                statement(4, LANDFILL_OFFICE), new Treatment(operation, inputs, outputs, gains, losses));
    }

    static Command passOn(Part... parts) {
        return new Command.PassOn(
                statement(5, LANDFILL_GATE), new Command.Onward(ONWARD, YARD.site(), false), Arrays.asList(parts));
    }

    static Command undo() {
        return new Command.UndoPassOn(statement(6, CLOCK), ONWARD);
    }

    static Command correct(LotId lot, Mass mass) {
        return new Command.CorrectIntake(statement(7, CLOCK), lot, mass);
    }

    static Part part(LotId lot, long kilograms) {
        return new Part(lot, kg(kilograms));
    }

    static Output waste(LotId lot, WasteCode code, long kilograms) {
        return new Output(lot, Lot.Kind.WASTE, Optional.of(code), kg(kilograms));
    }

    static Output other(LotId lot, Lot.Kind kind, long kilograms) {
        return new Output(lot, kind, Optional.empty(), kg(kilograms));
    }

    /** Ten tonnes of soil and five of sludge have come in. */
    private static State stored() {
        return given(begin(), takeIn(FIRST, SOIL_CODE, kg(10_000)), takeIn(SECOND, SLUDGE_CODE, kg(5_000)));
    }

    static State given(Command... commands) {
        return and(State.INITIAL, commands);
    }

    static State and(State state, Command... commands) {
        for (var command : commands) {
            if (!(Stock.decide(command, state) instanceof Decision.Accepted(var event))) {
                throw new AssertionError("not by the rules: " + command + " gives " + Stock.decide(command, state));
            }
            state = Stock.evolve(state, event);
        }
        return state;
    }

    private static Refusal why(State state, Command command) {
        if (Stock.decide(command, state) instanceof Decision.Refused(var why)) return why;
        throw new AssertionError("accepted: " + command);
    }

    private static long held(State state, LotId lot) {
        return ((State.Begun) state).lots().get(lot).orElseThrow().held().grams() / 1000;
    }

    private static long total(State state, Account account) {
        return ((State.Begun) state).totals().grams(account) / 1000;
    }

    private static Set<Flag> flags(State state, Command treat) {
        if (Stock.decide(treat, state) instanceof Decision.Accepted(Event.Treated treated)) return treated.flags();
        throw new AssertionError("refused: " + Stock.decide(treat, state));
    }

    @Nested
    class Beginning {
        @Test
        void its_id_follows_from_the_sites_number_and_is_laid_out_as_a_version_7() {
            assertThat(StockId.of(new SiteNumber("L00000042"))).isEqualTo(StockId.of(YARD.site()));
            assertThat(StockId.of(new SiteNumber("L00000043"))).isNotEqualTo(StockId.of(YARD.site()));
            assertThat(StockId.of(YARD.site()).toString()).isEqualTo("8853315f-0306-77d4-a11e-d437582b9f5f");
            assertThat(StockId.reserved(StockId.of(YARD.site()).value())).isTrue();
            assertThat(StockId.reserved(SOIL.value())).isFalse();
        }

        @Test
        void it_is_begun_once_and_by_the_operator() {
            assertThat(why(State.INITIAL, new Command.Begin(statement(1, LANDFILL_OFFICE), YARD)))
                    .isEqualTo(new Refusal.NotForRole(Role.DISPATCHER));
            assertThat(why(given(begin()), begin())).isEqualTo(new Refusal.AlreadyBegun());
        }

        @Test
        void nothing_is_kept_before() {
            for (var command : List.of(
                    takeIn(FIRST, SOIL_CODE, kg(1)),
                    correct(FIRST, kg(1)),
                    count(FIRST, CountReason.OPENING_BALANCE, kg(1)),
                    treat(R12, List.of(), List.of(), List.of()),
                    passOn(),
                    undo())) {
                assertThat(why(State.INITIAL, command)).isEqualTo(new Refusal.NotBegun());
            }
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            Stock.evolve(State.INITIAL, new Event.PassedOn(statement(1, CLOCK), ONWARD, List.of())));
        }
    }

    @Nested
    class Speaking {
        @Test
        void only_the_sites_own_office_counts_and_treats_and_its_gate_passes_on() {
            var by = person(GREEN_HILL, Role.DISPATCHER);
            var parts = List.of(part(FIRST, 1));
            var onward = new Command.Onward(ONWARD, YARD.site(), false);
            assertThat(why(stored(), new Command.PassOn(statement(5, by), onward, parts)))
                    .isEqualTo(new Refusal.NotTheSites(NORTH_LANDFILL));
            assertThat(why(
                            stored(),
                            new Command.Count(
                                    statement(3, LANDFILL_GATE),
                                    MIXED,
                                    Optional.of(SOIL_CODE),
                                    kg(1),
                                    CountReason.OPENING_BALANCE)))
                    .isEqualTo(new Refusal.NotForRole(Role.GATE));
            assertThat(Stock.decide(passOn(part(FIRST, 1)), stored())).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void what_follows_from_a_consignment_nobody_states_but_the_operator() {
            var take = new Command.TakeIn(
                    statement(2, LANDFILL_OFFICE), MIXED, Source.CONSIGNMENT, SOIL_CODE, kg(1), Optional.empty());
            assertThat(why(stored(), take)).isEqualTo(new Refusal.NotForRole(Role.DISPATCHER));
        }
    }

    @Nested
    class TakingIn {
        @Test
        void a_load_is_taken_in_once() {
            assertThat(held(stored(), FIRST)).isEqualTo(10_000);
            assertThat(why(stored(), takeIn(FIRST, SOIL_CODE, kg(10_000)))).isEqualTo(new Refusal.LotTaken(FIRST));
        }

        @Test
        void a_correction_changes_what_is_held() {
            var corrected = and(stored(), correct(FIRST, kg(9_000)));
            assertThat(held(corrected, FIRST)).isEqualTo(9_000);
            assertThat(total(corrected, Account.TAKEN_IN)).isEqualTo(14_000);
            assertThat(why(corrected, correct(FIRST, kg(9_000)))).isEqualTo(new Refusal.NothingToCorrect(FIRST));
            assertThat(why(corrected, correct(MIXED, kg(9_000)))).isEqualTo(new Refusal.NoSuchLot(MIXED));
        }

        @Test
        @Shows(Rule.NO_MORE_THAN_IS_HELD)
        void what_was_used_stays_used_and_the_shortfall_is_stated() {
            var used = and(stored(), passOn(part(FIRST, 9_500)));
            var less = and(used, correct(FIRST, kg(9_000)));
            assertThat(held(less, FIRST)).isZero();
            assertThat(total(less, Account.GAINED)).isEqualTo(500);
            // Corrected once more, the shortfall is another one, not one more.
            var more = and(less, correct(FIRST, kg(9_700)));
            assertThat(held(more, FIRST)).isEqualTo(200);
            assertThat(total(more, Account.GAINED)).isZero();
        }
    }

    @Nested
    class Counting {
        @Test
        void an_opening_balance_is_a_new_lot() {
            var counted = and(stored(), count(MIXED, CountReason.OPENING_BALANCE, kg(700)));
            assertThat(held(counted, MIXED)).isEqualTo(700);
            assertThat(total(counted, Account.COUNTED)).isEqualTo(700);
            assertThat(why(counted, count(MIXED, CountReason.OWN_WASTE, kg(700))))
                    .isEqualTo(new Refusal.LotTaken(MIXED));
            assertThat(why(stored(), count(MIXED, CountReason.OWN_WASTE, Mass.NONE)))
                    .isEqualTo(new Refusal.NoMass(MIXED));
            assertThat(why(
                            stored(),
                            new Command.Count(
                                    statement(3, LANDFILL_OFFICE),
                                    MIXED,
                                    Optional.empty(),
                                    kg(1),
                                    CountReason.OPENING_BALANCE)))
                    .isEqualTo(new Refusal.WithoutCode(MIXED));
        }

        @Test
        void a_stock_taking_states_what_was_gained_or_lost() {
            var less = and(stored(), count(FIRST, CountReason.STOCK_TAKING, kg(9_990)));
            assertThat(total(less, Account.LOST)).isEqualTo(10);
            var more = and(less, count(FIRST, CountReason.STOCK_TAKING, kg(10_030)));
            assertThat(total(more, Account.GAINED)).isEqualTo(40);
            assertThat(held(more, FIRST)).isEqualTo(10_030);
            assertThat(why(stored(), count(MIXED, CountReason.STOCK_TAKING, kg(1))))
                    .isEqualTo(new Refusal.NoSuchLot(MIXED));
            assertThat(why(stored(), count(SECOND, CountReason.STOCK_TAKING, kg(1))))
                    .isEqualTo(new Refusal.OtherWaste(SECOND, SLUDGE_CODE));
        }

        @Test
        void no_column_goes_beyond_what_can_be_counted_exactly() {
            var most = new Mass(1L << 53);
            var full = given(begin(), count(MIXED, CountReason.OPENING_BALANCE, most));
            assertThat(why(full, count(GRAVEL, CountReason.OPENING_BALANCE, kg(1))))
                    .isEqualTo(new Refusal.TooMuch());
            assertThat(why(full, takeIn(FIRST, SOIL_CODE, kg(1)))).isEqualTo(new Refusal.TooMuch());
        }
    }

    @Nested
    class Treating {
        @Test
        @Shows(Rule.MASSES_ADD_UP)
        void mixing_makes_one_of_several() {
            var mixed = and(
                    stored(),
                    treat(
                            R12,
                            List.of(part(FIRST, 10_000), part(SECOND, 4_000)),
                            List.of(waste(MIXED, SLUDGE_CODE, 13_500)),
                            List.of(new Lost(Loss.DRYING, kg(500)))));
            assertThat(held(mixed, FIRST)).isZero();
            assertThat(held(mixed, SECOND)).isEqualTo(1_000);
            assertThat(held(mixed, MIXED)).isEqualTo(13_500);
            assertThat(total(mixed, Account.LOST)).isEqualTo(500);
        }

        @Test
        @Shows({Rule.MASSES_ADD_UP, Rule.PRODUCTS_ARE_COUNTED})
        void splitting_makes_several_of_one_and_products_are_no_waste_any_more() {
            var split = and(
                    stored(),
                    treat(
                            R5,
                            List.of(part(FIRST, 10_000)),
                            List.of(
                                    waste(MIXED, SOIL_CODE, 2_000),
                                    other(GRAVEL, Lot.Kind.PRODUCT, 7_900),
                                    other(lot(5), Lot.Kind.DISPOSED, 300)),
                            List.of(new Gained(Gain.WATER, kg(200))),
                            List.of()));
            assertThat(total(split, Account.PRODUCT)).isEqualTo(7_900);
            assertThat(total(split, Account.DISPOSED)).isEqualTo(300);
            assertThat(total(split, Account.HELD)).isEqualTo(7_000);
            assertThat(why(split, passOn(part(GRAVEL, 1)))).isEqualTo(new Refusal.MoreThanHeld(GRAVEL, Mass.NONE));
        }

        @Test
        @Shows(Rule.MASSES_ADD_UP)
        void a_gram_too_many_or_too_few_is_refused_with_both_sums() {
            var one = List.of(part(FIRST, 10_000));
            assertThat(why(
                            stored(),
                            treat(
                                    R12,
                                    one,
                                    List.of(waste(MIXED, SOIL_CODE, 9_999)),
                                    List.of(new Lost(Loss.WEIGHING, new Mass(999))))))
                    .isEqualTo(new Refusal.DoesNotAddUp(10_000_000, 9_999_999));
        }

        @Test
        @Shows(Rule.NO_MORE_THAN_IS_HELD)
        void no_more_goes_in_than_is_held() {
            assertThat(why(stored(), treat(R12, List.of(part(FIRST, 10_001)), List.of(), List.of())))
                    .isEqualTo(new Refusal.MoreThanHeld(FIRST, kg(10_000)));
            assertThat(why(stored(), treat(R12, List.of(part(FIRST, 6_000), part(FIRST, 6_000)), List.of(), List.of())))
                    .isEqualTo(new Refusal.LotTwice(FIRST));
            assertThat(why(stored(), treat(R12, List.of(part(MIXED, 1)), List.of(), List.of())))
                    .isEqualTo(new Refusal.NoSuchLot(MIXED));
            assertThat(why(stored(), treat(R12, List.of(part(FIRST, 0)), List.of(), List.of())))
                    .isEqualTo(new Refusal.NoMass(FIRST));
            assertThat(why(stored(), treat(R12, List.of(), List.of(), List.of())))
                    .isEqualTo(new Refusal.NothingToTreat());
        }

        @Test
        void each_output_is_a_new_lot_and_waste_has_a_code() {
            var one = List.of(part(FIRST, 10_000));
            assertThat(why(stored(), treat(R12, one, List.of(waste(SECOND, SOIL_CODE, 10_000)), List.of())))
                    .isEqualTo(new Refusal.LotTaken(SECOND));
            assertThat(why(
                            stored(),
                            treat(
                                    R12,
                                    one,
                                    List.of(waste(MIXED, SOIL_CODE, 5_000), waste(MIXED, SOIL_CODE, 5_000)),
                                    List.of())))
                    .isEqualTo(new Refusal.LotTwice(MIXED));
            assertThat(why(stored(), treat(R12, one, List.of(other(MIXED, Lot.Kind.WASTE, 10_000)), List.of())))
                    .isEqualTo(new Refusal.WithoutCode(MIXED));
            assertThat(why(stored(), treat(R12, one, List.of(waste(MIXED, SOIL_CODE, 0)), List.of())))
                    .isEqualTo(new Refusal.NoMass(MIXED));
            var coded = new Output(GRAVEL, Lot.Kind.PRODUCT, Optional.of(SOIL_CODE), kg(10_000));
            assertThat(why(stored(), treat(R5, one, List.of(coded), List.of())))
                    .isEqualTo(new Refusal.CodeOnlyForWaste(GRAVEL));
        }

        @Test
        @Shows(Rule.END_OF_WASTE)
        void a_product_comes_out_of_recovery_only() {
            for (var operation : List.of(D10, R13)) {
                assertThat(why(
                                stored(),
                                treat(
                                        operation,
                                        List.of(part(FIRST, 10_000)),
                                        List.of(other(GRAVEL, Lot.Kind.PRODUCT, 10_000)),
                                        List.of())))
                        .isEqualTo(new Refusal.NoProductOf(operation));
            }
        }

        @Test
        @Shows(Rule.STORAGE_IS_NOT_THE_END)
        void storing_and_preparing_dispose_of_nothing() {
            for (String code : List.of("R12", "R13", "D13", "D14", "D15")) {
                var operation = new Operation(code);
                assertThat(why(
                                stored(),
                                treat(
                                        operation,
                                        List.of(part(FIRST, 10_000)),
                                        List.of(other(GRAVEL, Lot.Kind.DISPOSED, 10_000)),
                                        List.of())))
                        .isEqualTo(new Refusal.NotFinal(operation));
            }
        }

        @Test
        @Shows(Rule.HAZARDOUS_WASTE_IS_NOT_MIXED)
        void hazardous_waste_with_another_code_is_flagged() {
            var both = treat(
                    R12, List.of(part(FIRST, 1), part(SECOND, 1)), List.of(waste(MIXED, SLUDGE_CODE, 2)), List.of());
            assertThat(flags(stored(), both)).containsExactly(Flag.MIXED_HAZARDOUS);
            var same = and(stored(), takeIn(lot(8), SOIL_CODE, kg(1)));
            assertThat(flags(
                            same,
                            treat(
                                    R12,
                                    List.of(part(FIRST, 1), part(lot(8), 1)),
                                    List.of(waste(MIXED, SOIL_CODE, 2)),
                                    List.of())))
                    .isEmpty();
        }

        @Test
        @Shows(Rule.HAZARDOUS_WASTE_IS_NOT_MIXED)
        void waste_that_loses_its_hazard_is_flagged() {
            var one = List.of(part(FIRST, 1));
            assertThat(flags(stored(), treat(R12, one, List.of(waste(MIXED, RUBBLE_CODE, 1)), List.of())))
                    .containsExactly(Flag.HAZARD_LOST);
            assertThat(flags(stored(), treat(R12, one, List.of(waste(MIXED, SLUDGE_CODE, 1)), List.of())))
                    .isEmpty();
        }
    }

    @Nested
    class PassingOn {
        @Test
        @Shows(Rule.NO_MORE_THAN_IS_HELD)
        void what_went_on_is_held_no_more() {
            var gone = and(stored(), passOn(part(FIRST, 8_000), part(SECOND, 5_000)));
            assertThat(held(gone, FIRST)).isEqualTo(2_000);
            assertThat(total(gone, Account.PASSED_ON)).isEqualTo(13_000);
            assertThat(why(gone, passOn(part(FIRST, 1)))).isEqualTo(new Refusal.AlreadyPassedOn(ONWARD));
            assertThat(why(stored(), passOn(part(SECOND, 5_001))))
                    .isEqualTo(new Refusal.MoreThanHeld(SECOND, kg(5_000)));
            assertThat(why(stored(), passOn())).isEqualTo(new Refusal.NothingToPassOn());
        }

        @Test
        void it_goes_on_in_a_consignment_of_this_site_that_is_not_cancelled() {
            var elsewhere = new Command.Onward(ONWARD, new SiteNumber("P12345678"), false);
            assertThat(why(
                            stored(),
                            new Command.PassOn(statement(5, LANDFILL_GATE), elsewhere, List.of(part(FIRST, 1)))))
                    .isEqualTo(new Refusal.NotFromHere(ONWARD));
            var cancelled = new Command.Onward(ONWARD, YARD.site(), true);
            assertThat(why(
                            stored(),
                            new Command.PassOn(statement(5, LANDFILL_GATE), cancelled, List.of(part(FIRST, 1)))))
                    .isEqualTo(new Refusal.ConsignmentCancelled(ONWARD));
        }

        @Test
        void a_cancelled_consignment_took_nothing() {
            var gone = and(stored(), passOn(part(FIRST, 8_000)));
            assertThat(and(gone, undo())).isEqualTo(and(stored(), passOn(part(FIRST, 8_000)), undo()));
            assertThat(held(and(gone, undo()), FIRST)).isEqualTo(10_000);
            assertThat(why(stored(), undo())).isEqualTo(new Refusal.NotPassedOn(ONWARD));
            assertThat(Stock.decide(passOn(part(FIRST, 1)), and(gone, undo()))).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void every_line_of_the_balance_adds_up() {
        var state = and(
                stored(),
                count(lot(6), CountReason.OPENING_BALANCE, kg(100)),
                treat(
                        R5,
                        List.of(part(FIRST, 9_000), part(SECOND, 1_000)),
                        List.of(waste(MIXED, SLUDGE_CODE, 4_000), other(GRAVEL, Lot.Kind.PRODUCT, 5_500)),
                        List.of(new Lost(Loss.EVAPORATION, kg(500)))),
                passOn(part(MIXED, 3_000)),
                count(FIRST, CountReason.STOCK_TAKING, kg(990)));
        var totals = ((State.Begun) state).totals();
        assertThat(totals.lines())
                .isEqualTo(Map.of(
                        Optional.of(SOIL_CODE),
                        Map.of(
                                Account.TAKEN_IN, 10_000_000L,
                                Account.COUNTED, 100_000L,
                                Account.TREATED, 9_000_000L,
                                Account.LOST, 10_000L,
                                Account.HELD, 1_090_000L),
                        Optional.of(SLUDGE_CODE),
                        Map.of(
                                Account.TAKEN_IN, 5_000_000L,
                                Account.PRODUCED, 4_000_000L,
                                Account.TREATED, 1_000_000L,
                                Account.PASSED_ON, 3_000_000L,
                                Account.HELD, 5_000_000L),
                        Optional.empty(),
                        Map.of(Account.PRODUCT, 5_500_000L, Account.LOST, 500_000L)));
    }
}
