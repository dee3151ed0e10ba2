package org.wegweis.chaincode.contract;

import java.util.Optional;
import org.wegweis.kernel.json.Json;

/** What the contract answers. */
public sealed interface Answer {

    /** The bytes that go out. */
    Json.Obj json();

    /** It was done, was done before, or is shown. The member {@code answer} says what the others are. */
    record Given(Json.Obj json) implements Answer {}

    /**
     * Nothing was done.
     *
     * @param argument the one that is wrong, if it is one
     * @param says for people; programs go by the fault
     */
    record Refused(Fault fault, Optional<String> argument, String says) implements Answer {
        @Override
        public Json.Obj json() {
            return Json.Obj.of()
                    .with("error", fault.name())
                    .with("argument", argument)
                    .with("says", says);
        }
    }
}
