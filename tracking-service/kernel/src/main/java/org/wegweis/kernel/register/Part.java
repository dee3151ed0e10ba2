package org.wegweis.kernel.register;

import java.util.Locale;

/** In which part an organisation keeps an entry (§23 NachwV). Stores on the way keep none. */
public enum Part {
    GENERATOR,
    COLLECTOR,
    CARRIER,
    PLANT;

    /** For example {@code generator}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Part parse(String text) {
        for (Part part : values()) if (part.text().equals(text)) return part;
        throw new IllegalArgumentException("needs generator, collector, carrier or plant");
    }
}
