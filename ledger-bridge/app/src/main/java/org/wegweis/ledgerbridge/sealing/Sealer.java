package org.wegweis.ledgerbridge.sealing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Refusal;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;

/**
 * Signs the log's head now and then, and has it sealed. Signed is only a head that provably extends the one signed
 * before. While the ledger is away signing goes on; the newest head, once sealed, covers all before it.
 */
public final class Sealer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    /** The bytes of "wegweisS", so that nobody else takes this lock by chance. */
    private static final long LOCK = 0x77656777_65697353L;

    private final LogStore store;
    private final Checkpoints checkpoints;
    private final NoteSigner key;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sealing").factory());
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<LedgerAway.At> away = Optional.empty();
    private volatile Optional<String> contradiction = Optional.empty();

    public Sealer(DataSource database, LogStore store, Checkpoints checkpoints, NoteSigner key, Ledger ledger) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.key = key;
        this.ledger = ledger;
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Signs and seals now, and again and again. */
    public void every(Duration duration) {
        var _ = timer.scheduleWithFixedDelay(this::attempt, 0, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What keeps heads from being sealed for now, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** How far the last attempt came, if the ledger was away. */
    public Optional<LedgerAway.At> away() {
        return away;
    }

    /** Why nothing is signed any more, if so: a head would contradict one that was signed or sealed. */
    public Optional<String> contradiction() {
        return contradiction;
    }

    @Override
    public void close() {
        timer.close();
    }

    private void attempt() {
        if (contradiction.isPresent()) return;
        try {
            signAndSeal();
            if (trouble.isPresent()) log.atInfo().log("sealing goes on");
            trouble = Optional.empty();
            away = Optional.empty();
        } catch (Contradiction e) {
            contradiction = Optional.of(String.valueOf(e.getMessage()));
            log.atError().setCause(e).addKeyValue("why", e.getMessage()).log("sealing stopped");
        } catch (RuntimeException e) {
            // the next time is soon enough; what is signed waits in its table
            if (trouble.isEmpty())
                log.atWarn().addKeyValue("cause", e.toString()).log("sealing interrupted");
            var ledgerAway = e instanceof LedgerAway it ? Optional.of(it) : Optional.<LedgerAway>empty();
            away = ledgerAway.map(LedgerAway::at);
            trouble = Optional.of(
                    ledgerAway.map(LedgerAway::getMessage).orElse(e.getClass().getSimpleName()));
        }
    }

    /**
     * Signs and seals what is new, if anything is.
     *
     * @throws Contradiction if a head would not extend the one before
     * @throws LedgerAway if the ledger cannot be asked now; what was signed stays
     */
    public void signAndSeal() {
        sign().ifPresent(this::seal);
    }

    /** The newest signed head, after signing what is new. */
    private Optional<Note> sign() {
        return transaction.execute(_ -> {
            // one after the other, across nodes too
            sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            var latest = checkpoints.latest();
            Head before = latest.map(this::own).orElse(Head.EMPTY);
            long size = store.size();
            if (size == before.size()) return latest;
            if (size < before.size()) throw new Contradiction("the log is shorter than its head of " + before.size());
            Head head = store.tree().head(size);
            requireExtends(before, head, proof(before, head));
            var note = Note.signed(new Checkpoint(key.key().name(), head).text(), key);
            checkpoints.add(size, note);
            log.atInfo().addKeyValue("size", size).log("head signed");
            return Optional.of(note);
        });
    }

    private void seal(Note note) {
        Head head = own(note);
        Head sealed = sealedHead();
        if (sealed.size() >= head.size()) return; // another node had a later head sealed
        var proof = proof(sealed, head);
        requireExtends(sealed, head, proof);
        switch (ledger.seal(note, proof)) {
            case Sealing.Sealed(var seal) ->
                log.atInfo().addKeyValue("size", seal.head().size()).log("head sealed");
            case Sealing.Refused(var reason) -> {
                boolean overtaken =
                        reason == Refusal.DOES_NOT_EXTEND && !sealedHead().equals(sealed);
                if (!overtaken) throw new Contradiction("the ledger refuses the head: " + reason);
            }
        }
    }

    /** The ledger's newest head, which must be one of ours. */
    private Head sealedHead() {
        Head sealed = ledger.latest().map(Seal::head).orElse(Head.EMPTY);
        boolean ours = sealed.size() == 0
                || checkpoints
                        .at(sealed.size())
                        .map(this::own)
                        .filter(sealed::equals)
                        .isPresent();
        if (!ours) {
            throw new Contradiction("the ledger holds a head of " + sealed.size() + " that was not signed here");
        }
        return sealed;
    }

    /** The head that a note of this log states. */
    private Head own(Note note) {
        if (!note.signedBy(key.key())) throw new Contradiction("another key has signed the log's last head");
        return Checkpoint.parse(note.text()).head();
    }

    private List<TreeHash> proof(Head from, Head to) {
        return from.size() == 0 ? List.of() : store.tree().consistencyProof(from.size(), to.size());
    }

    private static void requireExtends(Head before, Head head, List<TreeHash> proof) {
        if (before.size() > 0 && !Proofs.consistent(before, head, proof)) {
            throw new Contradiction(
                    "the log of " + head.size() + " entries does not extend its head of " + before.size());
        }
    }

    /** What must never be signed. Trying again changes nothing: a human must look. */
    public static final class Contradiction extends RuntimeException {
        Contradiction(String message) {
            super(message);
        }
    }
}
