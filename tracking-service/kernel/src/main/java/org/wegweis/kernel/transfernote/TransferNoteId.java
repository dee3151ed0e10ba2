package org.wegweis.kernel.transfernote;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one transfer note, whether or not it has an official number. A UUIDv7. */
public record TransferNoteId(UUID value) {
    public TransferNoteId {
        Uuid7.require(value);
    }

    public static TransferNoteId parse(String text) {
        return new TransferNoteId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
