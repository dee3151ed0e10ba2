package org.wegweis.evidence.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 key that signs notes. Its text is the secret itself: {@code PRIVATE+KEY+name+id+seed}, as Go writes it. */
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final NoteKey key;

    private NoteSigner(String name, byte[] seed) {
        this.seed = seed;
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.key = new NoteKey(name, StrictBase64.encode(publicKey));
    }

    public static NoteSigner generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #secret} gives */
    public static NoteSigner parse(String secret) {
        String[] parts =
                secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) throw new IllegalArgumentException("not a signing key");
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length != 1 + Ed25519.SECRET_KEY_SIZE || typed[0] != NoteKey.ED25519) {
            throw new IllegalArgumentException("not an Ed25519 signing key");
        }
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        System.arraycopy(typed, 1, seed, 0, seed.length);
        var signer = new NoteSigner(parts[0], seed);
        if (!signer.secret().equals(secret)) throw new IllegalArgumentException("the signing key's id is not its own");
        return signer;
    }

    /** The key that checks what this one signs. */
    public NoteKey key() {
        return key;
    }

    /** The text to keep under lock. */
    public String secret() {
        byte[] typed = new byte[1 + seed.length];
        typed[0] = NoteKey.ED25519;
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+" + StrictBase64.encode(typed);
    }

    NoteSignature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return NoteSignature.of(key, signature);
    }

    /** The name of the key, never the key. */
    @Override
    public String toString() {
        return "signer " + key.name();
    }
}
