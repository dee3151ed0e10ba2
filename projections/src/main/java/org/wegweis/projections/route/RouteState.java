package org.wegweis.projections.route;

import java.util.Locale;

/** Where a consignment stands, as the console and other readers are told. */
public enum RouteState {
    OPENED,
    ON_THE_ROAD,
    AT_THE_PLANT,
    ACCEPTED,
    PARTLY_ACCEPTED,
    REJECTED,
    CANCELLED;

    /** For example {@code on-the-road}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RouteState parse(String text) {
        for (RouteState state : values()) if (state.text().equals(text)) return state;
        throw new IllegalArgumentException("no such state: " + text);
    }
}
