package org.wegweis.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is let in.
 *
 * @param largestBody what a request may bring at most
 * @param mostRequests at once; any more are answered 503
 * @param mostBytes of the bodies of all requests that are inside; never less than one body may have
 */
@ConfigurationProperties("wegweis.door")
record DoorSettings(
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue("256") int mostRequests,
        @DefaultValue("32MB") DataSize mostBytes) {}
