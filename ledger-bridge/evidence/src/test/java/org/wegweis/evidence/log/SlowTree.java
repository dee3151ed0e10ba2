package org.wegweis.evidence.log;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1 written down as they stand there. Slow and obvious. */
final class SlowTree {
    private SlowTree() {}

    static TreeHash root(List<byte[]> d) {
        int n = d.size();
        if (n == 0) return TreeHash.EMPTY;
        if (n == 1) return TreeHash.leaf(d.getFirst());
        int k = k(n);
        return TreeHash.node(root(d.subList(0, k)), root(d.subList(k, n)));
    }

    static List<TreeHash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) return List.of();
        int k = k(n);
        return m < k
                ? and(path(m, d.subList(0, k)), root(d.subList(k, n)))
                : and(path(m - k, d.subList(k, n)), root(d.subList(0, k)));
    }

    static List<TreeHash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<TreeHash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) return b ? List.of() : List.of(root(d));
        int k = k(n);
        return m <= k
                ? and(subproof(m, d.subList(0, k), b), root(d.subList(k, n)))
                : and(subproof(m - k, d.subList(k, n), false), root(d.subList(0, k)));
    }

    private static int k(int n) {
        int k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }

    private static List<TreeHash> and(List<TreeHash> list, TreeHash last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
