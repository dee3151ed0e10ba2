package org.wegweis.ledgerbridge.witness;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.witness.AddCheckpoint;

/** Another operator's log of 300 entries, which asks to be witnessed. */
final class WitnessedLog {
    private final NoteSigner key;
    private final TiledLog tree;

    WitnessedLog(String origin) {
        this(NoteSigner.generate(origin, new SecureRandom()), 0);
    }

    private WitnessedLog(NoteSigner key, int fork) {
        this.key = key;
        var tiles = new HashMap<TilePath, byte[]>();
        this.tree =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        var entries = IntStream.range(0, 300)
                .mapToObj(i -> Arrays.copyOf(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i < 5 ? 0 : fork)}, 32))
                .toList();
        tree.append(0, entries).tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
    }

    /** What its operator shows to others: the same key, other entries from the sixth on. */
    WitnessedLog fork() {
        return new WitnessedLog(key, 1);
    }

    NoteSigner key() {
        return key;
    }

    Note signed(long size) {
        return Note.signed(new Checkpoint(key.key().name(), tree.head(size)).text(), key);
    }

    AddCheckpoint asks(long old, long size) {
        boolean needsProof = old > 0 && old < size;
        return new AddCheckpoint(
                old, needsProof ? tree.consistencyProof(old, size) : List.<TreeHash>of(), signed(size));
    }
}
