package org.wegweis.evidence.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What appending changed. Once its tiles are kept, the log is as long as its head says; a tile replaces every narrower
 * version of itself.
 */
public record Growth(Head head, SequencedMap<TilePath, byte[]> tiles) {
    public Growth {
        tiles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tiles));
    }
}
