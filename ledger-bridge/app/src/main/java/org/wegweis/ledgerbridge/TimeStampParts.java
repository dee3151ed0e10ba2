package org.wegweis.ledgerbridge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Trust.TsaCertificate;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.sealing.Keys;
import org.wegweis.ledgerbridge.time.HttpTimeStampAuthority;
import org.wegweis.ledgerbridge.time.Stamper;
import org.wegweis.ledgerbridge.time.TimeStampSettings;
import org.wegweis.ledgerbridge.time.TimeStamps;

/** Time stamps, with what an operator sees of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeStampSettings.class)
class TimeStampParts {

    @Bean
    @DependsOnDatabaseInitialization
    TimeStamps timeStamps(DataSource database) {
        return new TimeStamps(database);
    }

    @Bean
    TimeStampAuthority timeStampAuthority(
            @Value("${wegweis.keys}") Path folder, TimeStampSettings settings, InstantSource clock) {
        if (settings.url() == null) return Keys.testAuthority(folder, clock);
        return new HttpTimeStampAuthority(settings.url(), certificates(settings), settings.timeout(), clock);
    }

    /** Every authority that has stamped or may; the built-in one too, as long as its key is kept. */
    @Bean
    Trust trust(
            Keys keys,
            Trust.Ledger ledger,
            WitnessPolicy witnesses,
            @Value("${wegweis.keys}") Path folder,
            TimeStampSettings settings,
            InstantSource clock) {
        var known = new ArrayList<TsaCertificate>();
        certificates(settings).forEach(one -> known.add(new TsaCertificate(one, true)));
        if (settings.url() == null || Keys.hasTestAuthority(folder)) {
            known.add(new TsaCertificate(Keys.testAuthority(folder, clock).certificate(), false));
        }
        return keys.trust(ledger).witnessedBy(witnesses).withTsaCertificates(known);
    }

    private static List<X509Certificate> certificates(TimeStampSettings settings) {
        var file = settings.certificates();
        if (file == null) return List.of();
        try {
            return Certificates.pem(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the authorities' certificates cannot be read: " + file, e);
        }
    }

    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    Stamper stamper(
            Checkpoints checkpoints,
            TimeStamps timeStamps,
            TimeStampAuthority authority,
            TimeStampSettings settings,
            InstantSource clock) {
        var stamper = new Stamper(checkpoints, timeStamps, authority, clock);
        stamper.every(settings.every());
        return stamper;
    }

    /** The authority may be away, heads wait for it and nothing else does. */
    @Bean
    HealthIndicator timeStampsHealthIndicator(Stamper stamper, TimeStampAuthority authority) {
        return () -> {
            var health = Health.up()
                    .withDetail("authority", authority.name())
                    .withDetail("independent", authority.independent());
            stamper.trouble()
                    .ifPresent(trouble -> health.withDetail("trouble", trouble.why())
                            .withDetail("since", trouble.since().toString())
                            .withDetail("wrongToken", trouble.wrong()));
            try {
                health.withDetail("waiting", stamper.waiting());
            } catch (DataAccessException | TransactionException _) {
                health.down().withDetail("waiting", "unknown");
            }
            return health.build();
        };
    }

    @Bean
    MeterBinder timeStampMeters(Stamper stamper) {
        return meters -> {
            Gauge.builder("wegweis.timestamps.waiting", stamper::waiting)
                    .description("signed heads newer than the newest time-stamped one")
                    .register(meters);
            Gauge.builder("wegweis.timestamps.age", () -> stamper.age().toSeconds())
                    .description("how long the authority has not stamped what was asked")
                    .baseUnit("seconds")
                    .register(meters);
        };
    }
}
