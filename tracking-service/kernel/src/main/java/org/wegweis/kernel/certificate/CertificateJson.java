package org.wegweis.kernel.certificate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** Certificate events as a record's {@code type} and {@code data}. Masses are whole grams, days are ISO 8601 dates. */
public final class CertificateJson {
    public static final String DECLARED = "certificate.declared.v1";
    public static final String DECLARATION_ACCEPTED = "certificate.declaration-accepted.v1";
    public static final String SUBMITTED = "certificate.submitted.v1";
    public static final String PRIVILEGED = "certificate.privileged.v1";
    public static final String RECEIPT_ACKNOWLEDGED = "certificate.receipt-acknowledged.v1";
    public static final String PAPERS_DEMANDED = "certificate.papers-demanded.v1";
    public static final String PAPERS_SUPPLIED = "certificate.papers-supplied.v1";
    public static final String CONFIRMED = "certificate.confirmed.v1";
    public static final String CONFIRMED_BY_SILENCE = "certificate.confirmed-by-silence.v1";
    public static final String REFUSED = "certificate.refused.v1";
    public static final String CONFIRMATION_ORDERED = "certificate.confirmation-ordered.v1";
    public static final String REVOKED = "certificate.revoked.v1";
    public static final String EXPIRED = "certificate.expired.v1";
    public static final String DRAWN = "certificate.drawn.v1";
    public static final String SETTLED = "certificate.settled.v1";

    private CertificateJson() {}

    public static String type(Event event) {
        return switch (event) {
            case Event.Declared _ -> DECLARED;
            case Event.DeclarationAccepted _ -> DECLARATION_ACCEPTED;
            case Event.Submitted _ -> SUBMITTED;
            case Event.Privileged _ -> PRIVILEGED;
            case Event.ReceiptAcknowledged _ -> RECEIPT_ACKNOWLEDGED;
            case Event.PapersDemanded _ -> PAPERS_DEMANDED;
            case Event.PapersSupplied _ -> PAPERS_SUPPLIED;
            case Event.Confirmed _ -> CONFIRMED;
            case Event.ConfirmedBySilence _ -> CONFIRMED_BY_SILENCE;
            case Event.Refused _ -> REFUSED;
            case Event.ConfirmationOrdered _ -> CONFIRMATION_ORDERED;
            case Event.Revoked _ -> REVOKED;
            case Event.Expired _ -> EXPIRED;
            case Event.Drawn _ -> DRAWN;
            case Event.Settled _ -> SETTLED;
        };
    }

    /** A record's {@code data}. */
    public static Json.Obj data(Event event) {
        return StatementJson.withDigests(matter(event), event.statement());
    }

    private static Json.Obj matter(Event event) {
        return switch (event) {
            case Event.Declared(var _, var d) ->
                Json.Obj.of()
                        .with("kind", d.kind().letters())
                        .with("wasteCode", d.waste().digits())
                        .with("hazardous", d.waste().hazardous())
                        .with("applicant", PartyJson.party(d.applicant()))
                        .with("plant", PartyJson.party(d.plant()))
                        .with("operation", d.operation().code())
                        .with("quantityGrams", d.quantity().grams())
                        .with("until", d.until().toString());
            case Event.Submitted(var _, var number) -> Json.Obj.of().with("number", number.toString());
            case Event.Privileged(var _, var number, var privilege, var until) ->
                Json.Obj.of()
                        .with("number", number.toString())
                        .with("privilege", privilege.text())
                        .with("until", until.toString());
            case Event.ReceiptAcknowledged(var _, var received) ->
                Json.Obj.of().with("receivedOn", received.toString());
            case Event.PapersDemanded(var _, var essential) -> Json.Obj.of().with("essential", essential);
            case Event.Confirmed(var _, var until, var quantity) ->
                Json.Obj.of().with("until", until.toString()).with("quantityGrams", quantity.grams());
            case Event.ConfirmedBySilence(var _, var received, var until) ->
                Json.Obj.of().with("receivedOn", received.toString()).with("until", until.toString());
            case Event.Drawn(var _, var load, var mass, var site, var flags) ->
                Json.Obj.of()
                        .with(name(load), load.toString())
                        .with("massGrams", mass.grams())
                        .with("site", site.map(SiteNumber::toString))
                        .with("flags", flags(flags));
            case Event.Settled(var _, var load, var accepted, var flags) ->
                Json.Obj.of()
                        .with(name(load), load.toString())
                        .with("acceptedGrams", accepted.grams())
                        .with("flags", flags(flags));
            case Event.DeclarationAccepted _,
                    Event.PapersSupplied _,
                    Event.Refused _,
                    Event.ConfirmationOrdered _,
                    Event.Revoked _,
                    Event.Expired _ -> Json.Obj.of();
        };
    }

