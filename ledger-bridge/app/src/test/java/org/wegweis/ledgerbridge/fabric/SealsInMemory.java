package org.wegweis.ledgerbridge.fabric;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.wegweis.evidence.seal.Seal;

/** Kept as long as the program runs. */
final class SealsInMemory implements ProvenSeals {
    private final NavigableMap<Long, Seal.OnChannel> seals = new ConcurrentSkipListMap<>();

    @Override
    public void keep(Seal.OnChannel seal) {
        seals.putIfAbsent(seal.head().size(), seal);
    }

    @Override
    public Optional<Seal.OnChannel> latest() {
        return Optional.ofNullable(seals.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Seal.OnChannel> at(long size) {
        return Optional.ofNullable(seals.get(size));
    }

    @Override
    public List<Seal.OnChannel> history(long above, int most) {
        return seals.tailMap(above, false).values().stream().limit(most).toList();
    }
}
