package org.wegweis.kernel.event;

import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.transfernote.TransferNoteJson;

/** Which room reads and writes which record: a type's first word says whose it is. */
public final class Events {
    public static final String CONSIGNMENT = "consignment";
    public static final String CERTIFICATE = "certificate";
    public static final String TRANSFER_NOTE = "transfer-note";

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
            default -> throw unknown(event);
        };
    }

    public static Json.Obj data(Stated event) {
        return switch (event) {
            case org.wegweis.kernel.consignment.Event e -> ConsignmentJson.data(e);
            case org.wegweis.kernel.certificate.Event e -> CertificateJson.data(e);
            case org.wegweis.kernel.transfernote.Event e -> TransferNoteJson.data(e);
            default -> throw unknown(event);
        };
    }

    /** The event that a record holds. */
    public static Stated event(EventRecord record) {
        return switch (kind(record.type())) {
            case CERTIFICATE -> CertificateJson.event(record);
            case TRANSFER_NOTE -> TransferNoteJson.event(record);
            default -> ConsignmentJson.event(record);
        };
    }

    private static IllegalArgumentException unknown(Stated stated) {
        return new IllegalArgumentException("no event: " + stated.getClass());
    }
}
