package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note.
 *
 * @param base64 key id (4 bytes, big-endian) and signature, in standard base64
 */
public record NoteSignature(String name, String base64) {
    private static final int ID = Integer.BYTES;
    private static final String DASH = "—";

    public NoteSignature {
        KeyName.require(name);
        if (StrictBase64.decode(base64).length <= ID) throw new IllegalArgumentException("a signature without bytes");
    }

    /** @throws IllegalArgumentException unless the line, without its newline, is exactly what {@link #toString} gives */
    public static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals(DASH)) throw new IllegalArgumentException("not a signature line");
        return new NoteSignature(parts[1], parts[2]);
    }

    static NoteSignature of(NoteKey key, byte[] signature) {
        byte[] all = ByteBuffer.allocate(ID + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), StrictBase64.encode(all));
    }

    int keyId() {
        return ByteBuffer.wrap(StrictBase64.decode(base64)).getInt();
    }

    byte[] bytes() {
        byte[] all = StrictBase64.decode(base64);
        return Arrays.copyOfRange(all, ID, all.length);
    }

    @Override
    public String toString() {
        return DASH + " " + name + " " + base64;
    }
}
