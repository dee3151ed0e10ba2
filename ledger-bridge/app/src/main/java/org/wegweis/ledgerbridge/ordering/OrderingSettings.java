package org.wegweis.ledgerbridge.ordering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records reach the log.
 *
 * @param topic fixed by the design; other names are for tests
 * @param most records in one transaction; a log that catches up is quicker the more there are, for a subject's head is
 *     written once in each
 * @param waiting records that may wait for a missing one before the partitions that run ahead are paused
 * @param look how often an idle reader asks whether Kafka and the database are still there
 * @param pause after something failed
 */
@ConfigurationProperties("wegweis.ordering")
public record OrderingSettings(
        @DefaultValue("wegweis.records") String topic,
        @DefaultValue("20000") int most,
        @DefaultValue("50000") int waiting,
        @DefaultValue("PT5S") Duration look,
        @DefaultValue("PT1S") Duration pause) {}
