package org.wegweis.ledgerbridge.witness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Being a witness.
 *
 * @param logs keys of the logs to witness, as {@code name+id+key}; while there are none, nothing is witnessed
 * @param name the witness's name in its cosignatures
 * @param key its Ed25519 key as text; without it, it is kept in the folder of keys
 * @param mlDsaKey its ML-DSA-44 key as text; without it, it is kept in the folder of keys
 */
@ConfigurationProperties("wegweis.witness")
record WitnessSettings(
        @DefaultValue List<String> logs,
        @DefaultValue("wegweis.example/witness") String name,
        @Nullable String key,
        @Nullable String mlDsaKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return logs + ", " + name;
    }
}
