package org.wegweis.kernel.permit;

import java.util.Locale;

/** What kind of paper it is. */
public enum Kind {
    /** Anzeige of a collector, carrier, dealer or broker. */
    NOTIFICATION("KrWG §53(1)", "Anzeige"),
    /** Erlaubnis to collect or carry hazardous waste. */
    CARRIER_PERMIT("KrWG §54(1)", "Erlaubnis"),
    /** Zertifikat of an Entsorgungsfachbetrieb. */
    EFB_CERTIFICATE("KrWG §56(3)", "Efb-Zertifikat"),
    /** Genehmigung of a plant. */
    PLANT_PERMIT("KrWG §35; BImSchG §4", "Anlagengenehmigung");

    private final String paragraph;
    private final String german;

    Kind(String paragraph, String german) {
        this.paragraph = paragraph;
        this.german = german;
    }

    public String paragraph() {
        return paragraph;
    }

    public String german() {
        return german;
    }

    /** As records and statements write it, for example {@code carrier-permit}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind parse(String text) {
        for (Kind kind : values()) if (kind.text().equals(text)) return kind;
        throw new IllegalArgumentException(
                "a paper is notification, carrier-permit, efb-certificate or plant-permit, not: " + text);
    }
}
