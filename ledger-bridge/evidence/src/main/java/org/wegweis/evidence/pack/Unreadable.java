package org.wegweis.evidence.pack;

/** A file that is no evidence package at all, so that there is nothing to judge. */
public final class Unreadable extends IllegalArgumentException {

    /** Why. */
    public enum Reason {
        NOT_A_ZIP,
        /** A zip, but packed by somebody else, or with something hidden between its parts. */
        OTHER_ZIP,
        NOT_ASIC_E,
        TOO_LARGE,
        UNSAFE_NAME,
        DUPLICATE_NAME,
        NO_MANIFEST
    }

    private final Reason reason;

    Unreadable(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
