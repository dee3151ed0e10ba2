package org.wegweis.tracking.stock;

import org.wegweis.kernel.stock.Refusal;
import org.wegweis.tracking.statement.Refused;

/** The stock's rules forbid it. */
public final class StockRefused extends Refused {
    private final Refusal reason;

    StockRefused(Refusal reason) {
        super(reason, StockProblems.problem(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
