package org.wegweis.kernel.consignment;

import java.util.Optional;
import java.util.function.BiFunction;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.statement.StatementJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/**
 * Consignment events as a record's {@code type} and {@code data}, and commands from statements, which name the same
 * things the same way. Masses are whole grams.
 */
public final class ConsignmentJson {
    public static final String OPENED = "consignment.opened.v1";
    public static final String PICKED_UP = "consignment.picked-up.v1";
    public static final String RELEASED = "consignment.released.v1";
    public static final String TAKEN_OVER = "consignment.taken-over.v1";
    public static final String TRANSFER_NOTE_ENTERED = "consignment.transfer-note-entered.v1";
    public static final String TAKEN_BACK = "consignment.taken-back.v1";
    public static final String CORRECTION_AGREED = "consignment.correction-agreed.v1";
    public static final String CORRECTION_DECLINED = "consignment.correction-declined.v1";
    public static final String HANDED_OVER = "consignment.handed-over.v1";
    public static final String DELIVERED = "consignment.delivered.v1";
    public static final String ACCEPTED = "consignment.accepted.v1";
    public static final String PARTLY_ACCEPTED = "consignment.partly-accepted.v1";
    public static final String REJECTED = "consignment.rejected.v1";
    public static final String CORRECTED = "consignment.corrected.v1";
    public static final String CANCELLED = "consignment.cancelled.v1";

