package org.wegweis.standalone;

/** Why Wegweis cannot start, in one sentence for the person who typed the command. */
final class StartProblem extends Exception {
    StartProblem(String sentence) {
        super(sentence);
    }

    StartProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
