package org.wegweis.evidence.note;

import java.security.SecureRandom;

/** An Ed25519 key that signs notes: a log's, a ledger's. */
public final class NoteSigner {
    private final SecretKey secret;

    private NoteSigner(SecretKey secret) {
        secret.key().ofLog();
        this.secret = secret;
    }

    public static NoteSigner generate(String name, SecureRandom random) {
        return new NoteSigner(SecretKey.generate(name, SignatureType.ED25519, random));
    }

    /** @throws IllegalArgumentException for any spelling but the one that {@link #secret} gives */
    public static NoteSigner parse(String secret) {
        return new NoteSigner(SecretKey.parse(secret));
    }

    /** The key that checks what this one signs. */
    public NoteKey key() {
        return secret.key();
    }

    /** The text to keep under lock. */
    public String secret() {
        return secret.text();
    }

    NoteSignature sign(String text) {
        return NoteSignature.of(key(), secret.sign(text, 0));
    }

    /** The name of the key, never the key. */
    @Override
    public String toString() {
        return secret.toString();
    }
}
