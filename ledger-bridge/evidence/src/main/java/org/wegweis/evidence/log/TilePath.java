package org.wegweis.evidence.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The name of a tile of hashes or of a bundle of entries (C2SP tlog-tiles). As text, for example {@code
 * tile/0/x001/234}, {@code tile/1/000.p/17} or {@code tile/entries/000.p/5}.
 *
 * @param level 0 to 63 for hashes, {@link #ENTRIES} for entries
 * @param index place among the tiles of that level, from 0
 * @param width number of hashes or entries: 256 in a full tile, 1 to 255 in a partial one
 */
public record TilePath(int level, long index, int width) {
    public static final int ENTRIES = -1;
    public static final int FULL = 256;

    private static final Pattern TEXT =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** 2^48 tiles: more entries than anybody logs, and far from overflow. */
    private static final int MOST_DIGITS = 15;

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile: level " + level + ", " + index + ", width " + width);
        }
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #toString} gives */
    public static TilePath parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("not a tile: " + text);
        String digits = parts.group(2).replaceAll("[x/]", "");
        if (digits.length() > MOST_DIGITS) throw new IllegalArgumentException("not a tile: " + text);
        String width = parts.group(3);
        var path = new TilePath(
                parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1)),
                Long.parseLong(digits),
                width == null ? FULL : Integer.parseInt(width));
        if (!path.toString().equals(text)) throw new IllegalArgumentException("not a tile: " + text);
        return path;
    }

    /**
     * The tile at the right end of a level.
     *
     * @param items how many hashes or entries the level has, at least one
     */
    public static TilePath last(int level, long items) {
        long index = (items - 1) / FULL;
        return new TilePath(level, index, (int) (items - index * FULL));
    }

    /** The same tile when it is full. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** Whether the log of that size has this tile, at least as wide. */
    public boolean isIn(long size) {
        if (level > 7) return false; // its first item alone would span 2^64 entries
        long items = level == ENTRIES ? size : size >>> (8 * level);
        return index * FULL + width <= items;
    }

    /**
     * The first {@link #width} items of a wider version of this tile.
     *
     * @throws IllegalArgumentException if it holds fewer
     */
    public byte[] cut(byte[] wider) {
        int length = level == ENTRIES ? bundleLength(wider) : width * TreeHash.LENGTH;
        if (length > wider.length) throw new IllegalArgumentException("narrower than " + this);
        return Arrays.copyOf(wider, length);
    }

    private int bundleLength(byte[] bundle) {
        var rest = ByteBuffer.wrap(bundle);
        for (int i = 0; i < width; i++) {
            if (rest.remaining() < Short.BYTES) throw new IllegalArgumentException("narrower than " + this);
            int entry = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < entry) throw new IllegalArgumentException("narrower than " + this);
            rest.position(rest.position() + entry);
        }
        return rest.position();
    }

    @Override
    public String toString() {
        var out = new StringBuilder("tile/").append(level == ENTRIES ? "entries" : Integer.toString(level));
        int groups = 1;
        for (long rest = index / 1000; rest > 0; rest /= 1000) groups++;
        String digits = String.format("%0" + 3 * groups + "d", index);
        for (int i = 0; i < groups; i++) {
            out.append(i < groups - 1 ? "/x" : "/").append(digits, 3 * i, 3 * i + 3);
        }
        if (width < FULL) out.append(".p/").append(width);
        return out.toString();
    }
}
