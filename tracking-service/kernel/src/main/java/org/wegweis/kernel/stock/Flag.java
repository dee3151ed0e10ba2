package org.wegweis.kernel.stock;

/** What is odd about a treatment. It was done, so it is recorded and flagged, not refused. */
public enum Flag {
    /** Hazardous waste went together with waste of another code: only in a plant permitted for it (§9a(1), (2) KrWG). */
    MIXED_HAZARDOUS,
    /** Only hazardous waste went in, and waste that is not hazardous came out (§9a(1) KrWG names dilution). */
    HAZARD_LOST;

    /** As records and statements write it, for example {@code mixed-hazardous}. */
    public String text() {
        return Words.text(this);
    }

    public static Flag parse(String text) {
        return Words.parse(values(), text, "flag");
    }
}
