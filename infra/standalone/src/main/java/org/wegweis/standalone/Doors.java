package org.wegweis.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a started Wegweis is reached.
 *
 * @param data the folder that keeps everything
 * @param administratorPassword of the first administrator, on the start that made it
 */
public record Doors(
        URI identity,
        URI mobileApi,
        URI trackingService,
        URI projections,
        URI ledgerBridge,
        Path data,
        Optional<String> administratorPassword) {}
