package org.wegweis.e2e.kill;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.kernel.record.Hash;

/** The signed heads that somebody from the public fetched, and never forgets. */
final class Heads {
    private final Supplier<WegweisClient> wegweis;
    private final Set<Head> seen = new LinkedHashSet<>();

    Heads(Supplier<WegweisClient> wegweis) {
        this.wegweis = wegweis;
    }

    synchronized int count() {
        return seen.size();
    }

    /** Fetches the head of now; nothing if nobody answers. */
    synchronized Optional<Head> look() {
        try {
            var answer = wegweis.get().get(wegweis.get().doors().ledgerBridge(), "/checkpoint", Optional.empty());
            if (answer.status() != 200) return Optional.empty();
            var head = Checkpoint.parse(Note.parse(answer.body()).text()).head();
            seen.add(head);
            return Optional.of(head);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the log is that of these entries, and every head ever seen is a beginning of it: by a consistency proof from
     * the public tiles (RFC 9162 §2.1.4), and by its own root.
     */
    synchronized void requireExtendedBy(Head last, List<Hash> entries) {
        var tiles = new TiledLog(path -> {
            var answer = wegweis.get().get(wegweis.get().doors().ledgerBridge(), "/" + path, Optional.empty());
            return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
        });
        Map<TilePath, byte[]> own = new HashMap<>();
        var ours = new TiledLog(path -> Optional.ofNullable(own.get(path)));
        var grown = ours.append(
                0,
                entries.subList(0, (int) last.size()).stream().map(Hash::bytes).toList());
        own.putAll(grown.tiles());
        StoreCheck.require(
                grown.head().equals(last), "the log's root at " + last.size() + " is not that of the records");
        for (var head : seen) {
            StoreCheck.require(
                    head.size() <= last.size()
                            && (head.equals(last)
                                    || Proofs.consistent(head, last, tiles.consistencyProof(head.size(), last.size()))),
                    "the head of size " + head.size() + " is contradicted by that of size " + last.size());
        }
    }
}
