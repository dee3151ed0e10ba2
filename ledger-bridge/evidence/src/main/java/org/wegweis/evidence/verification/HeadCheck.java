package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.untrusted;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.PartName;

/** Who has signed the head of the log, and who has sealed it. */
final class HeadCheck {
    private HeadCheck() {}

    static Finding signed(Contents contents, Optional<Trust> trust) {
        var note = Note.parse(contents.part(PartName.CHECKPOINT));
        if (!note.equals(note.ordered())) {
            throw wrong("eine Unterschrift steht doppelt oder woanders", "a signature stands twice or elsewhere");
        }
        return signed(note, trust);
    }

    static Finding signed(Note note, Optional<Trust> trust) {
        var checkpoint = Checkpoint.parse(note.text());
        if (trust.isEmpty()) {
            return untrusted("Prüfpunkt von " + checkpoint.origin(), "checkpoint of " + checkpoint.origin());
        }
        if (!checkpoint.origin().equals(trust.get().origin())) {
            throw wrong("er ist von einem anderen Protokoll", "it is of another log");
        }
        if (!note.signedBy(trust.get().logKey())) throw wrong("der Schlüssel fehlt", "the key has not signed");
        return holds(
                "Das Protokoll %s hat den Prüfpunkt unterschrieben.".formatted(checkpoint.origin()),
                "The log %s has signed the checkpoint.".formatted(checkpoint.origin()));
    }

    static Finding sealed(Contents contents, Optional<Trust> trust) {
        var note = Note.parse(contents.part(PartName.SEAL));
        var checkpoint = Note.parse(contents.part(PartName.CHECKPOINT));
        if (!note.text().equals(checkpoint.text())) throw wrong("er siegelt etwas anderes", "it seals something else");
        if (trust.isEmpty()) return untrusted("lokaler Ledger", "local ledger");
        if (!(trust.get().ledger() instanceof Trust.Local(var ledgerKey))) {
            throw wrong(
                    "nach der Vertrauensdatei siegelt ein Konsortium, kein lokaler Ledger",
                    "by the trust file a consortium seals, not a local ledger");
        }
        // the log first, then the ledger, nobody else and nobody twice
        var known = List.of(trust.get().logKey(), ledgerKey);
        if (note.signatures().size() != known.size()
                || !List.copyOf(note.signedBy(known)).equals(known)) {
            throw wrong("der Schlüssel fehlt", "the key has not signed");
        }
        return holds(
                "Der lokale Ledger des Betreibers hat den Prüfpunkt gegengezeichnet.",
                "The operator's local ledger has countersigned the checkpoint.");
    }
}
