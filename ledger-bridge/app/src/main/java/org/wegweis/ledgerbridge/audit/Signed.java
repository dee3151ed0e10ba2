package org.wegweis.ledgerbridge.audit;

import java.util.Optional;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;

/**
 * Whose signatures count.
 *
 * @param ledgerKey countersigns what a local ledger has sealed, if that ledger is trusted
 */
record Signed(String origin, NoteKey logKey, Optional<NoteKey> ledgerKey) {

    /**
     * What a row states.
     *
     * @param head that it states, if it can be read at all
     * @param wrong why it is not to be believed; empty if it is
     */
    record Statement(Bridge.Row row, Optional<Head> head, Optional<String> wrong) {
        /** The head, if it is to be believed and stands where it belongs. */
        Optional<Head> believed() {
            return wrong.isEmpty() ? head : Optional.empty();
        }
    }

    Statement read(Bridge.Row row) {
        Optional<Head> head = Optional.empty();
        try {
            var note = Note.parse(row.note());
            var checkpoint = Checkpoint.parse(note.text());
            head = Optional.of(checkpoint.head());
            return new Statement(row, head, wrong(row, note, checkpoint));
        } catch (IllegalArgumentException e) {
            return new Statement(row, head, Optional.of("the note: " + e.getMessage()));
        }
    }

    private Optional<String> wrong(Bridge.Row row, Note note, Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin)) return Optional.of("it is of another log");
        if (!note.signedBy(logKey)) return Optional.of("the log's signature is missing");
        if (row.countersigned() && ledgerKey.isPresent() && !note.signedBy(ledgerKey.get())) {
            return Optional.of("the ledger's signature is missing");
        }
        if (checkpoint.head().size() != row.size()) return Optional.of("column size");
        return Optional.empty();
    }
}
