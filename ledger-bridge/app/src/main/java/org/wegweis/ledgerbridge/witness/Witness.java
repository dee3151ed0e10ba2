package org.wegweis.ledgerbridge.witness;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessRules;
import org.wegweis.kernel.record.Hash;

/**
 * Cosigns heads of other logs, each extending the one before, and remembers every head that it was shown. Two heads of one
 * size are kept for ever and raise an alarm.
 */
public final class Witness {
    private static final Logger log = LoggerFactory.getLogger(Witness.class);
    /** The bytes of "wegW"; beside it stands the log's origin, so that each log has a lock of its own. */
    private static final int LOCK = 0x77656757;

    private static final int MOST_SHOWN = 100;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final WitnessRules rules;
    private final List<Cosigner> cosigners;
    private final InstantSource clock;
    private final WitnessRules.Memory memory = new Tables();

    /** @param cosigners the witness's keys, each of which adds its line */
    public Witness(DataSource database, WitnessRules rules, List<Cosigner> cosigners, InstantSource clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.rules = rules;
        this.cosigners = List.copyOf(cosigners);
        this.clock = clock;
    }

    /**
     * The answer to a log.
     *
     * @param lines the cosignatures, if it is {@link WitnessRules.Answer.Cosign}
     */
    public record Reply(WitnessRules.Answer answer, List<NoteSignature> lines) {}

    /** Two heads of one size, both signed by their log. */
    public record Equivocation(String origin, long size, Note first, Note second, Instant seenAt) {}

    public List<NoteKey> keys() {
        return cosigners.stream().map(Cosigner::key).toList();
    }

    /** Judges a request, and remembers what came of it before the answer is given. */
    public Reply add(AddCheckpoint request) {
        String origin = request.origin();
        if (rules.keys(origin).isEmpty()) return new Reply(new WitnessRules.Answer.UnknownLog(), List.of());
        return Objects.requireNonNull(transaction.execute(_ -> {
            // one after the other for each log, across nodes too: nobody cosigns between the check and the entry
            sql.sql("select pg_advisory_xact_lock(?, hashtext(?))")
                    .params(LOCK, origin)
                    .query()
                    .singleRow();
            var judgement = rules.judge(request, memory);
            judgement.seen().ifPresent(seen -> remember(seen, request.checkpoint(), judgement.contradicted()));
            if (!(judgement.answer() instanceof WitnessRules.Answer.Cosign)) {
                return new Reply(judgement.answer(), List.of());
            }
            return new Reply(judgement.answer(), cosign(judgement.seen().orElseThrow(), request.checkpoint()));
        }));
    }

    /** What the log's keys alone have signed. */
    private Note genuine(String origin, Note note) {
        return note.only(rules.keys(origin));
    }

    private void remember(Checkpoint seen, Note note, Optional<Note> contradicted) {
        String origin = seen.origin();
        long size = seen.head().size();
        String root = seen.head().root().toString();
        var now = Timestamp.from(clock.instant());
        var genuine = genuine(origin, note);
        boolean isNew =
                sql.sql("""
                        insert into witness_seen (origin, size, root, note, seen_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """).params(origin, size, root, genuine.toString(), now).update() == 1;
        if (!isNew || contradicted.isEmpty()) return;
        sql.sql("""
                insert into witness_equivocation (origin, size, root, first_note, second_note, seen_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(origin, size, root, contradicted.get().toString(), genuine.toString(), now)
                .update();
        log.atError()
                .addKeyValue("origin", origin)
                .addKeyValue("size", size)
                .log("a log has signed two heads of one size");
    }

    private List<NoteSignature> cosign(Checkpoint checkpoint, Note note) {
        var now = clock.instant();
        var lines = cosigners.stream()
                .map(cosigner -> cosigner.cosign(checkpoint, now))
                .toList();
        sql.sql("""
                insert into witness_cosigned (origin, size, root, note) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        checkpoint.origin(),
                        checkpoint.head().size(),
                        checkpoint.head().root().toString(),
                        genuine(checkpoint.origin(), note).with(lines).toString())
                .update();
        return lines;
    }

    /**
     * The largest head of a witnessed log that was cosigned, with the log's signature and ours.
     *
     * @param originHash SHA-256 of the origin in 64 small hex digits
     */
    public Optional<Note> latest(String originHash) {
        return origins().stream()
                .filter(origin -> Hash.sha256(origin.getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .equals(originHash))
                .findFirst()
                .flatMap(this::cosigned);
    }

    private Optional<Note> cosigned(String origin) {
        return sql.sql("select note from witness_cosigned where origin = ? order by size desc limit 1")
                .param(origin)
                .query(String.class)
                .optional()
                .map(Note::parse);
    }

    private List<String> origins() {
        return rules.logs().stream().map(NoteKey::name).distinct().toList();
    }

    /** The newest first, of all logs that ever were witnessed, {@value #MOST_SHOWN} at most. */
    public List<Equivocation> equivocations() {
        return sql.sql("""
                        select origin, size, first_note, second_note, seen_at from witness_equivocation
                        order by seen_at desc, origin, size, root limit ?
                        """)
                .param(MOST_SHOWN)
                .query((row, _) -> new Equivocation(
                        row.getString(1),
                        row.getLong(2),
                        Note.parse(row.getString(3)),
                        Note.parse(row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** How many of them are of logs that are witnessed now: a human must look. */
    public long alarms() {
        var origins = origins();
        if (origins.isEmpty()) return 0;
        return sql.sql("select count(*) from witness_equivocation where origin in (:origins)")
                .param("origins", origins)
                .query(Long.class)
                .single();
    }

    private final class Tables implements WitnessRules.Memory {
        @Override
        public Optional<Head> cosigned(String origin) {
            return Witness.this
                    .cosigned(origin)
                    .map(note -> Checkpoint.parse(note.text()).head());
        }

        @Override
        public Optional<Note> contradicting(String origin, Head head) {
            return sql.sql("""
                            select note from witness_seen where origin = ? and size = ? and root <> ?
                            order by seen_at limit 1
                            """)
                    .params(origin, head.size(), head.root().toString())
                    .query(String.class)
                    .optional()
                    .map(Note::parse);
        }
    }
}
