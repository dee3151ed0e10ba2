package org.wegweis.kernel.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.*;
import static org.wegweis.kernel.stock.StockTest.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.stock.Treatment.Gained;
import org.wegweis.kernel.stock.Treatment.Lost;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteList;

/** The contracts of stock events, one file each under {@code contracts/}; none of them ever changes. */
class StockJsonTest extends EventContracts {
    @Override
    protected Stream<Contract> contracts() {
        var plant = statement(1, LANDFILL_OFFICE);
        var operator = statement(1, CLOCK);
        return Stream.of(
                new Contract(new Event.Begun(operator, YARD)),
                new Contract(new Event.TakenIn(
                        operator, FIRST, Source.CONSIGNMENT, SOIL_CODE, kg(10_000), Optional.of(R13))),
                new Contract(
                        "stock.taken-in.v1.small-amount",
                        new Event.TakenIn(operator, FIRST, Source.TRANSFER_NOTE, SOIL_CODE, kg(20), Optional.empty())),
                new Contract(
                        "stock.taken-in.v1.return",
                        new Event.TakenIn(operator, FIRST, Source.RETURN, SOIL_CODE, kg(20), Optional.empty())),
                new Contract(new Event.IntakeCorrected(operator, FIRST, kg(9_000), Mass.NONE)),
                new Contract(
                        "stock.intake-corrected.v1.short",
                        new Event.IntakeCorrected(operator, FIRST, kg(9_000), kg(500))),
                new Contract(new Event.Counted(
                        plant, FIRST, SOIL_CODE, kg(700), CountReason.OPENING_BALANCE, Mass.NONE, Mass.NONE)),
                new Contract(
                        "stock.counted.v1.loss",
                        new Event.Counted(
                                plant, FIRST, SOIL_CODE, kg(700), CountReason.STOCK_TAKING, Mass.NONE, kg(3))),
                new Contract(
                        "stock.counted.v1.gain",
                        new Event.Counted(
                                plant, FIRST, SOIL_CODE, kg(700), CountReason.STOCK_TAKING, kg(3), Mass.NONE)),
                new Contract(new Event.Treated(
                        plant,
                        new Treatment(
                                R5,
                                List.of(part(FIRST, 10_000), part(SECOND, 4_000)),
                                List.of(
                                        waste(MIXED, RUBBLE_CODE, 5_000),
                                        other(GRAVEL, Lot.Kind.PRODUCT, 8_000),
                                        other(lot(5), Lot.Kind.DISPOSED, 700)),
                                List.of(new Gained(Gain.WATER, kg(200))),
                                List.of(new Lost(Loss.DRYING, kg(400)), new Lost(Loss.WEIGHING, kg(100)))),
                        Set.of(Flag.MIXED_HAZARDOUS, Flag.HAZARD_LOST))),
                new Contract(new Event.PassedOn(plant, ONWARD, List.of(part(MIXED, 5_000), part(FIRST, 20)))),
                new Contract(new Event.PassOnUndone(operator, ONWARD, List.of(part(MIXED, 5_000)))));
    }

    @Override
    protected Class<? extends Stated> events() {
        return Event.class;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "counted | {} | /data/lot",
                "counted | {\"lot\":\"1\"} | /data/lot",
                "counted | {\"lot\":\"01a20846-fe00-7000-8000-0000000003e9\",\"wasteCode\":\"170503\",\"massGrams\":1,\"reason\":\"whim\"} | /data/reason",
                "treated | {\"operation\":\"R14\"} | /data/operation",
                "treated | {\"operation\":\"R5\",\"inputs\":1} | /data/inputs",
                "treated | {\"operation\":\"R5\",\"inputs\":[{\"lot\":\"01a20846-fe00-7000-8000-0000000003e9\",\"massGrams\":-1}]} | /data/inputs/0/massGrams",
                "treated | {\"operation\":\"R5\",\"outputs\":[{\"lot\":\"01a20846-fe00-7000-8000-0000000003e9\",\"kind\":\"gold\"}]} | /data/outputs/0/kind",
                "treated | {\"operation\":\"R5\",\"losses\":[{\"reason\":\"theft\",\"massGrams\":1}]} | /data/losses/0/reason",
                "treated | {\"operation\":\"R5\",\"gains\":[{\"reason\":\"water\",\"massGrams\":1,\"who\":1}]} | /data/gains/0/who",
                "treated | {\"operation\":\"R5\",\"flags\":[]} | /data/flags",
                "passed-on | {\"parts\":[]} | /data/consignment",
                "taken-in | {} | /type",
                "lost | {} | /type",
            })
    void what_is_wrong_is_named(String type, String data, String pointer) {
        assertThatThrownBy(() -> StockJson.command(
                        "stock." + type + ".v1",
                        statement(1, LANDFILL_OFFICE),
                        Fields.of(Json.parse(data), "/data"),
                        WasteList.EUROPEAN,
                        consignment -> new Command.Onward(consignment, YARD.site(), false)))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
