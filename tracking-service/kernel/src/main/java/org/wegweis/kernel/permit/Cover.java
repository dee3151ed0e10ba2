package org.wegweis.kernel.permit;

import java.util.Optional;

/** What papers say about something that is done on a day. */
public sealed interface Cover {
    /** By a paper that counts that day. */
    record Covered() implements Cover {}

    /** No paper is needed for it. */
    record Exempt() implements Cover {}

    /** There are papers of that kind, and none of them covers it. */
    record NotCovered(Shortfall why) implements Cover {}

    /** There is no paper of that kind; which does not mean that its holder has none. */
    record NothingOnFile() implements Cover {}

    /** What stands against it, if papers do. */
    default Optional<Shortfall> shortfall() {
        return this instanceof NotCovered(var why) ? Optional.of(why) : Optional.empty();
    }
}
