package org.wegweis.ledgerbridge.fabric;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.kernel.record.Hash;

/** In tables that take no change and no deletion. What many proofs share, the config blocks above all, lies there once. */
public final class KeptSeals implements ProvenSeals {
    /** Each has some 50 kB. */
    private static final int MOST_KNOWN = 20;

    private static final String SEAL = "select size, note, names, hashes from channel_seal ";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    /** Those looked at last, for what is kept never changes: status and pages ask for the newest again and again. */
    private final Map<Long, Seal.OnChannel> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seal.OnChannel> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    public KeptSeals(DataSource database) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private record Row(String note, List<String> names, List<byte[]> hashes) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString("note"), List.of((String[]) array(row, "names")), List.of((byte[][])
                    array(row, "hashes")));
        }

        private static Object array(ResultSet row, String column) throws SQLException {
            Array array = row.getArray(column);
            return array.getArray();
        }
    }

    @Override
    public void keep(Seal.OnChannel seal) {
        asked(() -> {
            transaction.executeWithoutResult(_ -> {
                var parts = seal.proof().parts();
                var hashes = new ArrayList<byte[]>();
                parts.values().forEach(bytes -> {
                    byte[] hash = Hash.sha256(bytes).bytes();
                    hashes.add(hash);
                    sql.sql("insert into channel_part (hash, bytes) values (?, ?) on conflict do nothing")
                            .params(hash, bytes)
                            .update();
                });
                sql.sql(
                                "insert into channel_seal (size, note, names, hashes) values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                seal.head().size(),
                                seal.note().toString(),
                                parts.keySet().toArray(String[]::new),
                                hashes.toArray(byte[][]::new))
                        .update();
            });
            return true;
        });
    }

    @Override
    public Optional<Seal.OnChannel> latest() {
        long newest = asked(() -> sql.sql("select coalesce(max(size), 0) from channel_seal")
                .query(Long.class)
                .single());
        return newest == 0 ? Optional.empty() : at(newest);
    }

    @Override
    public Optional<Seal.OnChannel> at(long size) {
        var before = Optional.ofNullable(known.get(size));
        if (before.isPresent()) return before;
        var seal = seals(SEAL + "where size = ?", size).stream().findFirst();
        seal.ifPresent(it -> known.put(size, it));
        return seal;
    }

    @Override
    public List<Seal.OnChannel> history(long above, int most) {
        return seals(SEAL + "where size > ? order by size limit ?", above, most);
    }

    private List<Seal.OnChannel> seals(String query, Object... parameters) {
        return asked(() -> sql.sql(query).params(parameters).query((row, _) -> Row.read(row)).list().stream()
                .map(this::seal)
                .toList());
    }

    private Seal.OnChannel seal(Row row) {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < row.names().size(); i++) {
            byte[] bytes = sql.sql("select bytes from channel_part where hash = ?")
                    .param(row.hashes().get(i))
                    .query(byte[].class)
                    .single();
            parts.put(row.names().get(i), bytes);
        }
        return new Seal.OnChannel(Note.parse(row.note()), FabricProof.of(parts));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException e) {
            throw new LedgerAway(LedgerAway.At.QUERY, "the database of kept seals cannot be asked", e);
        }
    }
}
