package org.wegweis.kernel.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wegweis.kernel.certificate.Operation;
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

/** Events of papers as a record's {@code type} and {@code data}. Masses are whole grams, days are ISO 8601 dates. */
public final class PermitJson {
    public static final String FILED = "permit.filed.v1";
    public static final String ACKNOWLEDGED = "permit.acknowledged.v1";
    public static final String WITHDRAWN = "permit.withdrawn.v1";
    public static final String GIVEN_UP = "permit.given-up.v1";

    private static final Json ALL = new Json.Text("all");

    private PermitJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Filed _ -> FILED;
            case Event.Acknowledged _ -> ACKNOWLEDGED;
            case Event.Withdrawn _ -> WITHDRAWN;
            case Event.GivenUp _ -> GIVEN_UP;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Filed(var _, var paper) -> paper(paper);
            case Event.Acknowledged _ -> Json.Obj.of();
            case Event.Withdrawn(var _, var from) -> Json.Obj.of().with("from", from.toString());
            case Event.GivenUp(var _, var from) -> Json.Obj.of().with("from", from.toString());
        };
    }

    /** What a paper says, as its record and every answer about it write it. */
    public static Json.Obj paper(Paper paper) {
        var json = Json.Obj.of()
                .with("kind", paper.scope().kind().text())
                .with("holder", PartyJson.party(paper.holder()))
                .with("wasteCodes", wastes(paper.wastes()))
                .with("from", paper.from().toString())
                .with("until", paper.until().map(LocalDate::toString))
                .with("reference", paper.reference().map(FileReference::toString));
        return switch (paper.scope()) {
            case Scope.Notification _, Scope.CarrierPermit _ -> json;
            case Scope.EfbCertificate(var activities) -> json.with("activities", texts(activities, Activity::text));
            case Scope.PlantPermit(var operations, var perDay, var perYear) -> {
                var permit = json.with("operations", texts(operations, Operation::code));
                if (perDay.isPresent()) {
                    permit = permit.with("mostPerDayGrams", perDay.get().grams());
                }
                yield perYear.isPresent()
                        ? permit.with("mostPerYearGrams", perYear.get().grams())
                        : permit;
            }
        };
    }

    /** What every door answers about a paper: what it says, what became of it, and whether it counts today. */
    public static Json.Obj onFile(PermitId id, State.OnFile onFile, LocalDate today) {
        return paper(onFile.paper())
                .with("permit", id.toString())
                .with("acknowledged", onFile.acknowledged())
                .with("withdrawnFrom", onFile.withdrawn().map(LocalDate::toString))
                .with("givenUpFrom", onFile.givenUp().map(LocalDate::toString))
                .with("state", state(onFile, today));
    }

    private static String state(State.OnFile onFile, LocalDate today) {
        var why = onFile.notInForce(today);
        boolean givenUp = onFile.givenUp().filter(from -> !today.isBefore(from)).isPresent();
        return givenUp && why.equals(Optional.of(Shortfall.ENDED))
                ? "given-up"
                : why.map(Shortfall::text).orElse("in-force");
    }

    private static Json wastes(Wastes wastes) {
        return switch (wastes) {
            case Wastes.All() -> ALL;
            case Wastes.Only(var codes) -> texts(codes, code -> code.digits() + (code.hazardous() ? "*" : ""));
        };
    }

    private static <T> Json.Arr texts(Collection<T> values, Function<T, String> text) {
        return new Json.Arr(
                values.stream().map(text).sorted().<Json>map(Json.Text::new).toList());
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement statement, Fields data) {
        return happened(command(type, statement, data, WasteCode::parse));
    }

    /**
     * The command that a statement of that type makes.
     *
     * @param data its {@code data}, without {@code personal}
     * @param list a paper may name codes of all its days, not only those of today
     * @throws WrongField if data is not what that type needs; its cause is {@link WasteCatalogue.UnknownWasteCode} where
     *     no edition of the list has the waste code
     */
    public static Command command(String type, Statement statement, Fields data, WasteList list) {
        var day = BerlinDay.of(statement.happenedAt());
        return command(
                type,
                statement,
                data,
                code -> list.find(WasteCode.parse(code).digits(), day)
                        .map(WasteCatalogue.Entry::code)
                        .orElseGet(() -> list.parse(code, day)));
    }

    private static Command command(String type, Statement statement, Fields data, Function<String, WasteCode> waste) {
        Command command = switch (type) {
            case FILED -> new Command.File(statement, paper(data, waste));
            case ACKNOWLEDGED -> new Command.Acknowledge(statement);
            case WITHDRAWN -> new Command.Withdraw(statement, data.parsed("from", BerlinDay::parse));
            case GIVEN_UP -> new Command.GiveUp(statement, data.parsed("from", BerlinDay::parse));
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }

    private static Paper paper(Fields data, Function<String, WasteCode> waste) {
        return new Paper(
                PartyJson.party(data.object("holder")),
                scope(data.parsed("kind", Kind::parse), data),
                wastes(data, waste),
                data.parsed("from", BerlinDay::parse),
                data.optionalParsed("until", BerlinDay::parse),
                data.optionalParsed("reference", FileReference::new));
    }

    private static Scope scope(Kind kind, Fields data) {
        return switch (kind) {
            case NOTIFICATION -> new Scope.Notification();
            case CARRIER_PERMIT -> new Scope.CarrierPermit();
            case EFB_CERTIFICATE -> new Scope.EfbCertificate(some(data, "activities", Activity::parse));
            case PLANT_PERMIT ->
                new Scope.PlantPermit(
                        some(data, "operations", Operation::new),
                        data.optionalCounted("mostPerDayGrams", PermitJson::something),
                        data.optionalCounted("mostPerYearGrams", PermitJson::something));
        };
    }

    private static Mass something(long grams) {
        if (grams <= 0) throw new IllegalArgumentException("must be more than nothing");
        return new Mass(grams);
    }

    private static Wastes wastes(Fields data, Function<String, WasteCode> waste) {
        return data.take("wasteCodes").filter(ALL::equals).isPresent()
                ? new Wastes.All()
                : new Wastes.Only(some(data, "wasteCodes", waste));
    }

    private static <T> Set<T> some(Fields data, String name, Function<String, T> parse) {
        List<T> values = data.list(name, parse);
        if (values.isEmpty()) throw new WrongField(data.at(name), "must not be empty");
        return Set.copyOf(values);
    }

    private static Event happened(Command command) {
        return switch (command) {
            case Command.File(var s, var paper) -> new Event.Filed(s, paper);
            case Command.Acknowledge(var s) -> new Event.Acknowledged(s);
            case Command.Withdraw(var s, var from) -> new Event.Withdrawn(s, from);
            case Command.GiveUp(var s, var from) -> new Event.GivenUp(s, from);
        };
    }
}
