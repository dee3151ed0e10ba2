package org.wegweis.ledgerbridge.ordering;

/** What came contradicts what is in the log or what a chain must be. Trying again changes nothing: a human must look. */
final class Broken extends RuntimeException {
    Broken(String message) {
        super(message);
    }

    Broken(String message, Throwable cause) {
        super(message, cause);
    }
}
