package org.wegweis.evidence.seal;

/** The ledger cannot be asked now; trying again later is right. */
public final class LedgerAway extends RuntimeException {
    public LedgerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
