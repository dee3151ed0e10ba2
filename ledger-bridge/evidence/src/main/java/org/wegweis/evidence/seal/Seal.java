package org.wegweis.evidence.seal;

import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;

/** The proof that a ledger holds a head. */
public sealed interface Seal {

    Head head();

    /** The checkpoint's note with one more signature: the ledger's. Rests on that one key alone. */
    record Countersigned(Note note) implements Seal {
        public Countersigned {
            Checkpoint.parse(note.text());
        }

        @Override
        public Head head() {
            return Checkpoint.parse(note.text()).head();
        }
    }
}
