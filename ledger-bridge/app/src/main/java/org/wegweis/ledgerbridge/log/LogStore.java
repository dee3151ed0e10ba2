package org.wegweis.ledgerbridge.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.Tiles;
import org.wegweis.kernel.record.Hash;

/** The log's tables. Only hashes of records lie here, so the log tells nobody what a record says. */
public final class LogStore implements Tiles {
    private final JdbcTemplate batches;
    private final JdbcClient sql;
    private final TiledLog tree = new TiledLog(this);

    public LogStore(DataSource database) {
        batches = new JdbcTemplate(database);
        sql = JdbcClient.create(batches);
    }

    /** Number of entries; also the position that comes next. */
    public long size() {
        return sql.sql("select size from log").query(Long.class).single();
    }

    public TiledLog tree() {
        return tree;
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return sql.sql("select bytes from tile where level = ? and place = ? and width >= ?")
                .params(path.level(), path.index(), path.width())
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(path::cut);
    }

    /** The entry at a position, if the log is that long. */
    public Optional<Hash> entry(long position) {
        if (position < 0) return Optional.empty();
        int width = (int) (position % TilePath.FULL) + 1;
        return read(new TilePath(TilePath.ENTRIES, position / TilePath.FULL, width))
                .map(bundle -> Hash.of(Arrays.copyOfRange(bundle, bundle.length - Hash.LENGTH, bundle.length)));
    }

    /**
     * Keeps others from appending until the caller's transaction ends.
     *
     * @param size what the caller takes the log's size to be
     * @throws Overtaken if it is another by now
     */
    public void hold(long size) {
        var now = sql.sql("select size from log for update").query(Long.class).single();
        if (now != size) throw new Overtaken(size);
    }

    /**
     * Appends entries. Belongs into a transaction of the caller, who rolls back if this fails.
     *
     * @param size what the caller takes the log's size to be
     * @throws Overtaken if it is another by now
     */
    public void append(long size, List<Hash> entries) {
        int moved = sql.sql("update log set size = ? where size = ?")
                .params(size + entries.size(), size)
                .update();
        if (moved == 0) throw new Overtaken(size);
        var rows = new ArrayList<Object[]>();
        tree.append(size, entries.stream().map(Hash::bytes).toList())
                .tiles()
                .forEach((path, bytes) -> rows.add(new Object[] {path.level(), path.index(), path.width(), bytes}));
        batches.batchUpdate("""
                insert into tile (level, place, width, bytes) values (?, ?, ?, ?)
                on conflict (level, place) do update set width = excluded.width, bytes = excluded.bytes
                """, rows);
    }

    /** Another node has appended meanwhile. */
    public static final class Overtaken extends RuntimeException {
        Overtaken(long size) {
            super("the log is longer than " + size);
        }
    }
}
