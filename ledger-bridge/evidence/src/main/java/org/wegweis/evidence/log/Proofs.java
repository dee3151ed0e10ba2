package org.wegweis.evidence.log;

import java.util.List;

/** Checks proofs step by step as RFC 9162 says, to the last step. */
public final class Proofs {
    private Proofs() {}

    /**
     * Whether the path proves that a leaf stands at an index of the log with that head.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162 §2.1.3.2</a>
     */
    public static boolean included(TreeHash leaf, long index, Head head, List<TreeHash> path) {
        // 1. the index must lie below the size
        if (index < 0 || index >= head.size()) return false;
        // 2. and 3. start at the leaf
        long fn = index;
        long sn = head.size() - 1;
        TreeHash r = leaf;
        // 4. climb
        for (TreeHash p : path) {
            // 4.1 nothing may be left over
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                // 4.2 the sibling is on the left; skip the levels on which the last node has none
                r = TreeHash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                // 4.3 the sibling is on the right
                r = TreeHash.node(r, p);
            }
            // 4.4 one level up
            fn >>>= 1;
            sn >>>= 1;
        }
        // 5. the top is reached and is the root
        return sn == 0 && r.equals(head.root());
    }

    /**
     * Whether the path proves that the log with the first head is the beginning of the log with the second. The empty
     * log is the beginning of any, which is nothing to prove: size 0 is refused. Equal heads need an empty path.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162 §2.1.4.2</a>
     */
    public static boolean consistent(Head first, Head second, List<TreeHash> path) {
        if (first.size() == 0 || first.size() > second.size()) return false;
        if (first.size() == second.size()) return path.isEmpty() && first.equals(second);
        // 1. different sizes need a path
        if (path.isEmpty()) return false;
        // 2. a first tree that is complete is its own first node
        boolean complete = Long.bitCount(first.size()) == 1;
        TreeHash seed = complete ? first.root() : path.getFirst();
        List<TreeHash> rest = complete ? path : path.subList(1, path.size());
        // 3. and 4. skip what both trees share
        long fn = first.size() - 1;
        long sn = second.size() - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        // 5. both climb from the same node
        TreeHash fr = seed;
        TreeHash sr = seed;
        // 6. climb
        for (TreeHash c : rest) {
            // 6.1 nothing may be left over
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                // 6.2 the sibling is on the left, in both trees
                fr = TreeHash.node(c, fr);
                sr = TreeHash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                // 6.3 the sibling is on the right, in the second tree only
                sr = TreeHash.node(sr, c);
            }
            // 6.4 one level up
            fn >>>= 1;
            sn >>>= 1;
        }
        // 7. the top is reached and both are the roots
        return fr.equals(first.root()) && sr.equals(second.root()) && sn == 0;
    }
}
