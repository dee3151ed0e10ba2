package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key that checks notes. As text {@code name+id+key}: the id in 8 hex digits, then base64 of the type byte
 * and the public key.
 *
 * @param name whose key it is
 * @param publicKey 32 bytes (RFC 8032) in standard base64
 */
public record NoteKey(String name, String publicKey) {
    static final byte ED25519 = 0x01;

    public NoteKey {
        KeyName.require(name);
        if (StrictBase64.decode(publicKey).length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #toString} gives */
    public static NoteKey parse(String text) {
        // base64 may hold plus signs, names and hex digits may not
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("needs name+id+key");
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length != 1 + Ed25519.PUBLIC_KEY_SIZE || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        byte[] raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
        System.arraycopy(typed, 1, raw, 0, raw.length);
        var key = new NoteKey(parts[0], StrictBase64.encode(raw));
        if (!key.toString().equals(text)) throw new IllegalArgumentException("the key's id is not its own: " + text);
        return key;
    }

    /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), big-endian. */
    public int id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            digest.update(StrictBase64.decode(publicKey));
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
        byte[] bytes = signature.bytes();
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(bytes, 0, StrictBase64.decode(publicKey), 0, message, 0, message.length);
    }

    @Override
    public String toString() {
        byte[] raw = StrictBase64.decode(publicKey);
        byte[] typed = new byte[1 + raw.length];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + StrictBase64.encode(typed);
    }
}
