package org.wegweis.kernel.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The calendar day that German law means: that of Europe/Berlin. */
public final class BerlinDay {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private BerlinDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, BERLIN);
    }

    /** @throws IllegalArgumentException if it is no day (ISO 8601) */
    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a day such as 2026-11-24", e);
        }
    }

    /** The first instant of that day. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(BERLIN).toInstant();
    }
}
