package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key that checks notes. As text {@code name+id+key}: the id in 8 hex digits, then base64 of the type's byte and the
 * public key.
 *
 * @param name whose key it is
 * @param type of its signatures
 * @param publicKey as long as the type says, in standard base64
 */
public record NoteKey(String name, SignatureType type, String publicKey) {
    public NoteKey {
        KeyName.require(name);
        if (StrictBase64.decode(publicKey).length != type.publicKeyLength()) {
            throw new IllegalArgumentException("a key of this type has " + type.publicKeyLength() + " bytes");
        }
    }

    static NoteKey of(String name, SignatureType type, byte[] publicKey) {
        return new NoteKey(name, type, StrictBase64.encode(publicKey));
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #toString} gives */
    public static NoteKey parse(String text) {
        // base64 may hold plus signs, names and hex digits may not
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("needs name+id+key");
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length == 0) throw new IllegalArgumentException("a key without bytes");
        var key = of(parts[0], SignatureType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text)) throw new IllegalArgumentException("the key's id is not its own: " + text);
        return key;
    }

    /**
     * This key, if it may speak for a log.
     *
     * @throws IllegalArgumentException if it is a cosigner's
     */
    public NoteKey ofLog() {
        if (type.hasTime()) throw new IllegalArgumentException("the key of a cosigner, not of a log: " + name);
        return this;
    }

    /**
     * This key, if it may speak for a cosigner.
     *
     * @throws IllegalArgumentException if it is a log's
     */
    public NoteKey ofCosigner() {
        if (!type.hasTime()) throw new IllegalArgumentException("the key of a log, not of a cosigner: " + name);
        return this;
    }

    /** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), big-endian. */
    public int id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(typed());
            return ByteBuffer.wrap(digest.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Whether the line claims to be of this key: same name, same id. */
    boolean claimedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Whether this key made that signature over that text. */
    boolean made(NoteSignature signature, String text) {
        if (!type.hasTime()) return verify(text, 0, signature.bytes());
        byte[] bytes = signature.bytes();
        if (bytes.length < Long.BYTES) return false;
        long time = ByteBuffer.wrap(bytes).getLong();
        // a time of zero says that the cosigner vouches for no time: no witness does that
        return time > 0 && verify(text, time, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    }

    private boolean verify(String text, long time, byte[] signature) {
        byte[] message;
        try {
            message = type.message(name, text, time);
        } catch (IllegalArgumentException _) {
            return false;
        }
        return type.verify(StrictBase64.decode(publicKey), message, signature);
    }

    /** When a signature that this key has made says it was made; the furthest time there is, if it says a later one. */
    Optional<Instant> time(NoteSignature signature) {
        if (!type.hasTime()) return Optional.empty();
        long seconds = ByteBuffer.wrap(signature.bytes()).getLong();
        return Optional.of(Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond())));
    }

    /** {@code name+id}: what a signature line claims, and shorter than the key. */
    public String nameAndId() {
        return name + "+" + HexFormat.of().toHexDigits(id());
    }

    @Override
    public String toString() {
        return nameAndId() + "+" + StrictBase64.encode(typed());
    }

    private byte[] typed() {
        byte[] raw = StrictBase64.decode(publicKey);
        return ByteBuffer.allocate(1 + raw.length).put(type.code()).put(raw).array();
    }
}
