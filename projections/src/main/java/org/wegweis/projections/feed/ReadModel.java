package org.wegweis.projections.feed;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Tables made from records. They can be emptied and made anew at any time. */
public interface ReadModel {

    /**
     * Folds records in. They come once, each subject's in its order, and stand in table {@code record} already, all of
     * them; what is written becomes visible with them. Knows no transaction: the feed has one.
     */
    void apply(JdbcOperations database, List<ReadRecord> taken);

    /** Whether it reads what the others write: then it gets a batch after them. */
    default boolean readsOthers() {
        return false;
    }

    /** Empties its tables. */
    void clear(JdbcOperations database);
}
