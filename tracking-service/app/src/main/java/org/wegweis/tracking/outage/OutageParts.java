package org.wegweis.tracking.outage;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class OutageParts {

    @Bean
    Outages outages(
            Statements statements,
            RecordStore store,
            Directory directory,
            Consignments consignments,
            InstantSource clock) {
        return new Outages(statements, store, directory, consignments, clock);
    }
}
