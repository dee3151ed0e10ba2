package org.wegweis.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TiledLogTest {
    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    private static List<byte[]> entries(int count, Random random) {
        return Stream.generate(() -> {
                    byte[] entry = new byte[32];
                    random.nextBytes(entry);
                    return entry;
                })
                .limit(count)
                .toList();
    }

    /** A size that often lies at or beside the border of a tile, of a level, or of a power of two. */
    private static int anySize(Random random) {
        int near = new int[] {1, 2, 8, 256, 512, 1024, 3 * 256, 256 * 5 + 128}[random.nextInt(8)];
        return Math.max(1, random.nextBoolean() ? near + random.nextInt(-2, 3) : random.nextInt(1, 1500));
    }

    @Nested
    class Growing {
        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.evidence.log.TiledLogTest#seeds")
        void it_has_the_root_of_the_definition_however_it_grew(long seed) {
            var random = new Random(seed);
            var all = entries(anySize(random), random);
            var tiles = new TilesInMemory();
            Head head = Head.EMPTY;
            for (int at = 0; at < all.size(); ) {
                int more = Math.min(all.size() - at, random.nextInt(0, 400));
                head = tiles.append(all.subList(at, at + more));
                at += more;
            }
            assertThat(head).isEqualTo(new Head(all.size(), SlowTree.root(all)));
            for (int i = 0; i < 20; i++) {
                int size = random.nextInt(all.size() + 1);
                assertThat(tiles.log().head(size)).isEqualTo(new Head(size, SlowTree.root(all.subList(0, size))));
            }
        }

        @Test
        void one_by_one_is_the_same_as_all_at_once() {
            var all = entries(600, new Random(5));
            var slowly = new TilesInMemory();
            for (byte[] entry : all) slowly.append(List.of(entry));
            var atOnce = new TilesInMemory();
            atOnce.append(all);
            assertThat(slowly.kept.keySet()).isEqualTo(atOnce.kept.keySet());
            slowly.kept.forEach((path, bytes) -> assertThat(bytes).isEqualTo(atOnce.kept.get(path)));
        }

        @Test
        void seventy_thousand_entries_lie_in_the_tiles_of_the_specification() {
            var tiles = new TilesInMemory();
            Growth growth = tiles.log().append(0, entries(70_000, new Random(1)));
            var count = growth.tiles().keySet().stream()
                    .collect(Collectors.groupingBy(
                            path -> path.level() + (path.width() == 256 ? " full" : " of " + path.width()),
                            Collectors.counting()));
            assertThat(count)
                    .isEqualTo(Map.of(
                            "0 full",
                            273L,
                            "0 of 112",
                            1L,
                            "1 full",
                            1L,
                            "1 of 17",
                            1L,
                            "2 of 1",
                            1L,
                            "-1 full",
                            273L,
                            "-1 of 112",
                            1L));
        }

        @Test
        void a_bundle_gives_each_entry_after_its_length() {
            var growth = new TilesInMemory().log().append(0, List.of(new byte[] {7, 8}, new byte[300]));
            byte[] bundle = growth.tiles().get(TilePath.parse("tile/entries/000.p/2"));
            assertThat(bundle).hasSize(2 + 2 + 2 + 300).startsWith(0, 2, 7, 8, 1, 44, 0);
        }

        @Test
        void nothing_appended_changes_nothing() {
            assertThat(new TilesInMemory().log().append(0, List.of()))
                    .isEqualTo(new Growth(Head.EMPTY, new LinkedHashMap<>()));
        }

        @Test
        void a_missing_tile_is_named() {
            var empty = new TiledLog(_ -> Optional.empty());
            assertThatThrownBy(() -> empty.head(257))
                    .isInstanceOfSatisfying(
                            MissingTile.class,
                            missing -> assertThat(missing.path()).isEqualTo(new TilePath(1, 0, 1)));
        }

        @Test
        void a_shortened_tile_is_named() {
            var damaged = new TiledLog(_ -> Optional.of(new byte[31]));
            assertThatThrownBy(() -> damaged.head(1)).isInstanceOf(MissingTile.class);
        }
    }

    @Nested
    class Proving {
        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.evidence.log.TiledLogTest#seeds")
        void inclusion_is_proved_as_the_definition_says_and_every_bent_proof_fails(long seed) {
            var random = new Random(seed);
            var all = entries(anySize(random), random);
            var tiles = new TilesInMemory();
            tiles.append(all);
            for (int i = 0; i < 30; i++) {
                int size = random.nextInt(1, all.size() + 1);
                int index = random.nextInt(size);
                Head head = tiles.log().head(size);
                var leaf = TreeHash.leaf(all.get(index));
                var proof = tiles.log().inclusionProof(index, size);

                assertThat(proof).isEqualTo(SlowTree.path(index, all.subList(0, size)));
                assertThat(Proofs.included(leaf, index, head, proof)).isTrue();

                for (int other = -1; other <= size + 1; other++) {
                    if (other != index)
                        assertThat(Proofs.included(leaf, other, head, proof)).isFalse();
                }
                assertThat(Proofs.included(bent(leaf, random), index, head, proof))
                        .isFalse();
                assertThat(Proofs.included(leaf, index, new Head(size, bent(head.root(), random)), proof))
                        .isFalse();
                for (var wrong : bent(proof, random)) {
                    assertThat(Proofs.included(leaf, index, head, wrong)).isFalse();
                }
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("org.wegweis.evidence.log.TiledLogTest#seeds")
        void consistency_is_proved_as_the_definition_says_and_every_bent_proof_fails(long seed) {
            var random = new Random(seed);
            var all = entries(anySize(random), random);
            var tiles = new TilesInMemory();
            tiles.append(all);
            for (int i = 0; i < 30; i++) {
                int to = random.nextInt(1, all.size() + 1);
                int from = random.nextInt(1, to + 1);
                Head first = tiles.log().head(from);
                Head second = tiles.log().head(to);
                var proof = tiles.log().consistencyProof(from, to);

                assertThat(proof).isEqualTo(SlowTree.proof(from, all.subList(0, to)));
                assertThat(Proofs.consistent(first, second, proof)).isTrue();

                assertThat(Proofs.consistent(new Head(from, bent(first.root(), random)), second, proof))
                        .isFalse();
                assertThat(Proofs.consistent(first, new Head(to, bent(second.root(), random)), proof))
                        .isFalse();
                if (from < to) {
                    assertThat(Proofs.consistent(second, first, proof)).isFalse();
                }
                for (var wrong : bent(proof, random)) {
                    assertThat(Proofs.consistent(first, second, wrong)).isFalse();
                }
            }
        }

        @Test
        void the_empty_log_proves_nothing() {
            var tiles = new TilesInMemory();
            Head head = tiles.append(entries(3, new Random(1)));
            assertThat(Proofs.consistent(Head.EMPTY, head, List.of())).isFalse();
            assertThat(Proofs.consistent(Head.EMPTY, Head.EMPTY, List.of())).isFalse();
            assertThatThrownBy(() -> tiles.log().consistencyProof(0, 3)).isInstanceOf(IllegalArgumentException.class);
        }

        private TreeHash bent(TreeHash hash, Random random) {
            byte[] bytes = hash.bytes();
            bytes[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            return TreeHash.of(bytes);
        }

        /** The path without an end, with too much, with each element changed. */
        private List<List<TreeHash>> bent(List<TreeHash> path, Random random) {
            var wrong = new ArrayList<List<TreeHash>>();
            var longer = new ArrayList<>(path);
            longer.add(TreeHash.EMPTY);
            wrong.add(longer);
            wrong.add(Stream.concat(Stream.of(TreeHash.EMPTY), path.stream()).toList());
            if (!path.isEmpty()) {
                wrong.add(path.subList(1, path.size()));
                wrong.add(path.subList(0, path.size() - 1));
            }
            IntStream.range(0, path.size()).forEach(i -> {
                var changed = new ArrayList<>(path);
                changed.set(i, bent(path.get(i), random));
                wrong.add(changed);
            });
            return wrong;
        }
    }
}
