package org.wegweis.ledgerbridge.fabric;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.wegweis.evidence.seal.Seal;

/** The newest seals, for whoever only looks on; kept as long as the program runs. */
public final class SealsInMemory implements ProvenSeals {
    /** Each has some 70 kB. */
    private static final int MOST = 100;

    private final NavigableMap<Long, Seal.OnChannel> seals = new ConcurrentSkipListMap<>();

    @Override
    public void keep(Seal.OnChannel seal) {
        seals.putIfAbsent(seal.head().size(), seal);
        while (seals.size() > MOST) seals.pollFirstEntry();
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
