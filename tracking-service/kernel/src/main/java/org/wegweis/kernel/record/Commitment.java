package org.wegweis.kernel.record;

import java.nio.charset.StandardCharsets;

/**
 * A personal value beside the salt that hides it. A record holds only the {@link #digest()}; once value and salt are
 * deleted the digest tells nothing, and every proof stays valid.
 *
 * @param salt 32 random bytes, new for every value
 */
public record Commitment(String value, Hash salt) {

    /** SHA-256(salt ‖ UTF-8 of the value). The salt's length is fixed, so the two parts cannot be confused. */
    public Hash digest() {
        return Hash.sha256(salt.bytes(), value.getBytes(StandardCharsets.UTF_8));
    }
}
