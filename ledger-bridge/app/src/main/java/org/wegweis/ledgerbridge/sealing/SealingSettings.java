package org.wegweis.ledgerbridge.sealing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How heads are signed and sealed.
 *
 * @param every how often
 * @param origin the log's name in its checkpoints, and the name of its key
 * @param ledgerName the name of the local ledger's key
 * @param operator who seals packages, as the certificate says it
 * @param logKey the log's signing key as text; without it, it is kept in the folder of keys
 * @param ledgerKey the local ledger's signing key as text; without it, it is kept in the folder of keys
 */
@ConfigurationProperties("wegweis.sealing")
public record SealingSettings(
        @DefaultValue("PT60S") Duration every,
        @DefaultValue("wegweis.example/log") String origin,
        @DefaultValue("wegweis.example/ledger") String ledgerName,
        @DefaultValue("Wegweis") String operator,
        @Nullable String logKey,
        @Nullable String ledgerKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "every " + every + ", " + origin + ", " + ledgerName + ", " + operator;
    }
}
