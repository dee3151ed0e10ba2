package org.wegweis.ledgerbridge.audit;

import java.util.Optional;
import org.wegweis.evidence.log.TilePath;

/** Where the log is read: its table, or its public door. */
interface LogSource {
    /** Number of entries that it claims to have. */
    long size();

    /** What there is of a tile: perhaps more than its width, and perhaps less. */
    Optional<byte[]> read(TilePath path);
}
