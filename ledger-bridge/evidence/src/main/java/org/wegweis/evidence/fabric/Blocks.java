package org.wegweis.evidence.fabric;

/** Where whoever makes a proof gets a channel's blocks from: a peer. */
@FunctionalInterface
public interface Blocks {

    /**
     * A block as a peer delivers it: {@code common.Block}.
     *
     * @throws IllegalArgumentException if there is none of that number
     */
    byte[] block(long number);
}
