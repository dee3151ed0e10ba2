package org.wegweis.tracking.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.wegweis.kernel.record.Hash;

/** Hands out 32 random bytes at a time from a larger draw, because every draw takes the source's lock. */
final class Nonces {
    private static final int DRAW = 32 * 1024;
    private final SecureRandom random;
    private final byte[] drawn = new byte[DRAW];
    private final ByteBuffer left = ByteBuffer.wrap(drawn).position(DRAW);

    Nonces(SecureRandom random) {
        this.random = random;
    }

    synchronized Hash next() {
        if (!left.hasRemaining()) {
            random.nextBytes(drawn);
            left.rewind();
        }
        byte[] nonce = new byte[Hash.LENGTH];
        left.get(nonce);
        return Hash.of(nonce);
    }
}
