package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The secret behind a {@link NoteKey}. Its text is the secret itself: {@code PRIVATE+KEY+name+id+seed}, as Go writes it. */
final class SecretKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final NoteKey key;

    private SecretKey(String name, SignatureType type, byte[] seed) {
        if (seed.length != SignatureType.SEED) throw new IllegalArgumentException("a seed has 32 bytes");
        this.seed = seed;
        this.key = NoteKey.of(name, type, type.publicKey(seed));
    }

    static SecretKey generate(String name, SignatureType type, SecureRandom random) {
        byte[] seed = new byte[SignatureType.SEED];
        random.nextBytes(seed);
        return new SecretKey(name, type, seed);
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #text} gives */
    static SecretKey parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) throw new IllegalArgumentException("not a signing key");
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length == 0) throw new IllegalArgumentException("a signing key without bytes");
        var type = SignatureType.of(typed[0]);
        var secret = new SecretKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!secret.text().equals(text)) throw new IllegalArgumentException("the signing key's id is not its own");
        return secret;
    }

    NoteKey key() {
        return key;
    }

    String text() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length)
                .put(key.type().code())
                .put(seed)
                .array();
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+" + StrictBase64.encode(typed);
    }

    /** @param time ignored by the type that has none */
    byte[] sign(String text, long time) {
        return key.type().sign(seed, key.type().message(key.name(), text, time));
    }

    /** The name of the key, never the key. */
    @Override
    public String toString() {
        return "signer " + key.name();
    }
}
