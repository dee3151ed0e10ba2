package org.wegweis.evidence.verification;

import org.wegweis.evidence.verification.Step.Result;

/** What a look at something found. */
record Finding(Result result, Sentence sentence) {

    static Finding holds(String german, String english) {
        return new Finding(Result.HOLDS, new Sentence(german, english));
    }

    static Finding notChecked(String german, String english) {
        return new Finding(Result.NOT_CHECKED, new Sentence(german, english));
    }

    /** What only a trust file can decide, without one. */
    static Finding untrusted(String german, String english) {
        return notChecked(
                german + ": ohne Vertrauensdatei nicht geprüft.", english + ": not checked without a trust file.");
    }

    /** Why something does not hold; thrown, so that a look ends there. Half a sentence, without a full stop. */
    static Wrong wrong(String german, String english) {
        return new Wrong(new Sentence(german, english));
    }

    /** Thrown by {@link #wrong}. */
    static final class Wrong extends RuntimeException {
        private final Sentence sentence;

        private Wrong(Sentence sentence) {
            super(sentence.english());
            this.sentence = sentence;
        }

        Sentence sentence() {
            return sentence;
        }
    }
}
