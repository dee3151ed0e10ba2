package org.wegweis.ledgerbridge.evidence;

import java.util.List;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.seal.Seal;

/** Puts beside a sealed head what others have said of it. */
final class SealedHeads {
    private final NoteKey logKey;

    SealedHeads(NoteKey logKey) {
        this.logKey = logKey;
    }

    /** Without witnesses and without time stamps, of which there are none yet. */
    Evidence.SealedHead of(Seal.Countersigned seal) {
        String policy = "log " + logKey + "\nquorum none\n";
        return new Evidence.SealedHead(signed(seal), policy, seal, List.of());
    }

    /** The note without the ledger's line: as the log alone has signed it. */
    private Note signed(Seal.Countersigned seal) {
        return new Note(
                seal.note().text(),
                seal.note().signatures().stream()
                        .filter(signature -> signature.name().equals(logKey.name()))
                        .toList());
    }
}
