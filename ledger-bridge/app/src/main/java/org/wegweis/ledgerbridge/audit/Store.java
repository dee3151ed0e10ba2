package org.wegweis.ledgerbridge.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** The record store's tables, page by page, so that no transaction stays open for hours. */
final class Store {
    private static final String ROW = "select position, id, subject, version, hash, bytes from record ";

    private final Connection connection;

    Store(Connection connection) {
        this.connection = connection;
    }

    /** A row as it stands there, before anybody believes it. */
    record Row(long position, UUID id, UUID subject, long version, byte[] hash, byte[] bytes) {

        /** What the bytes really are. */
        Hash entry() {
            return EventRecord.entry(bytes);
        }

        /** The record, if the bytes are exactly what a record's are. */
        Optional<EventRecord> record() {
            try {
                return Optional.of(EventRecord.parse(bytes));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    /** The next free position, as the store has it. */
    long head() {
        return number("select position from head");
    }

    /** The first position that the topic may not have yet. */
    long relayed() {
        return number("select next_position from relay");
    }

    List<Row> between(long from, long to) {
        return rows(ROW + "where position >= ? and position < ? order by position", statement -> {
            statement.setLong(1, from);
            statement.setLong(2, to);
        });
    }

    Optional<Row> at(long position) {
        return between(position, position + 1).stream().findFirst();
    }

    /** Rows where no record can stand: before the first place, or at the end and after it. */
    List<Row> outside(long end, int most) {
        return rows(ROW + "where position < 0 or position >= ? order by position limit ?", statement -> {
            statement.setLong(1, end);
            statement.setInt(2, most);
        });
    }

    /** By subject and version, after the row that was read last. */
    List<Row> after(UUID subject, long version, long end, int most) {
        return rows(
                ROW + "where (subject, version) > (?, ?) and position < ? order by subject, version limit ?",
                statement -> {
                    statement.setObject(1, subject);
                    statement.setLong(2, version);
                    statement.setLong(3, end);
                    statement.setInt(4, most);
                });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Row> rows(String sql, Binding binding) {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            var found = new ArrayList<Row>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Row(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getLong(4),
                            row.getBytes(5),
                            row.getBytes(6)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Unfinished("The store cannot be read: " + e.getMessage(), e);
        }
    }

    private long number(String sql) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next()) throw new Unfinished("The store has no row for: " + sql);
            return row.getLong(1);
        } catch (SQLException e) {
            throw new Unfinished("The store cannot be read: " + e.getMessage(), e);
        }
    }
}
