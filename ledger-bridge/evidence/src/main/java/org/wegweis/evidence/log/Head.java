package org.wegweis.evidence.log;

/**
 * What a log holds at one moment, in 40 bytes.
 *
 * @param size number of entries
 * @param root root of the Merkle tree over them
 */
public record Head(long size, TreeHash root) {

    /** The head of a log without entries. */
    public static final Head EMPTY = new Head(0, TreeHash.EMPTY);

    public Head {
        if (size < 0) throw new IllegalArgumentException("a log has no negative size: " + size);
        if (size == 0 && !root.equals(TreeHash.EMPTY)) {
            throw new IllegalArgumentException("the empty log has one root only");
        }
    }
}
