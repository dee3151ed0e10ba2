package org.wegweis.ledgerbridge.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.ledgerbridge.audit.Finding.Source;

/** The bridge's tables: the log, its signed heads, and the runs of audits. */
final class Bridge implements LogSource {
    private final Connection connection;

    Bridge(Connection connection) {
        this.connection = connection;
    }

    /**
     * A signed head as it stands there.
     *
     * @param countersigned whether a local ledger's signature belongs under it
     */
    record Row(Source source, boolean countersigned, long size, String note) {}

    @Override
    public long size() {
        return rows("select size from log", _ -> {}, row -> row.getLong(1)).stream()
                .findFirst()
                .orElseThrow(() -> new Unfinished("The log's table of one row is empty."));
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return rows(
                        "select bytes from tile where level = ? and place = ?",
                        statement -> {
                            statement.setInt(1, path.level());
                            statement.setLong(2, path.index());
                        },
                        row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    /** Checkpoints and seals of those sizes, by size. */
    List<Row> heads(long above, long upTo) {
        return heads("where size > ? and size <= ? order by size, source", statement -> {
            statement.setLong(1, above);
            statement.setLong(2, upTo);
        });
    }

    /** Checkpoints and seals, the largest first. */
    List<Row> largest(long below, int most) {
        return heads("where size < ? order by size desc, source limit ?", statement -> {
            statement.setLong(1, below);
            statement.setInt(2, most);
        });
    }

    private List<Row> heads(String which, Binding binding) {
        return rows(
                "select * from (select 1 as source, size, note from checkpoint"
                        + " union all select 2, size, note from local_seal"
                        + " union all select 3, size, note from channel_seal) head " + which,
                binding,
                row -> new Row(
                        row.getInt(1) == 1 ? Source.CHECKPOINT : Source.SEAL,
                        row.getInt(1) == 2,
                        row.getLong(2),
                        row.getString(3)));
    }

    /** Tiles whose width is not what they hold, and those that a log of this size does not have. */
    List<Odd> odd() {
        return rows(
                """
                select level, place, width, octet_length(bytes) / case when level < 0 then 34 else 32 end, past from (
                  select *, (place * 256::numeric + width) * 256::numeric ^ greatest(level, 0) > (select size from log) as past
                  from tile) t
                where past or octet_length(bytes) <> width * case when level < 0 then 34 else 32 end
                order by level, place
                """,
                _ -> {},
                row -> new Odd(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getBoolean(5)));
    }

    /**
     * A tile that is not of the size it should be.
     *
     * @param holds how many items of the usual length it has
     * @param past whether it reaches past the log's end
     */
    record Odd(int level, long place, int width, int holds, boolean past) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Binding binding, Reading<T> reading) {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            var found = new ArrayList<T>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) found.add(reading.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new Unfinished("The bridge's tables cannot be read: " + e.getMessage(), e);
        }
    }
}
