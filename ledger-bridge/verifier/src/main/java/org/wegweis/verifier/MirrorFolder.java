package org.wegweis.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.Tiles;
import org.wegweis.evidence.log.TreeHash;

/** A mirror of a log as files, laid out as C2SP tlog-tiles names them. */
record MirrorFolder(Path folder) implements Tiles {
    private static final int LARGEST_TILE = TilePath.FULL * TreeHash.LENGTH;
    private static final int LARGEST_BUNDLE = TilePath.FULL * (Short.BYTES + 0xFFFF);

    Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    /** Whoever mirrors a log may drop a narrow tile once it has the full one. */
    @Override
    public Optional<byte[]> read(TilePath path) {
        return file(path)
                .or(() -> path.width() == TilePath.FULL
                        ? Optional.empty()
                        : file(path.full()).flatMap(wider -> cut(path, wider)));
    }

    private static Optional<byte[]> cut(TilePath path, byte[] wider) {
        try {
            return Optional.of(path.cut(wider));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> file(TilePath path) {
        var file = folder.resolve(path.toString());
        if (!Files.isRegularFile(file)) return Optional.empty();
        int largest = path.level() == TilePath.ENTRIES ? LARGEST_BUNDLE : LARGEST_TILE;
        try (var in = Files.newInputStream(file)) {
            // one byte too many makes it another tile than it has to be
            return Optional.of(in.readNBytes(largest + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
