package org.wegweis.kernel.permit;

import java.util.Locale;

/** Why papers that are on file do not cover something; of several reasons the first in this order is given. */
public enum Shortfall {
    /** One counts that day, but names other activities or operations. */
    OTHER_OPERATION("names other operations", "nennt andere Verfahren"),
    /** One counts that day, but names other waste codes. */
    OTHER_CODE("names other waste codes", "nennt andere Abfallschlüssel"),
    WITHDRAWN("was withdrawn by the authority", "ist von der Behörde widerrufen oder untersagt"),
    /** Its last day is over, or its holder has given it up. */
    ENDED("has ended", "ist beendet"),
    /** It counts from a later day on: no obstacle to a plan, which may be for later too. */
    NOT_BEGUN("begins later", "beginnt später");

    private final String english;
    private final String german;

    Shortfall(String english, String german) {
        this.english = english;
        this.german = german;
    }

    /** As an ending to “the paper …”. */
    public String english() {
        return english;
    }

    /** The same in German. */
    public String german() {
        return german;
    }

    /** Its stable name, for example {@code other-code}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
