package org.wegweis.kernel.stock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A map that never changes and of which a changed one is cheap: one entry more copies one shelf of 64 buckets and one
 * bucket, so of a hundred thousand entries no more than some 150 references.
 */
public final class Buckets<K, V> {
    private static final int WIDTH = 64;
    private static final int BITS = 6;

    private final List<List<Map<K, V>>> shelves;

    private Buckets(List<List<Map<K, V>>> shelves) {
        this.shelves = shelves;
    }

    static <K, V> Buckets<K, V> empty() {
        return new Buckets<>(Collections.nCopies(WIDTH, Collections.nCopies(WIDTH, Map.of())));
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(bucket(key).get(key));
    }

    public boolean has(K key) {
        return bucket(key).containsKey(key);
    }

    /** In no order that means anything. */
    public Stream<Map.Entry<K, V>> entries() {
        return shelves.stream().flatMap(List::stream).flatMap(bucket -> bucket.entrySet().stream());
    }

    Buckets<K, V> with(Map<K, V> some) {
        var all = this;
        for (var entry : some.entrySet()) {
            all = all.changed(entry.getKey(), bucket -> bucket.put(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    Buckets<K, V> without(K key) {
        return changed(key, bucket -> bucket.remove(key));
    }

    private Buckets<K, V> changed(K key, Consumer<Map<K, V>> change) {
        var bucket = new HashMap<>(bucket(key));
        change.accept(bucket);
        var shelf = new ArrayList<>(shelves.get(shelf(key)));
        shelf.set(place(key), Map.copyOf(bucket));
        var all = new ArrayList<>(shelves);
        all.set(shelf(key), Collections.unmodifiableList(shelf));
        return new Buckets<>(Collections.unmodifiableList(all));
    }

    private Map<K, V> bucket(K key) {
        return shelves.get(shelf(key)).get(place(key));
    }

    private static int shelf(Object key) {
        return spread(key) >>> BITS & (WIDTH - 1);
    }

    private static int place(Object key) {
        return spread(key) & (WIDTH - 1);
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Buckets<?, ?> that && shelves.equals(that.shelves);
    }

    @Override
    public int hashCode() {
        return shelves.hashCode();
    }

    @Override
    public String toString() {
        return entries().toList().toString();
    }
}
