package org.wegweis.evidence.log;

/** A tile that the log must have is not there, or is not as long as its name says: the log's storage is damaged. */
public final class MissingTile extends RuntimeException {
    private final TilePath path;

    MissingTile(TilePath path) {
        super("missing or damaged: " + path);
        this.path = path;
    }

    public TilePath path() {
        return path;
    }
}
