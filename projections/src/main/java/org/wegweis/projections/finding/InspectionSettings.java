package org.wegweis.projections.finding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How findings are kept up to date.
 *
 * @param pause between two looks for consignments that were touched
 * @param sweep how often those are read again that time alone may change; first at the start
 * @param page consignments in one transaction
 */
@ConfigurationProperties("wegweis.findings")
record InspectionSettings(
        @DefaultValue("PT1S") Duration pause,
        @DefaultValue("PT1H") Duration sweep,
        @DefaultValue("100") int page) {}
