package org.wegweis.tracking.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;

/** Reads what {@link RecordWriter} appends: by position, by subject, by id; and the vault beside it. */
public final class RecordStore {
    private final DataSource database;

    public RecordStore(DataSource database) {
        this.database = database;
    }

    /** Up to {@code most} records from that position on, in order. */
    public List<StoredRecord> from(long position, int most) {
        return read("select bytes, content from record where position >= ? order by position limit ?", statement -> {
            statement.setLong(1, position);
            statement.setInt(2, most);
        });
    }

    /** The subject's records from that version on, in order. */
    public List<StoredRecord> of(UUID subject, long fromVersion) {
        return read(
                "select bytes, content from record where subject = ? and version >= ? order by version", statement -> {
                    statement.setObject(1, subject);
                    statement.setLong(2, fromVersion);
                });
    }

    /** Up to {@code most} of the subject's records from that version on, in order. */
    public List<StoredRecord> of(UUID subject, long fromVersion, int most) {
        return read(
                "select bytes, content from record where subject = ? and version >= ? order by version limit ?",
                statement -> {
                    statement.setObject(1, subject);
                    statement.setLong(2, fromVersion);
                    statement.setInt(3, most);
                });
    }

    /**
     * Where the subject stands: its events folded, or {@code initial} if it is of another kind or was never begun.
     *
     * @param kind of its events
     */
    public <E extends Stated, S> S fold(UUID subject, Class<E> kind, S initial, BiFunction<S, E, S> evolve) {
        var state = initial;
        for (var stored : of(subject, 0)) {
            var event = Events.event(stored.parsed());
            if (!kind.isInstance(event)) return initial;
            state = evolve.apply(state, kind.cast(event));
        }
        return state;
    }

    /** The record that a statement caused. */
    public Optional<StoredRecord> find(UUID id) {
        return read("select bytes, content from record where id = ?", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** How many records there are; also the next position. */
    public long size() {
        return query("select position from head", _ -> {}, row -> row.getLong(1))
                .getFirst();
    }

    /** The vault's values of the subject's statements, by statement id and name. */
    public Map<UUID, Map<String, Commitment>> vault(UUID subject) {
        var vault = new HashMap<UUID, Map<String, Commitment>>();
        query(
                "select v.id, v.name, v.value, v.salt from vault v join record r on r.id = v.id where r.subject = ?",
                statement -> statement.setObject(1, subject),
                row -> vault.computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeMap<>())
                        .put(row.getString(2), new Commitment(row.getString(3), Hash.of(row.getBytes(4)))));
        return vault;
    }

    /** The statements that name that plate, newest first, whatever its blanks and hyphens. */
    public List<Named> withPlate(String plate, int most) {
        return query(
                """
                select r.subject, r.id from vault v join record r on r.id = v.id
                where v.name = 'plate'
                  and upper(regexp_replace(v.value, '[\\s-]', '', 'g')) = upper(regexp_replace(?, '[\\s-]', '', 'g'))
                order by r.position desc limit ?
                """,
                statement -> {
                    statement.setString(1, plate);
                    statement.setInt(2, most);
                },
                row -> new Named(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** A statement about a subject. */
    public record Named(UUID subject, UUID id) {}

    /**
     * Refuses a database that forgets what it acknowledged.
     *
     * @throws IllegalStateException naming the setting
     */
    public void requireDurability() {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            String value =
                    query("show " + setting, _ -> {}, row -> row.getString(1)).getFirst();
            if (value.equals("off")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting
                        + " = off; what it acknowledges could be lost. Switch it on and start again.");
            }
        }
    }

    private List<StoredRecord> read(String sql, Binding binding) {
        return query(sql, binding, row -> new StoredRecord(row.getBytes(1), Hash.of(row.getBytes(2))));
    }

    private <T> List<T> query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreProblem.Away(e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
