package org.wegweis.ledgerbridge.audit;

/** Why an audit could not be run, or not to its end, in one sentence for the person who typed the command. */
final class Unfinished extends RuntimeException {
    Unfinished(String sentence) {
        super(sentence);
    }

    Unfinished(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
