package org.wegweis.ledgerbridge.audit;

import java.util.ArrayList;
import java.util.List;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;

/**
 * The right edge of a Merkle tree that grows leaf by leaf: as many hashes as its size has bits. A {@code TiledLog} needs
 * tiles for its root; what is to be found out here is whether the tiles are right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.2">RFC 9162 §2.1.2</a>
 */
final class Frontier {
    /** Told of every complete subtree. */
    @FunctionalInterface
    interface Completed {
        /** @param index among the subtrees of that height, from 0 */
        void subtree(int height, long index, TreeHash root);
    }

    private final List<TreeHash> peaks; // of the complete subtrees, the largest first
    private long size;

    Frontier() {
        this(0, List.of());
    }

    Frontier(long size, List<TreeHash> peaks) {
        if (peaks.size() != Long.bitCount(size)) throw new IllegalArgumentException("no edge of " + size + " leaves");
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    Frontier copy() {
        return new Frontier(size, peaks);
    }

    long size() {
        return size;
    }

    List<TreeHash> peaks() {
        return List.copyOf(peaks);
    }

    void append(TreeHash leaf) {
        append(0, leaf, (_, _, _) -> {});
    }

    /** Appends a complete subtree of 2^height leaves; the size so far is a multiple of that. */
    void append(int height, TreeHash root, Completed completed) {
        if (Long.numberOfTrailingZeros(size) < height) {
            throw new IllegalArgumentException("no subtree of height " + height + " begins at " + size);
        }
        var node = root;
        int at = height;
        completed.subtree(at, size >>> at, node);
        for (long bits = size >>> height; (bits & 1) == 1; bits >>>= 1) {
            node = TreeHash.node(peaks.removeLast(), node);
            at++;
            completed.subtree(at, size >>> at, node);
        }
        peaks.add(node);
        size += 1L << height;
    }

    Head head() {
        if (size == 0) return Head.EMPTY;
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) root = TreeHash.node(peaks.get(i), root);
        return new Head(size, root);
    }
}
