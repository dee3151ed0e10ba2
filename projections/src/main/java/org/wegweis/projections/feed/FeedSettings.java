package org.wegweis.projections.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records are read.
 *
 * @param poll how long to wait for records at most
 * @param most records in one transaction at most
 * @param answer how long Kafka may take to answer a question
 * @param pause before trying again; doubles up to {@code longestPause}
 */
@ConfigurationProperties("wegweis.feed")
public record FeedSettings(
        @DefaultValue("wegweis.records") String topic,
        @DefaultValue("PT0.5S") Duration poll,
        @DefaultValue("2000") int most,
        @DefaultValue("PT2S") Duration answer,
        @DefaultValue("PT0.2S") Duration pause,
        @DefaultValue("PT5S") Duration longestPause) {}
