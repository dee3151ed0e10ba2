package org.wegweis.kernel.stock;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** Stock events as a record's {@code type} and {@code data}. Masses are whole grams. */
public final class StockJson {
    public static final String BEGUN = "stock.begun.v1";
    public static final String TAKEN_IN = "stock.taken-in.v1";
    public static final String INTAKE_CORRECTED = "stock.intake-corrected.v1";
    public static final String COUNTED = "stock.counted.v1";
    public static final String TREATED = "stock.treated.v1";
    public static final String PASSED_ON = "stock.passed-on.v1";
    public static final String PASS_ON_UNDONE = "stock.pass-on-undone.v1";

    private StockJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Begun _ -> BEGUN;
            case Event.TakenIn _ -> TAKEN_IN;
            case Event.IntakeCorrected _ -> INTAKE_CORRECTED;
            case Event.Counted _ -> COUNTED;
            case Event.Treated _ -> TREATED;
            case Event.PassedOn _ -> PASSED_ON;
            case Event.PassOnUndone _ -> PASS_ON_UNDONE;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Begun(var _, var site) -> PartyJson.party(site);
            case Event.TakenIn(var _, var lot, var from, var waste, var mass, var operation) ->
                Json.Obj.of()
                        .with("lot", lot.toString())
                        .with("from", from.text())
                        .with("wasteCode", waste.digits())
                        .with("hazardous", waste.hazardous())
                        .with("massGrams", mass.grams())
                        .with("operation", operation.map(Operation::code));
            case Event.IntakeCorrected(var _, var lot, var mass, var shortfall) ->
                optional(part(new Part(lot, mass)), "shortGrams", shortfall);
            case Event.Counted(var _, var lot, var waste, var mass, var reason, var gain, var loss) ->
                optional(
                        optional(
                                part(new Part(lot, mass))
                                        .with("wasteCode", waste.digits())
                                        .with("hazardous", waste.hazardous())
                                        .with("reason", reason.text()),
                                "gainGrams",
                                gain),
                        "lossGrams",
                        loss);
            case Event.Treated(var _, var treatment, var flags) -> treatment(treatment, flags);
            case Event.PassedOn(var _, var consignment, var parts) -> passedOn(consignment, parts);
            case Event.PassOnUndone(var _, var consignment, var parts) -> passedOn(consignment, parts);
        };
    }

    /** The balance for those who ask: a line for each code in its order, one for treatments, and the sum of all. */
    public static Json.Obj balance(Totals totals) {
        var codes = totals.lines().keySet().stream()
                .sorted(Comparator.comparing(line -> line.map(WasteCode::digits).orElse("")))
                .toList();
        return Json.Obj.of()
                .with("lines", array(codes, code -> line(code, account -> totals.grams(code, account))))
                .with("sum", line(Optional.empty(), totals::grams));
    }

    private static Json.Obj line(Optional<WasteCode> waste, ToLongFunction<Account> grams) {
        var line = waste.map(
                        code -> Json.Obj.of().with("wasteCode", code.digits()).with("hazardous", code.hazardous()))
                .orElse(Json.Obj.of());
        for (var account : Account.values()) line = line.with(name(account), grams.applyAsLong(account));
        return line;
    }

    private static String name(Account account) {
        return switch (account) {
            case TAKEN_IN -> "takenInGrams";
            case COUNTED -> "countedGrams";
            case GAINED -> "gainedGrams";
            case PRODUCED -> "producedGrams";
            case TREATED -> "treatedGrams";
            case PASSED_ON -> "passedOnGrams";
            case PRODUCT -> "productGrams";
            case DISPOSED -> "disposedGrams";
            case LOST -> "lostGrams";
            case HELD -> "heldGrams";
        };
    }

    private static Json.Obj optional(Json.Obj data, String name, Mass mass) {
        return mass.equals(Mass.NONE) ? data : data.with(name, mass.grams());
    }

    private static Json.Obj part(Part part) {
        return Json.Obj.of()
                .with("lot", part.lot().toString())
                .with("massGrams", part.mass().grams());
    }

    private static Json.Obj passedOn(ConsignmentId consignment, List<Part> parts) {
        return Json.Obj.of().with("consignment", consignment.toString()).with("parts", array(parts, StockJson::part));
    }

    private static Json.Obj treatment(Treatment treatment, Set<Flag> flags) {
        return Json.Obj.of()
                .with("operation", treatment.operation().code())
                .with("inputs", array(treatment.inputs(), StockJson::part))
                .with("outputs", array(treatment.outputs(), StockJson::output))
                .with(
                        "gains",
                        array(treatment.gains(), gain -> why(gain.reason().text(), gain.mass())))
                .with(
                        "losses",
                        array(treatment.losses(), loss -> why(loss.reason().text(), loss.mass())))
                .with("flags", array(flags.stream().sorted().toList(), flag -> new Json.Text(flag.text())));
    }

    private static Json.Obj output(Treatment.Output output) {
        var json = part(new Part(output.lot(), output.mass()))
                .with("kind", output.kind().text());
        return output.waste()
                .map(waste -> json.with("wasteCode", waste.digits()).with("hazardous", waste.hazardous()))
                .orElse(json);
    }

    private static Json.Obj why(String reason, Mass mass) {
        return Json.Obj.of().with("reason", reason).with("massGrams", mass.grams());
    }

    private static <T> Json.Arr array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement s, Fields data) {
        Event event = switch (type) {
            case BEGUN -> new Event.Begun(s, PartyJson.party(data));
            case TAKEN_IN ->
                new Event.TakenIn(
                        s,
                        lot(data),
                        data.parsed("from", Source::parse),
                        recordedWaste(data),
                        mass(data),
                        data.optionalParsed("operation", Operation::new));
            case INTAKE_CORRECTED -> new Event.IntakeCorrected(s, lot(data), mass(data), optional(data, "shortGrams"));
            case COUNTED ->
                new Event.Counted(
                        s,
                        lot(data),
                        recordedWaste(data),
                        mass(data),
                        data.parsed("reason", CountReason::parse),
                        optional(data, "gainGrams"),
                        optional(data, "lossGrams"));
            case TREATED -> new Event.Treated(s, treatment(data, StockJson::recordedWaste), flags(data));
            case PASSED_ON -> new Event.PassedOn(s, consignment(data), parts(data, "parts"));
            case PASS_ON_UNDONE -> new Event.PassOnUndone(s, consignment(data), parts(data, "parts"));
            default -> throw new WrongField("/type", "is not a type of stock event known here: " + type);
        };
        data.noMore();
        return event;
    }

    /**
     * The command that a plant's own statement of that type makes; what follows from consignments nobody sends.
     *
     * @param data its {@code data}, without {@code personal}
     * @param onward what is known of the consignment that takes lots on
     * @throws WrongField if data is not what that type needs; its cause is {@link WasteCatalogue.UnknownWasteCode} where
     *     the catalogue lacks the waste code
     */
    public static Command command(
            String type, Statement s, Fields data, WasteList list, Function<ConsignmentId, Command.Onward> onward) {
        var day = BerlinDay.of(s.happenedAt());
        Command command = switch (type) {
            case COUNTED ->
                new Command.Count(
                        s,
                        lot(data),
                        data.optionalParsed("wasteCode", code -> list.parse(code, day)),
                        mass(data),
                        data.parsed("reason", CountReason::parse));
            case TREATED ->
                new Command.Treat(
                        s, treatment(data, output -> output.parsed("wasteCode", code -> list.parse(code, day))));
            case PASSED_ON -> {
                var consignment = consignment(data);
                var parts = parts(data, "parts");
                data.noMore();
                yield new Command.PassOn(s, onward.apply(consignment), parts);
            }
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }

    private static Treatment treatment(Fields data, Function<Fields, WasteCode> waste) {
        return new Treatment(
                data.parsed("operation", Operation::new),
                parts(data, "inputs"),
                data.objects("outputs", output -> {
                    boolean coded = output.names().contains("wasteCode");
                    return new Treatment.Output(
                            lot(output),
                            output.parsed("kind", Lot.Kind::parse),
                            coded ? Optional.of(waste.apply(output)) : Optional.empty(),
                            mass(output));
                }),
                data.objects("gains", gain -> new Treatment.Gained(gain.parsed("reason", Gain::parse), mass(gain))),
                data.objects("losses", loss -> new Treatment.Lost(loss.parsed("reason", Loss::parse), mass(loss))));
    }

    private static List<Part> parts(Fields data, String name) {
        return data.objects(name, part -> new Part(lot(part), mass(part)));
    }

    private static Set<Flag> flags(Fields data) {
        var flags = EnumSet.noneOf(Flag.class);
        if (!(data.take("flags").orElse(null) instanceof Json.Arr(var texts))) {
            throw new WrongField(data.at("flags"), "must be an array");
        }
        for (var text : texts) {
            if (!(text instanceof Json.Text(var value))) throw new WrongField(data.at("flags"), "must hold strings");
            flags.add(Flag.parse(value));
        }
        return flags;
    }

    private static WasteCode recordedWaste(Fields data) {
        return new WasteCode(data.text("wasteCode"), data.bool("hazardous"));
    }

    private static LotId lot(Fields data) {
        return data.parsed("lot", LotId::parse);
    }

    private static Mass mass(Fields data) {
        return data.counted("massGrams", Mass::new);
    }

    private static Mass optional(Fields data, String name) {
        return data.optionalCounted(name, Mass::new).orElse(Mass.NONE);
    }

    private static ConsignmentId consignment(Fields data) {
        return data.parsed("consignment", ConsignmentId::parse);
    }
}
