package org.wegweis.ledgerbridge.sealing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;

/**
 * A table that takes no change and no deletion, and a key of its own. Its operator is the log's operator: no independent
 * party has sealed what lies here.
 */
public final class LocalLedger implements Ledger {
    /** The bytes of "wegweisL", so that nobody else takes this lock by chance. */
    private static final long LOCK = 0x77656777_6569734CL;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SealingRules rules;
    private final NoteSigner key;

    public LocalLedger(DataSource database, SealingRules rules, NoteSigner key) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.rules = rules;
        this.key = key;
    }

    @Override
    public Sealing seal(Note checkpoint, List<TreeHash> consistency) {
        return asked(() -> transaction.execute(_ -> {
            // one after the other, across nodes too
            sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            var verdict =
                    rules.judge(checkpoint, consistency, latest().map(Seal::head), size -> at(size).map(Seal::head));
            return switch (verdict) {
                case SealingRules.Verdict.Fresh(var head) -> {
                    var note = checkpoint.with(key);
                    sql.sql("insert into local_seal (size, note) values (?, ?)")
                            .params(head.size(), note.toString())
                            .update();
                    yield new Sealing.Sealed(new Seal.Countersigned(note));
                }
                case SealingRules.Verdict.Known(var head) ->
                    new Sealing.Sealed(at(head.size()).orElseThrow());
                case SealingRules.Verdict.Refused(var reason) -> new Sealing.Refused(reason);
            };
        }));
    }

    @Override
    public Optional<Seal> latest() {
        return asked(() -> sql.sql("select note from local_seal order by size desc limit 1")
                .query(String.class)
                .optional()
                .map(LocalLedger::seal));
    }

    @Override
    public Optional<Seal> at(long size) {
        return asked(() -> sql.sql("select note from local_seal where size = ?")
                .param(size)
                .query(String.class)
                .optional()
                .map(LocalLedger::seal));
    }

    @Override
    public List<Seal> history(long above, int most) {
        return asked(() -> sql
                .sql("select note from local_seal where size > ? order by size limit ?")
                .params(above, most)
                .query(String.class)
                .list()
                .stream()
                .map(LocalLedger::seal)
                .toList());
    }

    private static Seal seal(String note) {
        return new Seal.Countersigned(Note.parse(note));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException e) {
            throw new LedgerAway(LedgerAway.At.QUERY, "the local ledger's database cannot be asked", e);
        }
    }
}
