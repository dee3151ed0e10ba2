package org.wegweis.tracking.certificate;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.permit.PapersOnFile;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class CertificateParts {

    @Bean
    Certificates certificates(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            CheckDigit checkDigit,
            PapersOnFile papers,
            InstantSource clock) {
        return new Certificates(statements, store, directory, wastes, checkDigit, papers, clock);
    }
}
