package org.wegweis.tracking.permit;

import java.util.Set;
import org.wegweis.kernel.permit.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of a paper is called. */
public final class PermitWords {
    private PermitWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, PermitProblems::problem);
    }
}
