package org.wegweis.tracking.directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DirectoryParts {

    @Bean
    Directory directory(JdbcClient database, PlatformTransactionManager transactions) {
        return new Directory(database, new TransactionTemplate(transactions));
    }
}
