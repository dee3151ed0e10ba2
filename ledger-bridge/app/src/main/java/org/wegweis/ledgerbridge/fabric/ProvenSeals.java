package org.wegweis.ledgerbridge.fabric;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.seal.Seal;

/** Seals whose proof has been seen to hold, kept. */
public interface ProvenSeals {

    /** Keeps a seal; nothing happens if one of that size is there. */
    void keep(Seal.OnChannel seal);

    /** Of the largest head. */
    Optional<Seal.OnChannel> latest();

    Optional<Seal.OnChannel> at(long size);

    /** By rising size, above that size, so many at most. */
    List<Seal.OnChannel> history(long above, int most);
}
