package org.wegweis.tracking.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records reach Kafka.
 *
 * @param topic fixed by the design; other names are for tests
 * @param partitions when the relay has to create the topic
 * @param replicas when the relay has to create the topic
 * @param most records in one Kafka transaction
 * @param gather from one Kafka transaction to the next at least, unless one was full; readers work as often
 * @param look how often an idle relay looks for records of other nodes
 * @param pause after something failed
 */
@ConfigurationProperties("wegweis.relay")
public record RelaySettings(
        @DefaultValue("wegweis.records") String topic,
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("1000") int most,
        @DefaultValue("PT0.05S") Duration gather,
        @DefaultValue("PT0.25S") Duration look,
        @DefaultValue("PT1S") Duration pause) {}
