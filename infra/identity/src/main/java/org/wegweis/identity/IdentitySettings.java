package org.wegweis.identity;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the provider is told.
 *
 * @param issuer its own address, as tokens name it
 * @param console where the browser client lives
 * @param mobileApiSecret the service client's secret
 * @param tokensLive how long an access token is good
 */
@ConfigurationProperties("wegweis.identity")
record IdentitySettings(
        URI issuer,
        URI console,
        String mobileApiSecret,
        @DefaultValue("PT1H") Duration tokensLive) {}
