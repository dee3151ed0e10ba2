package org.wegweis.kernel.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.outage.OutageJson;
import org.wegweis.kernel.permit.PermitJson;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.statement.StatementJson;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.transfernote.TransferNoteJson;

/** Which room reads and writes which record: a type's first word says whose it is. */
public final class Events {
    public static final String CONSIGNMENT = "consignment";
    public static final String CERTIFICATE = "certificate";
    public static final String TRANSFER_NOTE = "transfer-note";
    public static final String STOCK = "stock";
    public static final String PERMIT = "permit";
    public static final String OUTAGE = "outage";

    private static final Set<String> OPENING = Set.of(
            ConsignmentJson.OPENED,
            CertificateJson.DECLARED,
            TransferNoteJson.ISSUED,
            StockJson.BEGUN,
            PermitJson.FILED,
            OutageJson.REPORTED);

    private Events() {}

    /** The first word of a type, for example {@code consignment}. */
    public static String kind(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    public static String type(Stated event) {
        return switch (event) {
            case org.wegweis.kernel.consignment.Event e -> ConsignmentJson.type(e);
            case org.wegweis.kernel.certificate.Event e -> CertificateJson.type(e);
            case org.wegweis.kernel.transfernote.Event e -> TransferNoteJson.type(e);
            case org.wegweis.kernel.outage.Event e -> OutageJson.type(e);
            case org.wegweis.kernel.stock.Event e -> StockJson.type(e);
            case org.wegweis.kernel.permit.Event e -> PermitJson.type(e);
            default -> throw unknown(event);
        };
    }

    public static Json.Obj data(Stated event) {
        return switch (event) {
            case org.wegweis.kernel.consignment.Event e -> ConsignmentJson.data(e);
            case org.wegweis.kernel.certificate.Event e -> CertificateJson.data(e);
            case org.wegweis.kernel.transfernote.Event e -> TransferNoteJson.data(e);
            case org.wegweis.kernel.outage.Event e -> OutageJson.data(e);
            case org.wegweis.kernel.stock.Event e -> StockJson.data(e);
            case org.wegweis.kernel.permit.Event e -> PermitJson.data(e);
            default -> throw unknown(event);
        };
    }

    /** Whether events of that type begin their subject: its first record is one, and none of the later ones. */
    public static boolean opens(String type) {
        return OPENING.contains(type);
    }

    /** The event that a record holds. */
    public static Stated event(EventRecord record) {
        return event(
                record.type(),
                record.id(),
                record.subject(),
                record.actor(),
                record.happenedAt(),
                record.statement(),
                record.data());
    }

    /**
     * The event of a record that was taken apart.
     *
     * @param recorded its {@code data}
     * @throws WrongField if no event of that type has such data, or there is no such type
     */
    public static Stated event(
            String type,
            UUID id,
            UUID subject,
            Actor by,
            Instant happenedAt,
            Optional<Hash> commitment,
            Json.Obj recorded) {
        var data = Fields.of(recorded, "/data");
        var statement = new Statement(
                new StatementId(id), subject, by, happenedAt, StatementJson.takeDigests(data), commitment);
        return switch (kind(type)) {
            case CERTIFICATE -> CertificateJson.event(type, statement, data);
            case TRANSFER_NOTE -> TransferNoteJson.event(type, statement, data);
            case OUTAGE -> OutageJson.event(type, statement, data);
            case STOCK -> StockJson.event(type, statement, data);
            case PERMIT -> PermitJson.event(type, statement, data);
            default -> ConsignmentJson.event(type, statement, data);
        };
    }

    private static IllegalArgumentException unknown(Stated stated) {
        return new IllegalArgumentException("no event: " + stated.getClass());
    }
}
