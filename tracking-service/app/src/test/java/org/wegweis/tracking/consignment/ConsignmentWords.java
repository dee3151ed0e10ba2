package org.wegweis.tracking.consignment;

import java.util.Set;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of a consignment is called. */
public final class ConsignmentWords {
    private ConsignmentWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, ConsignmentProblems::problem);
    }
}
