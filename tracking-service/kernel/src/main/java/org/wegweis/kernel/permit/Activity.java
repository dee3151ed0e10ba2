package org.wegweis.kernel.permit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.wegweis.kernel.certificate.Operation;

/** What an Entsorgungsfachbetrieb may be certified for (§56(2) Nr. 1 KrWG). */
public enum Activity {
    COLLECTING("sammeln"),
    CARRYING("befördern"),
    STORING("lagern"),
    TREATING("behandeln"),
    RECOVERING("verwerten"),
    DISPOSING("beseitigen"),
    DEALING("handeln"),
    BROKING("makeln");

    /** Those with which waste is on the road. */
    static final Set<Activity> ON_THE_ROAD = EnumSet.of(COLLECTING, CARRYING);

    private final String german;

    Activity(String german) {
        this.german = german;
    }

    public String german() {
        return german;
    }

    /** As records and statements write it, for example {@code carrying}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Activity parse(String text) {
        for (Activity activity : values()) if (activity.text().equals(text)) return activity;
        throw new IllegalArgumentException(
                "an activity is collecting, carrying, storing, treating, recovering, disposing,"
                        + " dealing or broking, not: " + text);
    }

    /**
     * Which of them a plant does with waste under that operation; one of them in a certificate is enough. The statutes do
     * not set the two lists side by side: this is how we read Anlagen 1 and 2 KrWG.
     */
    static Set<Activity> of(Operation operation) {
        return switch (operation.code()) {
            case "D15", "R13" -> EnumSet.of(STORING);
            case "D2", "D8", "D9", "D10", "D13", "D14" -> EnumSet.of(TREATING, DISPOSING);
            default -> operation.code().startsWith("R") ? EnumSet.of(TREATING, RECOVERING) : EnumSet.of(DISPOSING);
        };
    }
}
