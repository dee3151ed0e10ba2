package org.wegweis.ledgerbridge.log;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.witness.WitnessPolicy;

/** The log's checkpoints with what its witnesses have added. Lines of witnesses that the policy does not name stay unseen. */
public final class Cosigned {
    private static final int MOST = 100;

    private final JdbcClient sql;
    private final Checkpoints checkpoints;
    private final WitnessPolicy policy;
    /** Names and ids. */
    private final List<String> witnesses;

    public Cosigned(DataSource database, Checkpoints checkpoints, WitnessPolicy policy) {
        this.sql = JdbcClient.create(database);
        this.checkpoints = checkpoints;
        this.policy = policy;
        this.witnesses = policy.keys().stream().map(NoteKey::nameAndId).toList();
    }

    public WitnessPolicy policy() {
        return policy;
    }

    /** The checkpoint of that size: the log's line first, then those of its witnesses. */
    public Optional<Note> note(long size) {
        return checkpoints.at(size).map(this::cosigned);
    }

    private Note cosigned(Note note) {
        return note.with(lines(Checkpoint.parse(note.text()).head().size()));
    }

    /**
     * What the log shows as its newest checkpoint: the newest that meets the policy. While none does, and where the policy
     * asks for nothing, the newest of all.
     */
    public Optional<Note> newest() {
        Optional<Long> met =
                policy.threshold() == 0 ? Optional.empty() : met(0).stream().findFirst();
        return met.flatMap(this::note).or(() -> checkpoints.latest().map(this::cosigned));
    }

    /**
     * Sizes of heads that enough witnesses have cosigned, by falling size, {@value #MOST} at most.
     *
     * @param above only larger ones
     */
    public List<Long> met(long above) {
        if (witnesses.isEmpty()) return List.of();
        return sql.sql("""
                        select size from cosignature where size > :above and witness in (:witnesses)
                        group by size having count(*) >= :threshold order by size desc limit :most
                        """)
                .param("above", above)
                .param("witnesses", witnesses)
                .param("threshold", policy.threshold())
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    /** Size of the largest head that the witness has cosigned; 0 if none. */
    public long largest(NoteKey witness) {
        return sql.sql("select coalesce(max(size), 0) from cosignature where witness = ?")
                .param(witness.nameAndId())
                .query(Long.class)
                .single();
    }

    /**
     * Keeps a line; the first of a witness for a size stays.
     *
     * @param line which the witness has really made for the checkpoint of that size
     */
    public void add(long size, NoteKey witness, NoteSignature line) {
        sql.sql("insert into cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing")
                .params(size, witness.nameAndId(), line.toString())
                .update();
    }

    private List<NoteSignature> lines(long size) {
        if (witnesses.isEmpty()) return List.of();
        return sql
                .sql("select line from cosignature where size = :size and witness in (:witnesses) order by witness")
                .param("size", size)
                .param("witnesses", witnesses)
                .query(String.class)
                .list()
                .stream()
                .map(NoteSignature::parse)
                .toList();
    }
}
