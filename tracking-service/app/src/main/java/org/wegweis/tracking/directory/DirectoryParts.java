package org.wegweis.tracking.directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.party.CheckDigit;

@Configuration(proxyBeanMethods = false)
class DirectoryParts {

    /** Nobody has the rule of any check digit. */
    @Bean
    CheckDigit checkDigit() {
        return CheckDigit.NOT_CHECKED;
    }

    @Bean
    Directory directory(JdbcClient database, PlatformTransactionManager transactions, CheckDigit checkDigit) {
        return new Directory(database, new TransactionTemplate(transactions), checkDigit);
    }
}
