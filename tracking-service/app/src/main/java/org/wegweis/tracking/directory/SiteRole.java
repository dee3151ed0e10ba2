package org.wegweis.tracking.directory;

import java.util.Locale;

/** In which role a site has its official number (§28 NachwV); one site may have several. */
public enum SiteRole {
    GENERATOR,
    CARRIER,
    PLANT,
    /** A place of short-term storage on the way. */
    STORE,
    DEALER,
    BROKER;

    /** As the directory writes it, for example {@code plant}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SiteRole parse(String text) {
        for (SiteRole role : values()) if (role.text().equals(text)) return role;
        throw new IllegalArgumentException(
                "a site is of a generator, carrier, plant, store, dealer or broker, not: " + text);
    }
}
