package org.wegweis.evidence.longterm;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.wegweis.evidence.time.HashAlgorithm;

/**
 * A binary hash tree over groups of hash values (RFC 4998 §4.2). The parent of some values is the hash of them,
 * concatenated in ascending order; of one value it is that value itself. A node without a neighbour moves up as it is.
 */
final class HashTree {
    private final List<List<byte[]>> groups;
    /** The nodes by level, the groups' own values first, the root last. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /** @param groups at least one, each of at least one value */
    HashTree(HashAlgorithm algorithm, List<List<byte[]>> groups) {
        this.groups = groups.stream().map(HashTree::sorted).toList();
        levels.add(this.groups.stream().map(group -> parent(algorithm, group)).toList());
        while (levels.getLast().size() > 1) {
            var below = levels.getLast();
            var above = new ArrayList<byte[]>();
            for (int i = 0; i < below.size(); i += 2) {
                above.add(parent(algorithm, below.subList(i, Math.min(i + 2, below.size()))));
            }
            levels.add(above);
        }
    }

    byte[] root() {
        return levels.getLast().getFirst();
    }

    /**
     * What leads from one group to the root: first the values that share its parent, then those that share their
     * parent's parent, and so on. A group of one value stands in the first list beside its neighbour.
     *
     * @return nothing if that one value is the root
     */
    List<List<byte[]>> reduced(int group) {
        var lists = new ArrayList<List<byte[]>>();
        var own = groups.get(group);
        if (own.size() > 1) lists.add(own);
        int at = group;
        for (var level : levels.subList(0, levels.size() - 1)) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                boolean first = lists.isEmpty();
                lists.add(
                        first ? sorted(List.of(own.getFirst(), level.get(neighbour))) : List.of(level.get(neighbour)));
            }
            at /= 2;
        }
        return lists;
    }

    /** The root to which reduced lists lead (RFC 4998 §4.3, step 2). */
    static byte[] root(HashAlgorithm algorithm, List<List<byte[]>> reduced) {
        byte[] node = parent(algorithm, reduced.getFirst());
        for (var list : reduced.subList(1, reduced.size())) {
            var together = new ArrayList<>(list);
            together.add(node);
            node = parent(algorithm, together);
        }
        return node;
    }

    static List<byte[]> sorted(Collection<byte[]> values) {
        return values.stream().sorted(Arrays::compareUnsigned).toList();
    }

    private static byte[] parent(HashAlgorithm algorithm, List<byte[]> values) {
        if (values.size() == 1) return values.getFirst();
        var joined = new ByteArrayOutputStream();
        sorted(values).forEach(joined::writeBytes);
        return algorithm.hash(joined.toByteArray());
    }
}
