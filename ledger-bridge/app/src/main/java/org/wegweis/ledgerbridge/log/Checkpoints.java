package org.wegweis.ledgerbridge.log;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wegweis.evidence.note.Note;

/** What the log's key has signed so far; the table takes no change and no deletion. */
public final class Checkpoints {
    private final JdbcClient sql;

    public Checkpoints(DataSource database) {
        sql = JdbcClient.create(database);
    }

    public Optional<Note> latest() {
        return sql.sql("select note from checkpoint order by size desc limit 1")
                .query(String.class)
                .optional()
                .map(Note::parse);
    }

    /** The one that states that size. */
    public Optional<Note> at(long size) {
        return sql.sql("select note from checkpoint where size = ?")
                .param(size)
                .query(String.class)
                .optional()
                .map(Note::parse);
    }

    /** How many are of more entries than that. */
    public long above(long size) {
        return sql.sql("select count(*) from checkpoint where size > ?")
                .param(size)
                .query(Long.class)
                .single();
    }

    /** @param size the size that the note states */
    public void add(long size, Note note) {
        sql.sql("insert into checkpoint (size, note) values (?, ?)")
                .params(size, note.toString())
                .update();
    }
}
