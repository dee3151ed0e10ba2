package org.wegweis.tracking.keeping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.record.Actor;
import org.wegweis.tracking.certificate.Certificates;
import org.wegweis.tracking.outage.Outages;
import org.wegweis.tracking.stock.Stocks;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.transfernote.TransferNotes;

@Configuration(proxyBeanMethods = false)
class KeepingParts {

    @Bean
    Approvals approvals() {
        return new Approvals();
    }

    @Bean
    Keeper certificateKeeper(Certificates certificates, Approvals approvals, Actor operator) {
        return new CertificateKeeper(certificates, approvals, operator);
    }

    @Bean
    Keeper stockKeeper(Stocks stocks, Approvals approvals, Actor operator) {
        return new StockKeeper(stocks, approvals, operator);
    }

    /** A keeper, and what openings and certificates ask of papers. */
    @Bean
    PermitKeeper permitKeeper() {
        return new PermitKeeper();
    }

    @Bean
    Keeper transferNoteKeeper(TransferNotes transferNotes) {
        return new TransferNoteKeeper(transferNotes);
    }

    @Bean
    Keeper outageKeeper(Outages outages) {
        return new OutageKeeper(outages);
    }

    @Bean
    @DependsOnDatabaseInitialization // it begins at once
    Keeping keeping(
            RecordStore store,
            InstantSource clock,
            @Value("${wegweis.keeping.pause:PT1S}") Duration pause,
            List<Keeper> keepers) {
        return new Keeping(store, clock, keepers).start(pause);
    }

    @Bean
    HealthIndicator keepingHealth(Keeping keeping) {
        return () -> {
            var health = Health.up();
            keeping.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
            return health.build();
        };
    }
}
