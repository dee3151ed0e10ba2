package org.wegweis.evidence.longterm;

/** Why an evidence record does not show what it should. */
public final class Broken extends RuntimeException {
    Broken(String message) {
        super(message);
    }
}
