package org.wegweis.tracking.outage;

import java.util.Set;
import org.wegweis.kernel.outage.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of an outage is called. */
public final class OutageWords {
    private OutageWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, OutageProblems::problem);
    }
}
