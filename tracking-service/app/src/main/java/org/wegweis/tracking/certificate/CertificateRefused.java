package org.wegweis.tracking.certificate;

import org.wegweis.kernel.certificate.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The certificate's rules forbid it. */
public final class CertificateRefused extends Refused {
    private final Refusal reason;

    CertificateRefused(Refusal reason) {
        super(reason, CertificateProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
