package org.wegweis.ledgerbridge.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.kernel.record.Hash;

/**
 * Up to 256 places beside each other, as each source has them: the one leaf of each that the signed heads can vouch for
 * is looked for among what the sources say.
 *
 * @param entries the log's bundle
 * @param leaves the log's tile of level 0
 * @param rows SHA-256 of the store's bytes
 * @param topic the hashes of the topic's records
 */
record Block(
        List<Optional<Hash>> entries,
        List<Optional<TreeHash>> leaves,
        List<Optional<Hash>> rows,
        List<Optional<Hash>> topic) {

    /** No record has this leaf. */
    private static final TreeHash NOTHING = TreeHash.of(new byte[TreeHash.LENGTH]);

    /** With so many places in doubt, each is tried by itself; with more, only the sources as a whole. */
    private static final int MOST_DOUBTS = 64;

    /**
     * What should stand there.
     *
     * @param leaf what the log must have
     * @param entry of that leaf, if any source has it
     */
    record Truth(TreeHash leaf, Optional<Hash> entry) {}

    /**
     * The truth of each place.
     *
     * @param holds whether leaves give what a signed head, or the tile above, says
     * @return empty if none of what the sources say does; {@link #votes} then is all that can be said
     */
    Optional<List<Truth>> truth(Predicate<List<Truth>> holds) {
        var votes = votes();
        if (holds.test(votes)) return Optional.of(votes);
        int size = votes.size();
        var choices = new ArrayList<List<Truth>>();
        var doubts = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            var said = said(i);
            choices.add(List.copyOf(said.keySet()));
            if (said.size() > 1) doubts.add(i);
        }
        for (int source = 0; source < 4; source++) {
            var one = new ArrayList<>(votes);
            for (int i : doubts) {
                var leaf = leaf(source, i);
                if (leaf.isPresent()) one.set(i, new Truth(leaf.get(), entry(i, leaf.get())));
            }
            if (holds.test(one)) return Optional.of(one);
        }
        if (doubts.size() > MOST_DOUBTS) return Optional.empty();
        for (int i : doubts) {
            for (var choice : choices.get(i)) {
                var one = new ArrayList<>(votes);
                one.set(i, choice);
                if (holds.test(one)) return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** At each place what most say; of as many, what the log says. */
    List<Truth> votes() {
        var votes = new ArrayList<Truth>();
        for (int i = 0; i < entries.size(); i++) {
            var first = entries.get(i);
            if (first.isPresent() && first.equals(rows.get(i)) && first.equals(topic.get(i))) {
                // all agree, as nearly always, or the tile alone does not
                var leaf = TreeHash.leaf(first.get().bytes());
                votes.add(new Truth(leaf, first));
                continue;
            }
            var said = said(i);
            Truth most = new Truth(NOTHING, Optional.empty());
            int count = 0;
            for (var one : said.entrySet()) {
                if (one.getValue() > count) {
                    most = one.getKey();
                    count = one.getValue();
                }
            }
            votes.add(most);
        }
        return votes;
    }

    /** What is said of a place, and by how many: the log first. */
    private Map<Truth, Integer> said(int i) {
        var count = new HashMap<TreeHash, Integer>();
        var order = new ArrayList<TreeHash>();
        for (int source = 0; source < 4; source++) {
            leaf(source, i).ifPresent(leaf -> {
                if (count.merge(leaf, 1, Integer::sum) == 1) order.add(leaf);
            });
        }
        var said = new LinkedHashMap<Truth, Integer>();
        for (var leaf : order) said.put(new Truth(leaf, entry(i, leaf)), Objects.requireNonNull(count.get(leaf)));
        return said;
    }

    private Optional<TreeHash> leaf(int source, int i) {
        return switch (source) {
            case 0 -> leaves.get(i);
            case 1 -> entries.get(i).map(Block::leaf);
            case 2 -> topic.get(i).map(Block::leaf);
            default -> rows.get(i).map(Block::leaf);
        };
    }

    private Optional<Hash> entry(int i, TreeHash leaf) {
        return Stream.of(entries.get(i), topic.get(i), rows.get(i))
                .flatMap(Optional::stream)
                .filter(hash -> leaf(hash).equals(leaf))
                .findFirst();
    }

    static TreeHash leaf(Hash entry) {
        return TreeHash.leaf(entry.bytes());
    }

    /** The entries of a bundle, as far as it can be read; all are hashes of records. */
    static List<Optional<Hash>> bundle(Optional<byte[]> bytes, int width) {
        return items(bytes, width, Short.BYTES);
    }

    /** The hashes of a tile, as far as it reaches. */
    static List<Optional<TreeHash>> tile(Optional<byte[]> bytes, int width) {
        return items(bytes, width, 0).stream()
                .map(item -> item.map(hash -> TreeHash.of(hash.bytes())))
                .toList();
    }

    private static List<Optional<Hash>> items(Optional<byte[]> bytes, int width, int prefix) {
        var items = new ArrayList<Optional<Hash>>();
        int at = 0;
        for (int i = 0; i < width; i++) {
            Optional<Hash> item = Optional.empty();
            if (bytes.isPresent() && at + prefix + Hash.LENGTH <= bytes.get().length) {
                byte[] all = bytes.get();
                boolean whole = prefix == 0 || (all[at] == 0 && all[at + 1] == Hash.LENGTH);
                if (whole) item = Optional.of(Hash.of(Arrays.copyOfRange(all, at + prefix, at + prefix + Hash.LENGTH)));
                at += prefix + Hash.LENGTH;
            }
            items.add(item);
        }
        return items;
    }

    /** The root of the complete subtree of a full block. */
    static TreeHash root(List<Truth> block) {
        var level = block.stream().map(Truth::leaf).toList();
        if (level.size() != TilePath.FULL) throw new IllegalArgumentException("not a full block");
        while (level.size() > 1) {
            var above = new ArrayList<TreeHash>();
            for (int i = 0; i < level.size(); i += 2) above.add(TreeHash.node(level.get(i), level.get(i + 1)));
            level = above;
        }
        return level.getFirst();
    }
}
