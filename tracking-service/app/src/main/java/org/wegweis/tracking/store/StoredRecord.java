package org.wegweis.tracking.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** A record as it lies in the store. */
public final class StoredRecord {
    private final byte[] bytes;
    private final Hash content;
    private @Nullable EventRecord parsed;

    /**
     * As it was read.
     *
     * @param bytes exactly as they were written
     * @param content SHA-256(nonce ‖ what was submitted)
     */
    StoredRecord(byte[] bytes, Hash content) {
        this.bytes = bytes;
        this.content = content;
    }

    /** As it is written; the event is what the bytes say. */
    StoredRecord(byte[] bytes, Hash content, EventRecord event) {
        this(bytes, content);
        this.parsed = event;
    }

    /** Exactly as they were written; nobody changes them. */
    public byte[] bytes() {
        return bytes;
    }

    Hash content() {
        return content;
    }

    public EventRecord parsed() {
        var event = parsed;
        if (event == null) parsed = event = EventRecord.parse(bytes);
        return event;
    }

    /** Whether this record came from the same submission. */
    public boolean sameContent(byte[] submitted) {
        return contentDigest(parsed().nonce(), submitted).equals(content);
    }

    static Hash contentDigest(Hash nonce, byte[] submitted) {
        return Hash.sha256(nonce.bytes(), submitted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRecord stored && Arrays.equals(bytes, stored.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
