package org.wegweis.chaincode.contract;

import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.kernel.json.Json;

/**
 * A head that the log's key has signed, as it came to the ledger: sealed, or kept because it contradicts a sealed one.
 *
 * @param note as first given
 * @param key the log's key of that moment, which has signed the note
 * @param transaction that brought it
 */
record SignedHead(String origin, Head head, Note note, NoteKey key, String transaction) {

    static SignedHead parse(byte[] value) {
        var stored = Stored.parse(value);
        return new SignedHead(
                stored.text("origin"),
                head(stored),
                Note.parse(stored.text("note")),
                NoteKey.parse(stored.text("vkey")),
                stored.text("transaction"));
    }

    static Head head(Stored stored) {
        return new Head(stored.number("size"), TreeHash.parse(stored.text("root")));
    }

    static Json.Obj json(Head head) {
        return Json.Obj.of().with("size", head.size()).with("root", head.root().toString());
    }

    Json.Obj json() {
        return json(head)
                .with("origin", origin)
                .with("note", note.toString())
                .with("vkey", key.toString())
                .with("transaction", transaction);
    }
}
