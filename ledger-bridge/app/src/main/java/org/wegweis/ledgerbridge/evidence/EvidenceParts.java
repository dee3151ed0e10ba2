package org.wegweis.ledgerbridge.evidence;

import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.ledgerbridge.gathering.Doors;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.Keys;
import org.wegweis.ledgerbridge.sealing.SealingSettings;

@Configuration(proxyBeanMethods = false)
class EvidenceParts {

    @Bean
    Trust trust(Keys keys) {
        return keys.trust();
    }

    @Bean
    Packages packages(
            LogStore log,
            Ledger ledger,
            Keys keys,
            Trust trust,
            SealingSettings sealing,
            InstantSource clock,
            @Value("${wegweis.tracking-service.url}") URI trackingService,
            @Value("${wegweis.mobile-api.url}") URI mobileApi,
            @Value("${wegweis.projections.url}") URI projections) {
        return new Packages(
                new Doors(trackingService, mobileApi, projections),
                log,
                ledger,
                new SealedHeads(keys.log().key()),
                new PackageWriter(keys.seal()),
                trust,
                sealing.every(),
                clock);
    }
}
