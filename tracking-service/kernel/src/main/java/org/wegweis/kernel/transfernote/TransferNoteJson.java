package org.wegweis.kernel.transfernote;

import java.util.function.BiFunction;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** Transfer note events as a record's {@code type} and {@code data}. Masses are whole grams. */
public final class TransferNoteJson {
    public static final String ISSUED = "transfer-note.issued.v1";
    public static final String SIGNED = "transfer-note.signed.v1";
    public static final String ENTERED = "transfer-note.entered.v1";
    public static final String ENTRY_UNDONE = "transfer-note.entry-undone.v1";
    public static final String CANCELLED = "transfer-note.cancelled.v1";

    private TransferNoteJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Issued _ -> ISSUED;
            case Event.Signed _ -> SIGNED;
            case Event.Entered _ -> ENTERED;
            case Event.EntryUndone _ -> ENTRY_UNDONE;
            case Event.Cancelled _ -> CANCELLED;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Issued(var _, var c) ->
                Json.Obj.of()
                        .with("number", c.number().map(NoteNumber::toString))
                        .with("certificate", c.certificate().map(CertificateNumber::toString))
                        .with("wasteCode", c.waste().digits())
                        .with("hazardous", c.waste().hazardous())
                        .with("massGrams", c.mass().grams())
                        .with("generator", PartyJson.party(c.generator()))
                        .with("taker", PartyJson.organisation(c.taker()));
            case Event.Entered(var _, var consignment) -> Json.Obj.of().with("consignment", consignment.toString());
            case Event.Signed _, Event.EntryUndone _, Event.Cancelled _ -> Json.Obj.of();
        };
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement statement, Fields data) {
        return TransferNote.happened(
                command(type, statement, data, (fields, code) -> new WasteCode(code, fields.bool("hazardous"))));
    }

    /**
     * The command that a statement of that type makes.
     *
     * @param data its {@code data}, without {@code personal}
     * @throws WrongField if data is not what that type needs; see {@link
     *     org.wegweis.kernel.consignment.ConsignmentJson#command}
     */
    public static Command command(String type, Statement statement, Fields data, WasteList list) {
        return command(type, statement, data, (_, code) -> list.parse(code, BerlinDay.of(statement.happenedAt())));
    }

    private static Command command(
            String type, Statement statement, Fields data, BiFunction<Fields, String, WasteCode> waste) {
        Command command = switch (type) {
            case ISSUED ->
                new Command.Issue(
                        statement,
                        new Content(
                                data.optionalParsed("number", NoteNumber::new),
                                data.optionalParsed("certificate", CertificateNumber::new),
                                data.parsed("wasteCode", code -> waste.apply(data, code)),
                                data.counted("massGrams", Mass::new),
                                PartyJson.party(data.object("generator")),
                                PartyJson.organisation(data.object("taker"))));
            case SIGNED -> new Command.Sign(statement);
            case ENTERED -> new Command.Enter(statement, data.parsed("consignment", ConsignmentId::parse));
            case ENTRY_UNDONE -> new Command.UndoEntry(statement);
            case CANCELLED -> new Command.Cancel(statement);
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }
}
