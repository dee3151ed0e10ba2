package org.wegweis.evidence.fabric;

/** Why a proof does not hold: half a sentence, in both languages, without a full stop. */
public final class WrongProof extends RuntimeException {
    private final String german;

    WrongProof(String german, String english) {
        super(english);
        this.german = german;
    }

    public String german() {
        return german;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
