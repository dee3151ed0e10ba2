package org.wegweis.tracking.keeping;

import java.time.Instant;
import org.wegweis.kernel.statement.Stated;

/** Folds what it needs of the store, and states what follows from it and is missing. {@link Keeping}'s one thread calls it. */
public interface Keeper {

    /** One more event, in the order of positions. */
    void read(Stated event);

    /** States what is missing, as far as the store was read. What was stated before, the rules refuse. */
    void act(Instant now);
}
