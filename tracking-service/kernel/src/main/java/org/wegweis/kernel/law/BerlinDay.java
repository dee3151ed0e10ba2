package org.wegweis.kernel.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar day that German law means: that of Europe/Berlin. */
public final class BerlinDay {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private BerlinDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, BERLIN);
    }

    /** The first instant of that day. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(BERLIN).toInstant();
    }
}
