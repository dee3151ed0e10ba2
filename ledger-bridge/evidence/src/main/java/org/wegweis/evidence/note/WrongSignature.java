package org.wegweis.evidence.note;

/** A line claims to be the signature of a known key, and is not: the whole note is refused. */
public final class WrongSignature extends IllegalArgumentException {
    private final NoteKey key;

    WrongSignature(NoteKey key) {
        super("not the signature of " + key.name());
        this.key = key;
    }

    public NoteKey key() {
        return key;
    }
}
