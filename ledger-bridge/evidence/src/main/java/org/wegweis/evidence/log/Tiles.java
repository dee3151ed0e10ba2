package org.wegweis.evidence.log;

import java.util.Optional;

/** Where a log's tiles lie. */
@FunctionalInterface
public interface Tiles {

    /**
     * The tile with exactly that width. Whoever keeps only the widest version of a tile answers with {@link
     * TilePath#cut}.
     */
    Optional<byte[]> read(TilePath path);
}
