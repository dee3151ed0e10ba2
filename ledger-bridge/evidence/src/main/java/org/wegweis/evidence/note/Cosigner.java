package org.wegweis.evidence.note;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;

/** A key that cosigns checkpoints: a witness's. */
public final class Cosigner {
    private final SecretKey secret;

    private Cosigner(SecretKey secret) {
        secret.key().ofCosigner();
        this.secret = secret;
    }

    /** @throws IllegalArgumentException for the type that has no time */
    public static Cosigner generate(String name, SignatureType type, SecureRandom random) {
        return new Cosigner(SecretKey.generate(name, type, random));
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #secret} gives */
    public static Cosigner parse(String secret) {
        return new Cosigner(SecretKey.parse(secret));
    }

    /** The key that checks what this one signs. */
    public NoteKey key() {
        return secret.key();
    }

    /** The text to keep under lock. */
    public String secret() {
        return secret.text();
    }

    /**
     * States that, at that time, this is the head of the longest log of that origin that the cosigner has seen, and that
     * it is consistent with all that it saw before.
     *
     * @param at whole seconds after 1970-01-01T00:00Z; what is finer is cut off
     */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        long time = at.getEpochSecond();
        if (time <= 0) throw new IllegalArgumentException("a cosignature needs a time: " + at);
        byte[] signature = secret.sign(checkpoint.text(), time);
        return NoteSignature.of(
                key(),
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(time)
                        .put(signature)
                        .array());
    }

    /** The name of the key, never the key. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
