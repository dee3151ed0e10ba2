package org.wegweis.evidence.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovableClock implements InstantSource {
    private Instant now;

    public MovableClock(Instant now) {
        this.now = now;
    }

    public void years(int years) {
        now = now.atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    public void to(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
