package org.wegweis.evidence.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the widest version of each tile, as a database would. */
final class TilesInMemory implements Tiles {
    final Map<TilePath, byte[]> kept = new HashMap<>();
    private Head head = Head.EMPTY;

    TiledLog log() {
        return new TiledLog(this);
    }

    Head append(List<byte[]> entries) {
        Growth growth = log().append(head.size(), entries);
        growth.tiles().forEach((path, bytes) -> kept.put(path.full(), bytes));
        head = growth.head();
        return head;
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return Optional.ofNullable(kept.get(path.full())).map(path::cut);
    }
}
