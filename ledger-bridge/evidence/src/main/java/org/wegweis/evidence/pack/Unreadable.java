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
    private final String part;

    Unreadable(Reason reason, String detail) {
        this(reason, "", detail);
    }

    /** @param part the name of the part where it was seen */
    Unreadable(Reason reason, String part, String detail) {
        super(part.isEmpty() ? detail : detail + ": " + part);
        this.reason = reason;
        this.part = part;
    }

    public Reason reason() {
        return reason;
    }

    /** The name of the part where it was seen, as the file has it; empty if it is about the file as a whole. */
    public String part() {
        return part;
    }
}
