package org.wegweis.ledgerbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;

class FrontierTest {
    private final Random random = new Random(3);
    private final List<byte[]> entries = IntStream.range(0, 700)
            .mapToObj(_ -> {
                byte[] entry = new byte[32];
                random.nextBytes(entry);
                return entry;
            })
            .toList();

    @Test
    void it_has_the_root_of_the_log_at_every_size() {
        var tiles = new HashMap<TilePath, byte[]>();
        new TiledLog(_ -> Optional.empty())
                .append(0, entries)
                .tiles()
                .forEach((path, tile) -> tiles.put(path.full(), tile));
        var log =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        var frontier = new Frontier();
        for (byte[] entry : entries) {
            frontier.append(TreeHash.leaf(entry));
            assertThat(frontier.head()).isEqualTo(log.head(frontier.size()));
            assertThat(new Frontier(frontier.size(), frontier.peaks()).head()).isEqualTo(frontier.head());
        }
    }

    @Test
    void a_whole_subtree_counts_as_its_leaves() {
        var one = new Frontier();
        var roots = new ArrayList<TreeHash>();
        for (byte[] entry : entries.subList(0, 512)) {
            one.append(0, TreeHash.leaf(entry), (height, _, root) -> {
                if (height == 8) roots.add(root);
            });
        }
        var other = new Frontier();
        for (var root : roots) other.append(8, root, (_, _, _) -> {});
        assertThat(other.head()).isEqualTo(one.head());
        other.append(TreeHash.leaf(new byte[0]));
        assertThatThrownBy(() -> other.append(8, roots.getFirst(), (_, _, _) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
