package org.wegweis.tracking.consignment;

import java.util.Locale;
import org.wegweis.kernel.consignment.State;

/** Where a consignment stands, in the words of the API. */
final class StateText {
    private StateText() {}

    static String of(State.Existing state) {
        return switch (state) {
            case State.Opened _ -> "opened";
            case State.OnTheRoad _ -> "on-the-road";
            case State.AtThePlant _ -> "at-the-plant";
            case State.Closed closed ->
                closed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
