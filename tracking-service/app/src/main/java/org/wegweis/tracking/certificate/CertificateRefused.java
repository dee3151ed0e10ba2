package org.wegweis.tracking.certificate;

import org.wegweis.kernel.certificate.Refusal;

/** The certificate's rules forbid it. */
public final class CertificateRefused extends RuntimeException {
    private final Refusal reason;

    CertificateRefused(Refusal reason) {
        super(reason.toString(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
