package org.wegweis.tracking.keeping;

import java.time.Instant;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.tracking.outage.Outages;

/** Tells which organisation has reported which outages; states nothing. */
final class OutageKeeper implements Keeper {
    private final Outages outages;

    OutageKeeper(Outages outages) {
        this.outages = outages;
    }

    @Override
    public void read(Stated event) {
        if (event instanceof Event.Reported reported) outages.note(reported);
    }

    @Override
    public void act(Instant now) {}
}
