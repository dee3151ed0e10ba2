package org.wegweis.tracking.waste;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.waste.WasteList;

@Configuration(proxyBeanMethods = false)
class WasteParts {
    /**
     * The AVV, by which declarations and consignments are checked.
     *
     * @param follows the first day on which it has the codes of Decision (EU) 2025/934. Its amendment was not found on 23
     *     November 2026, so the default is the European day and unconfirmed
     */
    @Bean
    WasteList germanList(@Value("${wegweis.waste.german-list-follows:2026-12-09}") LocalDate follows) {
        return new WasteList(follows);
    }
}
