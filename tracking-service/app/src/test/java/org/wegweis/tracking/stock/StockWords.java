package org.wegweis.tracking.stock;

import java.util.Set;
import org.wegweis.kernel.stock.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of a stock is called. */
public final class StockWords {
    private StockWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, StockProblems::problem);
    }
}
