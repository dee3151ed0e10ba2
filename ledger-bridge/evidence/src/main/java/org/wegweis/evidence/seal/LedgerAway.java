package org.wegweis.evidence.seal;

import java.util.Locale;

/**
 * The ledger cannot be asked now, or did not answer to the end; trying again later is right and seals nothing twice. The
 * message is for people and names no secret.
 */
public final class LedgerAway extends RuntimeException {

    /** How far a request came. */
    public enum At {
        /** A question that changes nothing. */
        QUERY,
        /** Nobody, or too few, confirmed what the contract says: nothing was sealed. */
        ENDORSE,
        /** What was confirmed did not reach the orderers, or nobody knows whether it did. */
        SUBMIT,
        /** It is under way; how it ended is not known yet. */
        COMMIT_STATUS,
        /** The peers have marked it as invalid: nothing was sealed. */
        COMMIT_REFUSED,
        /** It is sealed, but what proves it is not together yet, or does not hold. */
        PROOF;

        /** For example {@code commit-status}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final At at;
    private final String why;

    public LedgerAway(At at, String message, Throwable cause) {
        super("ledger away, " + at.text() + ": " + message, cause);
        this.at = at;
        this.why = message;
    }

    public LedgerAway(At at, String message) {
        super("ledger away, " + at.text() + ": " + message);
        this.at = at;
        this.why = message;
    }

    /** The message without what says that the ledger is away, and where. */
    public String why() {
        return why;
    }

    public At at() {
        return at;
    }
}
