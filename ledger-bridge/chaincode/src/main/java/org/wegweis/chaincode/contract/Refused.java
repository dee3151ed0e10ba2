package org.wegweis.chaincode.contract;

import java.util.Optional;

/** A rule says no. It is caught at the room's door; whatever was written before it does not count. */
final class Refused extends RuntimeException {
    private final transient Answer.Refused answer;

    Refused(Fault fault, String says) {
        this(new Answer.Refused(fault, Optional.empty(), says));
    }

    Refused(Fault fault, String argument, String says) {
        this(new Answer.Refused(fault, Optional.of(argument), says));
    }

    private Refused(Answer.Refused answer) {
        super(answer.says(), null, false, false);
        this.answer = answer;
    }

    Answer.Refused answer() {
        return answer;
    }
}
