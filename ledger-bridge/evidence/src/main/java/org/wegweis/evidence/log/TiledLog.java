package org.wegweis.evidence.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Merkle tree (RFC 9162 §2.1) kept as tiles of height 8 (C2SP tlog-tiles). It holds no state but its tiles, so every
 * question names the size it is asked for.
 *
 * <p>Entries are 0 to 65,535 bytes long. Each method throws {@link MissingTile} when the storage lacks what it needs.
 */
public final class TiledLog {
    private static final int HEIGHT = 8;

    private final Tiles tiles;

    public TiledLog(Tiles tiles) {
        this.tiles = tiles;
    }

    /** The head that the log had at that size. */
    public Head head(long size) {
        if (size == 0) return Head.EMPTY;
        return new Head(size, new Reading(size).range(0, size));
    }

    /**
     * Proof that the entry at an index is in the log of a size (RFC 9162 §2.1.3.1), from the leaf's sibling upwards.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public List<TreeHash> inclusionProof(long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("no entry " + index + " below " + size);
        var proof = new ArrayList<TreeHash>();
        new Reading(size).path(index, 0, size, proof);
        return List.copyOf(proof);
    }

    /**
     * Proof that the log of one size is the beginning of the log of another (RFC 9162 §2.1.4.1); empty for equal sizes.
     *
     * @throws IllegalArgumentException unless 0 &lt; from ≤ to
     */
    public List<TreeHash> consistencyProof(long from, long to) {
        if (from <= 0 || from > to) throw new IllegalArgumentException("nothing to prove from " + from + " to " + to);
        var proof = new ArrayList<TreeHash>();
        new Reading(to).subproof(from, 0, to, true, proof);
        return List.copyOf(proof);
    }

    /** What changes when the log of that size gets these entries. Nothing is written. */
    public Growth append(long size, List<byte[]> entries) {
        var appending = new Appending(size, this);
        entries.forEach(appending::add);
        return appending.growth(size);
    }

    /** The partial tile at the right end of a level that has so many items; empty if its last tile is full. */
    byte[] edge(int level, long items) {
        return items % TilePath.FULL == 0 ? new byte[0] : read(TilePath.last(level, items));
    }

    private byte[] read(TilePath path) {
        byte[] tile = tiles.read(path).orElseThrow(() -> new MissingTile(path));
        if (path.level() != TilePath.ENTRIES && tile.length != path.width() * TreeHash.LENGTH) {
            throw new MissingTile(path);
        }
        return tile;
    }

    /** Root of the complete subtree over some hashes of a tile; their number is a power of two. */
    private static TreeHash subtree(byte[] tile, int first, int count) {
        if (count == 1) {
            return TreeHash.of(Arrays.copyOfRange(tile, first * TreeHash.LENGTH, (first + 1) * TreeHash.LENGTH));
        }
        int half = count / 2;
        return TreeHash.node(subtree(tile, first, half), subtree(tile, first + half, half));
    }

    /** The largest power of two below n, which is at least 2. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /** One question to the tree of one size; reads each tile once. */
    private final class Reading {
        private final long size;
        private final Map<TilePath, byte[]> seen = new HashMap<>();

        Reading(long size) {
            this.size = size;
        }

        /** MTH(D[start:end]) of RFC 9162 §2.1.1; start is a multiple of every power of two below end - start. */
        TreeHash range(long start, long end) {
            long n = end - start;
            if (Long.bitCount(n) == 1) return complete(Long.numberOfTrailingZeros(n), start);
            long k = split(n);
            return TreeHash.node(range(start, start + k), range(start + k, end));
        }

        /** Root of the complete subtree over 2^height entries. */
        private TreeHash complete(int height, long start) {
            int level = height / HEIGHT;
            int within = height % HEIGHT;
            long first = start >>> (HEIGHT * level);
            long index = first / TilePath.FULL;
            long width = Math.min(TilePath.FULL, (size >>> (HEIGHT * level)) - index * TilePath.FULL);
            byte[] tile = seen.computeIfAbsent(new TilePath(level, index, (int) width), TiledLog.this::read);
            return subtree(tile, (int) (first % TilePath.FULL), 1 << within);
        }

        /** PATH(m, D[start:end]) of RFC 9162 §2.1.3.1; m counts from the log's beginning. */
        void path(long m, long start, long end, List<TreeHash> proof) {
            if (end - start == 1) return;
            long middle = start + split(end - start);
            if (m < middle) {
                path(m, start, middle, proof);
                proof.add(range(middle, end));
            } else {
                path(m, middle, end, proof);
                proof.add(range(start, middle));
            }
        }

        /** SUBPROOF(m, D[start:end], known) of RFC 9162 §2.1.4.1; m counts from the log's beginning. */
        void subproof(long m, long start, long end, boolean known, List<TreeHash> proof) {
            if (m == end) {
                if (!known) proof.add(range(start, end));
                return;
            }
            long middle = start + split(end - start);
            if (m <= middle) {
                subproof(m, start, middle, known, proof);
                proof.add(range(middle, end));
            } else {
                subproof(m, middle, end, false, proof);
                proof.add(range(start, middle));
            }
        }
    }
}
