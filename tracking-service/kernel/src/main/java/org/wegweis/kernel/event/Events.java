package org.wegweis.kernel.event;

import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.statement.Stated;

/** Which room reads and writes which record: a type's first word says whose it is. */
public final class Events {
    public static final String CONSIGNMENT = "consignment";
    public static final String CERTIFICATE = "certificate";

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
            default -> throw unknown(event);
        };
    }

    public static Json.Obj data(Stated event) {
        return switch (event) {
            case org.wegweis.kernel.consignment.Event e -> ConsignmentJson.data(e);
            case org.wegweis.kernel.certificate.Event e -> CertificateJson.data(e);
            default -> throw unknown(event);
        };
    }

    /** The event that a record holds. */
    public static Stated event(EventRecord record) {
        return kind(record.type()).equals(CERTIFICATE) ? CertificateJson.event(record) : ConsignmentJson.event(record);
    }

    private static IllegalArgumentException unknown(Stated stated) {
        return new IllegalArgumentException("no event: " + stated.getClass());
    }
}
