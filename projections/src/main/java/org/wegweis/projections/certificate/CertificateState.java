package org.wegweis.projections.certificate;

import java.util.Locale;
import org.wegweis.kernel.certificate.State;

/** Where a certificate stands, as readers are told. */
enum CertificateState {
    DECLARED,
    AGREED,
    SUBMITTED,
    VALID,
    REFUSED,
    REVOKED,
    EXPIRED;

    static CertificateState of(State.Existing state) {
        return switch (state) {
            case State.Declared _ -> DECLARED;
            case State.Agreed _ -> AGREED;
            case State.Submitted _ -> SUBMITTED;
            case State.Valid _ -> VALID;
            case State.Ended(var _, var end) ->
                switch (end) {
                    case REFUSED -> REFUSED;
                    case REVOKED -> REVOKED;
                    case EXPIRED -> EXPIRED;
                };
        };
    }

    /** For example {@code submitted}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CertificateState parse(String text) {
        for (CertificateState state : values()) if (state.text().equals(text)) return state;
        throw new IllegalArgumentException("no such state of a certificate: " + text);
    }
}
