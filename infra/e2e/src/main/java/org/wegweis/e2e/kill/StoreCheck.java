package org.wegweis.e2e.kill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.e2e.kill.Notebook.Acknowledged;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * Reads the record store from its first record, each time as far as it reaches, and holds it against what clients were told.
 * What it has read it keeps, so a record that is other or gone later is seen.
 */
final class StoreCheck {
    private final List<Hash> hashes = new ArrayList<>();
    private final Map<UUID, Long> positions = new HashMap<>();
    private final Map<UUID, Last> lasts = new HashMap<>();

    private record Last(long version, Hash hash) {}

    /** The records' hashes so far, by position: the log's entries. */
    List<Hash> hashes() {
        return List.copyOf(hashes);
    }

    /**
     * Reads what is new.
     *
     * @throws Failure if a position or version is left out, a chain broken, or a record not what its row says
     */
    void readOn(Connection connection) throws SQLException {
        connection.setAutoCommit(false); // pages instead of all at once
        try (var statement = connection.prepareStatement(
                "select position, id, subject, version, hash, bytes from tracking.record where position >= ? order by position")) {
            statement.setFetchSize(1000);
            statement.setLong(1, Math.max(0, hashes.size() - 1)); // the last one once more: it still has to be there
            try (var rows = statement.executeQuery()) {
                boolean again = !hashes.isEmpty();
                while (rows.next()) {
                    byte[] bytes = rows.getBytes("bytes");
                    var hash = Hash.of(rows.getBytes("hash"));
                    require(hash.equals(Hash.sha256(bytes)), "the hash of position " + rows.getLong("position"));
                    if (again) {
                        require(
                                rows.getLong("position") == hashes.size() - 1 && hash.equals(hashes.getLast()),
                                "the record at " + (hashes.size() - 1) + " is not what it was");
                        again = false;
                        continue;
                    }
                    var record = EventRecord.parse(bytes);
                    require(
                            rows.getLong("position") == hashes.size() && record.position() == hashes.size(),
                            "position " + hashes.size() + " is left out: " + rows.getLong("position"));
                    require(
                            record.id().equals(rows.getObject("id", UUID.class))
                                    && record.subject().equals(rows.getObject("subject", UUID.class))
                                    && record.version() == rows.getLong("version"),
                            "the row at " + hashes.size() + " says something else than its record");
                    var last = lasts.put(record.subject(), new Last(record.version(), hash));
                    require(
                            record.version() == (last == null ? 0 : last.version() + 1),
                            "a version of " + record.subject() + " is left out before " + record.version());
                    require(
                            record.previous().equals(Optional.ofNullable(last).map(Last::hash)),
                            "the chain of " + record.subject() + " is broken at version " + record.version());
                    require(
                            positions.put(record.id(), record.position()) == null,
                            "statement " + record.id() + " has two records");
                    hashes.add(hash);
                }
                require(!again, "the record at " + (hashes.size() - 1) + " is gone");
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Whether what was acknowledged is where it was told to be, in an order that fits what the clients saw.
     *
     * @param all acknowledged before the store was read
     */
    void requireAcknowledged(List<Acknowledged> all) {
        for (var one : all) {
            long position = positions.getOrDefault(one.id(), -1L);
            require(position >= 0, "lost: statement " + one.id() + ", acknowledged at " + one.position());
            require(
                    position == one.position(),
                    "statement " + one.id() + " was acknowledged at " + one.position() + " and lies at " + position);
        }
        requireOrder(all);
    }

    /** Who knew of an answer when it sent something got a later place. */
    private static void requireOrder(List<Acknowledged> all) {
        var bySending = all.stream()
                .sorted(Comparator.comparingLong(Acknowledged::sentAt))
                .toList();
        var byAnswer = all.stream()
                .sorted(Comparator.comparingLong(Acknowledged::answeredAt))
                .iterator();
        var answered = byAnswer.hasNext() ? byAnswer.next() : null;
        long highest = -1;
        for (var one : bySending) {
            while (answered != null && answered.answeredAt() < one.sentAt()) {
                highest = Math.max(highest, answered.position());
                answered = byAnswer.hasNext() ? byAnswer.next() : null;
            }
            require(
                    one.position() > highest,
                    "statement " + one.id() + " lies at " + one.position() + ", before what was known at " + highest);
        }
    }

    /** Everything anew, and the same as it was read piece by piece. */
    void requireUnchanged(Connection connection) throws SQLException {
        var anew = new StoreCheck();
        anew.readOn(connection);
        require(
                anew.hashes.size() >= hashes.size()
                        && anew.hashes.subList(0, hashes.size()).equals(hashes),
                "records are not what they were when they were read first");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) throw new Failure(otherwise);
    }
}
