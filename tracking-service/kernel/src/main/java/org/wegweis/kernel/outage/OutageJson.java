package org.wegweis.kernel.outage;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementJson;

/** Outage events as a record's {@code type} and {@code data}. Times are RFC 3339 in UTC, whole milliseconds. */
public final class OutageJson {
    public static final String REPORTED = "outage.reported.v1";
    public static final String RECEIPT_USED = "outage.receipt-used.v1";
    public static final String RECEIPT_ENTERED = "outage.receipt-entered.v1";
    public static final String ENDED = "outage.ended.v1";

    private OutageJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Reported _ -> REPORTED;
            case Event.ReceiptUsed _ -> RECEIPT_USED;
            case Event.ReceiptEntered _ -> RECEIPT_ENTERED;
            case Event.Ended _ -> ENDED;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Reported(var _, var site, var cause, var since) ->
                Json.Obj.of()
                        .with("site", site.toString())
                        .with("cause", cause.text())
                        .with("since", since.toString());
            case Event.ReceiptUsed(var _, var number, var form, var usedAt) ->
                Json.Obj.of()
                        .with("number", number.toString())
                        .with("form", form.text())
                        .with("usedAt", usedAt.toString());
            case Event.ReceiptEntered(var _, var number, var consignment) ->
                Json.Obj.of().with("number", number.toString()).with("consignment", consignment.toString());
            case Event.Ended(var _, var at) -> Json.Obj.of().with("at", at.toString());
        };
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement statement, Fields data) {
        return Outage.happened(command(type, statement, data));
    }

    /**
     * The command that a statement of that type makes.
     *
     * @param data its {@code data}, without {@code personal}
     * @throws WrongField if data is not what that type needs
     */
    public static Command command(String type, Statement statement, Fields data) {
        Command command = switch (type) {
            case REPORTED ->
                new Command.Report(
                        statement,
                        data.parsed("site", OutageJson::site),
                        data.parsed("cause", Cause::parse),
                        data.parsed("since", OutageJson::instant));
            case RECEIPT_USED ->
                new Command.UseReceipt(
                        statement,
                        data.parsed("number", ReceiptNumber::new),
                        data.parsed("form", Form::parse),
                        data.parsed("usedAt", OutageJson::instant));
            case RECEIPT_ENTERED ->
                new Command.EnterReceipt(
                        statement,
                        data.parsed("number", ReceiptNumber::new),
                        data.parsed("consignment", ConsignmentId::parse));
            case ENDED -> new Command.End(statement, data.parsed("at", OutageJson::instant));
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }

    private static SiteNumber site(String text) {
        var site = new SiteNumber(text);
        if (site.ofCollection()) throw new IllegalArgumentException("stands for all generators of a Land, no site");
        return site;
    }

    /** Within the years that databases and programs agree on. */
    private static Instant instant(String text) {
        try {
            if (!text.matches("[0-9]{4}-.*")) throw new DateTimeParseException("not four digits of a year", text, 0);
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a time such as 2026-11-23T08:15:00Z", e);
        }
    }
}
