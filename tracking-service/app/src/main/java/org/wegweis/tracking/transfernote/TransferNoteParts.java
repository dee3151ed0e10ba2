package org.wegweis.tracking.transfernote;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class TransferNoteParts {

    @Bean
    TransferNotes transferNotes(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            CheckDigit checkDigit,
            Consignments consignments,
            Actor operator) {
        return new TransferNotes(statements, store, directory, wastes, checkDigit, consignments, operator);
    }
}
