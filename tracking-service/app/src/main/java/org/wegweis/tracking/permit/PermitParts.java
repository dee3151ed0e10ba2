package org.wegweis.tracking.permit;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class PermitParts {

    @Bean
    FiledPapers filedPapers(
            Statements statements, RecordStore store, Directory directory, WasteList wastes, InstantSource clock) {
        return new FiledPapers(statements, store, directory, wastes, clock);
    }
}
