package org.wegweis.ledgerbridge.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/**
 * One of the two, log and ledger, has yet to come up to a size that the other has reached.
 *
 * @param since when that was seen first
 */
record Waiting(long size, Instant since) {

    /** What there is to wait for now: what was waited for, until it has come; then the next. */
    static Optional<Waiting> next(Optional<Waiting> before, long reached, long wanted, Instant now) {
        var still = before.filter(waiting -> waiting.size() > reached);
        if (still.isPresent() || wanted <= reached) return still;
        return Optional.of(new Waiting(wanted, now));
    }

    boolean isLonger(Duration than, Instant now) {
        return now.isAfter(since.plus(than));
    }

    static Waiting parse(Fields fields) {
        var waiting = new Waiting(fields.integer("size"), fields.parsed("since", Instant::parse));
        fields.noMore();
        return waiting;
    }

    Json.Obj json() {
        return Json.Obj.of().with("size", size).with("since", since.toString());
    }
}
