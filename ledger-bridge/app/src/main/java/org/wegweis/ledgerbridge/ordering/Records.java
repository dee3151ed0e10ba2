package org.wegweis.ledgerbridge.ordering;

import java.util.List;

/** Where all records are once more, in the order of their positions. */
interface Records extends AutoCloseable {

    /**
     * Those that come next; at least one, the first of them at that position.
     *
     * @param most how many at most, at least one
     * @throws OutOfReach if what is there does not reach back to it
     */
    List<Arrival> from(long position, int most) throws InterruptedException;

    @Override
    void close();

    /** A record that nobody has here any more. Another place may. */
    final class OutOfReach extends RuntimeException {
        OutOfReach(String where, long position) {
            super(where + " does not have the record at position " + position);
        }
    }
}
