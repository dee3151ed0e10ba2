package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.wegweis.evidence.log.Growth;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.Tiles;

/**
 * A mirror of the log, computed anew: a second log grows from the mirror's entries, and each tile that it makes is held
 * against the mirror's. It keeps the narrow tiles at the right end of the second log only, so its memory does not grow
 * with the mirror.
 */
final class MirrorCheck {
    private final Tiles mirror;
    private final Head head;
    private final LongConsumer progress;

    private final Map<TilePath, byte[]> edges = new HashMap<>();
    private Head grown = Head.EMPTY;
    private Optional<TilePath> missing = Optional.empty();
    private Optional<TilePath> different = Optional.empty();
    private boolean isReadToTheEnd;
    private long tiles;

    MirrorCheck(Tiles mirror, Head head, LongConsumer progress) {
        this.mirror = mirror;
        this.head = head;
        this.progress = progress;
    }

    /** Reads all of the mirror. */
    Finding complete() {
        var log = new TiledLog(path -> Optional.ofNullable(edges.get(path)));
        while (grown.size() < head.size()) {
            long end = Math.min(head.size(), grown.size() + TilePath.FULL);
            var path = TilePath.last(TilePath.ENTRIES, end);
            byte[] bundle = mirror.read(path).orElseThrow(() -> wrong("es fehlt " + path, "missing: " + path));
            compare(log.append(grown.size(), entries(path, bundle)));
            progress.accept(grown.size());
        }
        edges.forEach(this::compare);
        isReadToTheEnd = true;
        missing.ifPresent(path -> {
            throw wrong("es fehlt " + path, "missing: " + path);
        });
        return holds(
                "Alle %d Einträge und %d Kacheln sind da.".formatted(head.size(), tiles),
                "All %d entries and %d tiles are there.".formatted(head.size(), tiles));
    }

    /** Whether every entry could be read; only then is there anything to say of tiles and root. */
    boolean readToTheEnd() {
        return isReadToTheEnd;
    }

    Finding tilesMatch() {
        different.ifPresent(path -> {
            throw wrong(path + " folgt nicht aus den Einträgen", path + " does not follow from the entries");
        });
        return holds("Jede Kachel folgt aus den Einträgen.", "Every tile follows from the entries.");
    }

    Finding rootMatches() {
        if (!grown.equals(head)) {
            throw wrong(
                    "die Einträge ergeben eine andere als der Prüfpunkt",
                    "the entries make another one than the checkpoint");
        }
        return holds("Die Einträge ergeben die Wurzel des Prüfpunkts.", "The entries make the checkpoint's root.");
    }

    private static List<byte[]> entries(TilePath path, byte[] bundle) {
        var rest = ByteBuffer.wrap(bundle);
        var entries = new ArrayList<byte[]>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining() || entries.size() == path.width()) throw notABundle(path);
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (entries.size() != path.width()) throw notABundle(path);
        return entries;
    }

    private static Finding.Wrong notABundle(TilePath path) {
        return wrong(
                "%s enthält nicht genau %d Einträge".formatted(path, path.width()),
                "%s does not hold exactly %d entries".formatted(path, path.width()));
    }

    /** A full tile never changes any more; a narrow one waits until it is full or nothing follows. */
    private void compare(Growth growth) {
        grown = growth.head();
        growth.tiles().forEach((path, tile) -> {
            edges.keySet().removeIf(edge -> edge.level() == path.level());
            if (path.level() == TilePath.ENTRIES) return;
            if (path.width() == TilePath.FULL) compare(path, tile);
            else edges.put(path, tile);
        });
    }

    private void compare(TilePath path, byte[] tile) {
        var kept = mirror.read(path);
        tiles++;
        if (kept.isEmpty()) {
            if (missing.isEmpty()) missing = Optional.of(path);
        } else if (!Arrays.equals(kept.get(), tile) && different.isEmpty()) {
            different = Optional.of(path);
        }
    }
}
