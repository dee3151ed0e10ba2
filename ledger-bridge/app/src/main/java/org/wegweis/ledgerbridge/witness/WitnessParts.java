package org.wegweis.ledgerbridge.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.evidence.witness.WitnessRules;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.KeyFolder;
import org.wegweis.ledgerbridge.sealing.Keys;

/** Being a witness and asking witnesses, with what an operator sees of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WitnessSettings.class, AskingSettings.class})
class WitnessParts {

    @Bean
    WitnessPolicy witnessPolicy(AskingSettings settings, Keys keys) {
        return settings.policy(keys.log().key());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Cosigned cosigned(DataSource database, Checkpoints checkpoints, WitnessPolicy policy) {
        return new Cosigned(database, checkpoints, policy);
    }

    @Bean
    @DependsOnDatabaseInitialization // its threads start at once
    Asking asking(LogStore log, Checkpoints checkpoints, Cosigned cosigned, AskingSettings settings) {
        var asking = new Asking(log, checkpoints, cosigned, settings.patience());
        asking.every(settings.every());
        return asking;
    }

    @Bean
    @DependsOnDatabaseInitialization
    Witness witness(
            DataSource database, WitnessSettings settings, @Value("${wegweis.keys}") Path folder, InstantSource clock) {
        var logs = settings.logs().stream().map(NoteKey::parse).toList();
        return new Witness(
                database, new WitnessRules(logs), logs.isEmpty() ? List.of() : cosigners(settings, folder), clock);
    }

    private static List<Cosigner> cosigners(WitnessSettings settings, Path folder) {
        var files = KeyFolder.open(folder);
        return List.of(
                cosigner(files, "witness.key", SignatureType.COSIGNATURE_V1, settings.name(), settings.key()),
                cosigner(files, "witness-ml-dsa.key", SignatureType.ML_DSA_44, settings.name(), settings.mlDsaKey()));
    }

    private static Cosigner cosigner(
            KeyFolder files, String file, SignatureType type, String name, @Nullable String given) {
        String secret = given != null
                ? given
                : files.text(
                        file,
                        () -> Cosigner.generate(name, type, new SecureRandom()).secret() + "\n");
        var cosigner = Cosigner.parse(secret.strip());
        if (!cosigner.key().name().equals(name) || cosigner.key().type() != type) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is " + cosigner.key().nameAndId() + ", not " + type + " of " + name);
        }
        return cosigner;
    }

    /** A log that has signed two heads of one size needs a human. */
    @Bean
    HealthIndicator witnessHealthIndicator(Witness witness) {
        return () -> {
            try {
                long alarms = witness.alarms();
                return (alarms == 0 ? Health.up() : Health.down())
                        .withDetail("equivocations", alarms)
                        .build();
            } catch (DataAccessException | TransactionException _) {
                return Health.down().withDetail("equivocations", "unknown").build();
            }
        };
    }

    /** A witness may be away; its trouble is shown and stops nothing. */
    @Bean
    HealthIndicator witnessesHealthIndicator(Asking asking) {
        return () -> {
            var health = Health.up();
            try {
                for (var one : asking.standings()) {
                    var details = new TreeMap<String, Object>();
                    details.put("cosigned", one.cosigned());
                    one.trouble().ifPresent(trouble -> details.put("trouble", trouble));
                    health.withDetail(one.witness(), details);
                }
            } catch (DataAccessException | TransactionException _) {
                health.down();
            }
            return health.build();
        };
    }

    @Bean
    MeterBinder witnessMeters(Witness witness, Asking asking, WitnessPolicy policy) {
        return meters -> {
            Gauge.builder("wegweis.witness.equivocations", witness::alarms)
                    .description("sizes for which a witnessed log has signed two heads")
                    .register(meters);
            for (var key : policy.keys()) {
                Gauge.builder(
                                "wegweis.witnesses.cosigned",
                                () -> standing(asking, key)
                                        .map(Asking.Standing::cosigned)
                                        .orElse(0L))
                        .description("records under the newest head that the witness has cosigned")
                        .tag("witness", key.name())
                        .register(meters);
                Gauge.builder(
                                "wegweis.witnesses.trouble",
                                () -> standing(asking, key)
                                                .flatMap(Asking.Standing::trouble)
                                                .isPresent()
                                        ? 1
                                        : 0)
                        .description("1 if the witness does not cosign")
                        .tag("witness", key.name())
                        .register(meters);
            }
        };
    }

    private static Optional<Asking.Standing> standing(Asking asking, NoteKey key) {
        return asking.standings().stream()
                .filter(one -> one.witness().equals(key.name()))
                .findFirst();
    }
}
