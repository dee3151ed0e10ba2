package org.wegweis.ledgerbridge.time;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stamps the log's heads.
 *
 * @param url of an authority (RFC 3161 over HTTP); without it a built-in one that is not independent
 * @param certificates PEM: its certificate or that of who certified it, those of former authorities too; required with a
 *     url
 * @param every how often the newest head is stamped
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("wegweis.time-stamps")
public record TimeStampSettings(
        @Nullable URI url,
        @Nullable Path certificates,
        @DefaultValue("PT60S") Duration every,
        @DefaultValue("PT10S") Duration timeout) {
    public TimeStampSettings {
        if (url != null && certificates == null) {
            throw new IllegalArgumentException("wegweis.time-stamps.certificates is needed: whom to believe at " + url);
        }
    }
}
