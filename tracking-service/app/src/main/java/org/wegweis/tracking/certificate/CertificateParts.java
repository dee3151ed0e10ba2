package org.wegweis.tracking.certificate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class CertificateParts {

    @Bean
    Certificates certificates(Statements statements, RecordStore store, Directory directory, InstantSource clock) {
        return new Certificates(statements, store, directory, clock);
    }

    /** @param operator the organisation that runs this service; what happens by time alone is stated in its name */
    @Bean
    @DependsOnDatabaseInitialization // its thread starts at once
    Keeping keeping(
            RecordStore store,
            Certificates certificates,
            InstantSource clock,
            @Value("${wegweis.operator:00000000-0000-4000-8000-000000000000}") UUID operator,
            @Value("${wegweis.certificates.pause:PT1S}") Duration pause) {
        var actor = new Actor(new OrganisationId(operator), Role.OPERATOR, Optional.empty());
        return new Keeping(store, certificates, actor, clock, pause);
    }

    @Bean
    HealthIndicator certificatesHealth(Keeping keeping) {
        return () -> {
            var health = Health.up();
            keeping.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            return health.build();
        };
    }
}
