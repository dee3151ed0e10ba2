package org.wegweis.tracking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/** Keeps what it was given until it is told otherwise. For aggregates that are few and long to read. */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's interface
final class KeptCache implements Cache {
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("NullAway") // null where there is nothing, as Axon wants it
    public <K, V> V get(K key) {
        return (V) kept.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        kept.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return kept.putIfAbsent(key, value) == null;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) kept.computeIfAbsent(key, _ -> supplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return kept.remove(key) != null;
    }

    @Override
    public void removeAll() {
        kept.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return kept.containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        kept.computeIfPresent(key, (_, value) -> update.apply((V) value));
    }

    /** Nothing ever leaves by itself, so there is nothing to tell. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
