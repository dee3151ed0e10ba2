package org.wegweis.tracking.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.store.RecordStore;

@Configuration(proxyBeanMethods = false)
class StockParts {

    @Bean
    Stocks stocks(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            Consignments consignments,
            Actor operator) {
        return new Stocks(statements, store, directory, wastes, consignments, operator);
    }
}
