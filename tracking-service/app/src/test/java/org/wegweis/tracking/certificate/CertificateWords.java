package org.wegweis.tracking.certificate;

import java.util.Set;
import org.wegweis.kernel.certificate.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of a certificate is called. */
public final class CertificateWords {
    private CertificateWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, CertificateProblems::problem);
    }
}