    /** The event that a record's data means. */
    public static Event event(String type, Statement s, Fields data) {
        Event event = switch (type) {
            case DECLARED ->
                new Event.Declared(s, declaration(data, new WasteCode(data.text("wasteCode"), data.bool("hazardous"))));
            case DECLARATION_ACCEPTED -> new Event.DeclarationAccepted(s);
            case SUBMITTED -> new Event.Submitted(s, data.parsed("number", CertificateNumber::new));
            case PRIVILEGED ->
                new Event.Privileged(
                        s,
                        data.parsed("number", CertificateNumber::new),
                        data.parsed("privilege", Privilege::parse),
                        data.parsed("until", BerlinDay::parse));
            case RECEIPT_ACKNOWLEDGED -> new Event.ReceiptAcknowledged(s, data.parsed("receivedOn", BerlinDay::parse));
            case PAPERS_DEMANDED -> new Event.PapersDemanded(s, data.bool("essential"));
            case PAPERS_SUPPLIED -> new Event.PapersSupplied(s);
            case CONFIRMED ->
                new Event.Confirmed(
                        s, data.parsed("until", BerlinDay::parse), data.counted("quantityGrams", Mass::new));
            case CONFIRMED_BY_SILENCE ->
                new Event.ConfirmedBySilence(
                        s, data.parsed("receivedOn", BerlinDay::parse), data.parsed("until", BerlinDay::parse));
            case REFUSED -> new Event.Refused(s);
            case CONFIRMATION_ORDERED -> new Event.ConfirmationOrdered(s);
            case REVOKED -> new Event.Revoked(s);
            case EXPIRED -> new Event.Expired(s);
            case DRAWN ->
                new Event.Drawn(
                        s,
                        load(data),
                        data.counted("massGrams", Mass::new),
                        data.optionalParsed("site", SiteNumber::new),
                        flags(data));
            case SETTLED -> new Event.Settled(s, load(data), data.counted("acceptedGrams", Mass::new), flags(data));
            default -> throw new WrongField("/type", "is not a type of certificate event known here: " + type);
        };
        data.noMore();
        return event;
    }

    /**
     * The command that a statement of that type makes.
     *
     * @param type the type of the event that it wants to cause
     * @param data its {@code data}, without {@code personal}
     * @throws WrongField if data is not what that type needs; its cause is {@link WasteCatalogue.UnknownWasteCode} where
     *     the catalogue lacks the waste code
     */
    public static Command command(String type, Statement s, Fields data, WasteList list) {
        Command command = switch (type) {
            case DECLARED ->
                new Command.Declare(
                        s,
                        declaration(
                                data,
                                data.parsed("wasteCode", code -> list.parse(code, BerlinDay.of(s.happenedAt())))));
            case DECLARATION_ACCEPTED -> new Command.AcceptDeclaration(s);
            case SUBMITTED ->
                new Command.Submit(
                        s,
                        data.parsed("number", CertificateNumber::new),
                        data.optionalParsed("privilege", Privilege::parse));
            case RECEIPT_ACKNOWLEDGED -> new Command.AcknowledgeReceipt(s, data.parsed("receivedOn", BerlinDay::parse));
            case PAPERS_DEMANDED -> new Command.DemandPapers(s, data.bool("essential"));
            case PAPERS_SUPPLIED -> new Command.SupplyPapers(s);
            case CONFIRMED ->
                new Command.Confirm(
                        s, data.parsed("until", BerlinDay::parse), data.counted("quantityGrams", Mass::new));
            case REFUSED -> new Command.Refuse(s);
            case CONFIRMATION_ORDERED -> new Command.OrderConfirmation(s);
            case REVOKED -> new Command.Revoke(s);
            default -> throw new WrongField("/type", "is not a type of statement known here: " + type);
        };
        data.noMore();
        return command;
    }

    private static Declaration declaration(Fields data, WasteCode waste) {
        return new Declaration(
                data.parsed("kind", Kind::parse),
                waste,
                PartyJson.party(data.object("applicant")),
                PartyJson.party(data.object("plant")),
                data.parsed("operation", Operation::new),
                data.counted("quantityGrams", Mass::new),
                data.parsed("until", BerlinDay::parse));
    }

    private static Json.Arr flags(Set<Flag> flags) {
        return new Json.Arr(flags.stream()
                .sorted()
                .<Json>map(flag -> new Json.Text(flag.text()))
                .toList());
    }

    private static Set<Flag> flags(Fields data) {
        var items = data.take("flags").orElse(new Json.Arr(List.of()));
        if (!(items instanceof Json.Arr(var texts))) throw new WrongField(data.at("flags"), "must be an array");
        var flags = EnumSet.noneOf(Flag.class);
        for (var text : texts) {
            if (!(text instanceof Json.Text(var value))) {
                throw new WrongField(data.at("flags"), "must hold strings");
            }
            flags.add(Flag.parse(value));
        }
        return flags;
    }

    private static String name(LoadId load) {
        return switch (load.kind()) {
            case CONSIGNMENT -> "consignment";
            case TRANSFER_NOTE -> "transferNote";
        };
    }

    private static LoadId load(Fields data) {
        return data.optionalParsed("transferNote", Uuid7::parse)
                .map(LoadId::transferNote)
                .orElseGet(() -> LoadId.consignment(data.parsed("consignment", Uuid7::parse)));
    }
}