    private ConsignmentJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Opened _ -> OPENED;
            case Event.PickedUp _ -> PICKED_UP;
            case Event.Released _ -> RELEASED;
            case Event.HandedOver _ -> HANDED_OVER;
            case Event.TakenOver _ -> TAKEN_OVER;
            case Event.TransferNoteEntered _ -> TRANSFER_NOTE_ENTERED;
            case Event.TakenBack _ -> TAKEN_BACK;
            case Event.CorrectionAgreed _ -> CORRECTION_AGREED;
            case Event.CorrectionDeclined _ -> CORRECTION_DECLINED;
            case Event.Delivered _ -> DELIVERED;
            case Event.Accepted _ -> ACCEPTED;
            case Event.PartlyAccepted _ -> PARTLY_ACCEPTED;
            case Event.Rejected _ -> REJECTED;
            case Event.Corrected _ -> CORRECTED;
            case Event.Cancelled _ -> CANCELLED;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Opened(var _, var o) ->
                waste(Json.Obj.of(), o.waste())
                        .with("noteNumber", o.noteNumber().map(NoteNumber::toString))
                        .with("certificate", o.certificate().map(CertificateNumber::toString))
                        .with("declaredGrams", o.declared().grams())
                        .with("generator", PartyJson.party(o.generator()))
                        .with("carrier", PartyJson.organisation(o.carrier()))
                        .with("plant", PartyJson.party(o.plant()));
            case Event.PickedUp(var _, var loaded, var agreement) ->
                agreed(
                        loaded.map(mass -> Json.Obj.of().with("loadedGrams", mass.grams()))
                                .orElse(Json.Obj.of()),
                        agreement);
            case Event.HandedOver(var _, var to, var store) ->
                Json.Obj.of().with("to", PartyJson.organisation(to).with("store", store.map(SiteNumber::toString)));
            case Event.TakenOver(var _, var agreement) -> agreed(Json.Obj.of(), agreement);
            case Event.TransferNoteEntered(var _, var note, var site, var waste, var mass) ->
                waste(Json.Obj.of(), waste)
                        .with("transferNote", note.toString())
                        .with("site", site.toString())
                        .with("massGrams", mass.grams());
            case Event.TakenBack(var _, var mass) -> Json.Obj.of().with("massGrams", mass.grams());
            case Event.CorrectionAgreed(var _, var correction) ->
                Json.Obj.of().with("correction", correction.toString());
            case Event.CorrectionDeclined(var _, var correction) ->
                Json.Obj.of().with("correction", correction.toString());
            case Event.Released _, Event.Delivered _, Event.Cancelled _ -> Json.Obj.of();
            case Event.Accepted(var _, var accepted) -> Json.Obj.of().with("acceptedGrams", accepted.grams());
            case Event.PartlyAccepted(var _, var accepted, var rejected, var reason, var goesTo) ->
                goingTo(
                        Json.Obj.of()
                                .with("acceptedGrams", accepted.grams())
                                .with("rejectedGrams", rejected.grams())
                                .with("reason", reason.text()),
                        goesTo);
            case Event.Rejected(var _, var reason, var goesTo) ->
                goingTo(Json.Obj.of().with("reason", reason.text()), goesTo);
            case Event.Corrected(var _, var corrects, var correction) -> {
                var data = Json.Obj.of()
                        .with("corrects", corrects.toString())
                        .with("noteNumber", correction.noteNumber().map(NoteNumber::toString));
                if (correction.waste().isPresent()) {
                    data = waste(data, correction.waste().get());
                }
                yield correction.mass().isPresent()
                        ? data.with("massGrams", correction.mass().get().grams())
                        : data;
            }
        };
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement statement, Fields data) {
        return Consignment.happened(command(type, statement, data, ConsignmentJson::recordedWaste));
    }

    /**
     * The command that a statement of that type makes.
     *
     * @param type the type of the event that it wants to cause
     * @param data its {@code data}, without {@code personal}
     * @throws WrongField if data is not what that type needs; its cause is {@link WasteCatalogue.UnknownWasteCode} where
     *     the catalogue lacks the waste code
     */
    public static Command command(String type, Statement statement, Fields data, WasteList list) {
        return command(type, statement, data, (_, code) -> list.parse(code, BerlinDay.of(statement.happenedAt())));
    }

    private static Command command(
            String type, Statement statement, Fields data, BiFunction<Fields, String, WasteCode> waste) {
        Command command = switch (type) {
            case OPENED ->
                new Command.Open(
                        statement,
                        new Opening(
                                data.optionalParsed("noteNumber", NoteNumber::new),
                                data.optionalParsed("certificate", CertificateNumber::new),
                                data.parsed("wasteCode", code -> waste.apply(data, code)),
                                data.counted("declaredGrams", Mass::new),
                                PartyJson.party(data.object("generator")),
                                PartyJson.organisation(data.object("carrier")),
                                PartyJson.party(data.object("plant"))));
            case RELEASED -> new Command.Release(statement);
            case PICKED_UP ->
                new Command.PickUp(statement, data.optionalCounted("loadedGrams", Mass::new), agreement(data));
            case HANDED_OVER -> {
                var to = data.object("to");
                var store = to.optionalParsed("store", SiteNumber::new);
                yield new Command.HandOver(statement, PartyJson.organisation(to), store);
            }
            case TAKEN_OVER -> new Command.TakeOver(statement, agreement(data));
            case TRANSFER_NOTE_ENTERED ->
                new Command.EnterTransferNote(
                        statement,
                        data.parsed("transferNote", Uuid7::parse),
                        data.parsed("site", SiteNumber::new),
                        data.parsed("wasteCode", code -> waste.apply(data, code)),
                        data.counted("massGrams", Mass::new));
            case TAKEN_BACK -> new Command.TakeBack(statement, data.counted("massGrams", Mass::new));
            case CORRECTION_AGREED -> new Command.AgreeTo(statement, data.parsed("correction", StatementId::parse));
            case CORRECTION_DECLINED -> new Command.Decline(statement, data.parsed("correction", StatementId::parse));
            case DELIVERED -> new Command.Deliver(statement);
            case ACCEPTED -> new Command.Accept(statement, data.counted("acceptedGrams", Mass::new));
            case PARTLY_ACCEPTED ->
                new Command.AcceptInPart(
                        statement,
                        data.counted("acceptedGrams", Mass::new),
                        data.counted("rejectedGrams", Mass::new),
                        data.parsed("reason", Reason::parse),
                        data.optionalObject("goesTo").map(PartyJson::party));
            case REJECTED ->
                new Command.Reject(
                        statement,
                        data.parsed("reason", Reason::parse),
                        data.optionalObject("goesTo").map(PartyJson::party));
            case CORRECTED ->
                new Command.Correct(statement, data.parsed("corrects", StatementId::parse), correction(data, waste));
            case CANCELLED -> new Command.Cancel(statement);
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }

    private static Correction correction(Fields data, BiFunction<Fields, String, WasteCode> waste) {
        var wasteCode = data.optionalParsed("wasteCode", code -> waste.apply(data, code));
        var mass = data.optionalCounted("massGrams", Mass::new);
        var noteNumber = data.optionalParsed("noteNumber", NoteNumber::new);
        if (wasteCode.isEmpty() && mass.isEmpty() && noteNumber.isEmpty()) {
            throw new WrongField(data.at("massGrams"), "is missing, and so are wasteCode and noteNumber: name one");
        }
        return new Correction(wasteCode, mass, noteNumber);
    }

    private static Json.Obj goingTo(Json.Obj data, Optional<Party> goesTo) {
        return goesTo.isPresent() ? data.with("goesTo", PartyJson.party(goesTo.get())) : data;
    }

    private static Json.Obj agreed(Json.Obj data, Agreement agreement) {
        return agreement == Agreement.IN_WRITING ? data.with("laterAgreedInWriting", true) : data;
    }

    private static Agreement agreement(Fields data) {
        return data.optionalBool("laterAgreedInWriting").orElse(false) ? Agreement.IN_WRITING : Agreement.NONE;
    }

    private static WasteCode recordedWaste(Fields data, String digits) {
        return new WasteCode(digits, data.bool("hazardous"));
    }

    private static Json.Obj waste(Json.Obj data, WasteCode waste) {
        return data.with("wasteCode", waste.digits()).with("hazardous", waste.hazardous());
    }
}
