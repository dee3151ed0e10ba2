package org.wegweis.evidence.fabric;

/** Bytes that prove nothing. The one exception of this room; both sentences are halves, without a full stop. */
public final class Broken extends IllegalArgumentException {
    private final String german;

    Broken(String german, String english) {
        super(english);
        this.german = german;
    }

    /** What no genuine network writes, so that nobody needs it in words of their own. */
    static Broken unreadable(String english) {
        return new Broken("nicht lesbar: " + english, "unreadable: " + english);
    }

    public String german() {
        return german;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
