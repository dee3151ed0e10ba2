package org.wegweis.ledgerbridge.ordering;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.log.LogStore;

/** Enters records into the log: tiles, heads of the chains and progress in one transaction. */
final class Book {
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final LogStore log;

    Book(DataSource database, LogStore log) {
        this.sql = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.log = log;
    }

    /** Where to read on in each partition that was read before. */
    Map<Integer, Long> progress() {
        var offsets = new HashMap<Integer, Long>();
        sql.query("select partition, next_offset from progress", row -> {
            offsets.put(row.getInt(1), row.getLong(2));
        });
        return offsets;
    }

    /**
     * Enters records whose turn it is.
     *
     * @param resume where to read on once they are in
     * @throws Broken if one breaks its chain; those before it are in then, and progress stands where it stood
     */
    void enter(List<Arrival> arrivals, Map<Integer, Long> resume) {
        boolean in = Links.of(arrivals)
                .filter(links -> enter(arrivals, links, resume))
                .isPresent();
        if (!in) enterUntilBroken(arrivals, resume);
    }

    /** All or, if any breaks its chain, none: the database compares where each chain goes on, once a chain. */
    private boolean enter(List<Arrival> arrivals, Links links, Map<Integer, Long> resume) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            log.append(
                    arrivals.getFirst().position(),
                    arrivals.stream().map(Arrival::hash).toList());
            if (begin(links.begun()) && goOn(links.goingOn())) {
                keep(resume);
                return true;
            }
            status.setRollbackOnly();
            return false;
        }));
    }

    private boolean begin(List<Links.Link> begun) {
        int rows = sql.update("""
                insert into subject_head (subject, version, hash)
                select * from unnest(?::uuid[], ?::bigint[], ?::bytea[])
                on conflict do nothing
                """, statement -> Columns.of(begun).bind(statement));
        return rows == begun.size();
    }

    private boolean goOn(List<Links.Link> goingOn) {
        int rows = sql.update("""
                update subject_head head set version = link.version, hash = link.hash
                from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::bigint[], ?::bytea[])
                  as link (subject, version, hash, version_before, hash_before)
                where head.subject = link.subject
                  and head.version = link.version_before and head.hash = link.hash_before
                """, statement -> Columns.of(goingOn).bindWithBefore(statement));
        return rows == goingOn.size();
    }

    /** What there is to send of the links: a column an array, so that thousands are one statement. */
    private record Columns(UUID[] subjects, Long[] versions, byte[][] hashes, Long[] versionsBefore, byte[][] before) {
        static Columns of(List<Links.Link> links) {
            return new Columns(
                    links.stream().map(Links.Link::subject).toArray(UUID[]::new),
                    links.stream().map(Links.Link::version).toArray(Long[]::new),
                    links.stream().map(link -> link.hash().bytes()).toArray(byte[][]::new),
                    links.stream().map(link -> link.firstVersion() - 1).toArray(Long[]::new),
                    links.stream()
                            .map(link -> link.previous().map(Hash::bytes).orElse(new byte[0]))
                            .toArray(byte[][]::new));
        }

        void bind(PreparedStatement statement) throws SQLException {
            var connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("uuid", subjects));
            statement.setArray(2, connection.createArrayOf("bigint", versions));
            statement.setArray(3, connection.createArrayOf("bytea", hashes));
        }

        void bindWithBefore(PreparedStatement statement) throws SQLException {
            bind(statement);
            var connection = statement.getConnection();
            statement.setArray(4, connection.createArrayOf("bigint", versionsBefore));
            statement.setArray(5, connection.createArrayOf("bytea", before));
        }
    }

    /** One by one, to find which breaks its chain. */
    private void enterUntilBroken(List<Arrival> arrivals, Map<Integer, Long> resume) {
        var broken = transaction.execute(_ -> {
            log.hold(arrivals.getFirst().position()); // whoever is overtaken finds every chain broken
            var heads = heads(arrivals);
            var good = new ArrayList<Arrival>();
            for (var arrival : arrivals) {
                if (!continues(arrival, Optional.ofNullable(heads.get(arrival.subject())))) break;
                heads.put(arrival.subject(), new Head(arrival.version(), arrival.hash()));
                good.add(arrival);
            }
            boolean whole = good.size() == arrivals.size();
            if (!good.isEmpty()) {
                log.append(
                        good.getFirst().position(),
                        good.stream().map(Arrival::hash).toList());
                keep(good);
            }
            if (whole) keep(resume);
            return whole
                    ? Optional.<Broken>empty()
                    : Optional.of(new Broken("the chain of its subject breaks at position "
                            + arrivals.get(good.size()).position()));
        });
        broken.ifPresent(why -> {
            throw why;
        });
    }

    private record Head(long version, Hash hash) {}

    private static boolean continues(Arrival arrival, Optional<Head> head) {
        return arrival.version() == head.map(last -> last.version() + 1).orElse(0L)
                && arrival.previous().equals(head.map(Head::hash));
    }

    private Map<UUID, Head> heads(List<Arrival> arrivals) {
        var subjects = arrivals.stream().map(Arrival::subject).distinct().toArray();
        var heads = new HashMap<UUID, Head>();
        sql.query(
                "select subject, version, hash from subject_head where subject = any (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", subjects)),
                row -> {
                    heads.put(row.getObject(1, UUID.class), new Head(row.getLong(2), Hash.of(row.getBytes(3))));
                });
        return heads;
    }

    private void keep(List<Arrival> arrivals) {
        var last = new HashMap<UUID, Object[]>();
        arrivals.forEach(one -> last.put(
                one.subject(),
                new Object[] {one.subject(), one.version(), one.hash().bytes()}));
        sql.batchUpdate("""
                insert into subject_head (subject, version, hash) values (?, ?, ?)
                on conflict (subject) do update set version = excluded.version, hash = excluded.hash
                """, List.copyOf(last.values()));
    }

    private void keep(Map<Integer, Long> resume) {
        var rows = new ArrayList<Object[]>();
        resume.forEach((partition, offset) -> rows.add(new Object[] {partition, offset}));
        sql.batchUpdate("""
                insert into progress (partition, next_offset) values (?, ?)
                on conflict (partition) do update set next_offset = excluded.next_offset
                """, rows);
    }
}
