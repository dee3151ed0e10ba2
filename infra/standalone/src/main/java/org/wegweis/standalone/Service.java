package org.wegweis.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the services that are started, each in an application context of its own.
 *
 * @param name as its settings file names it
 * @param offset of its port from the base port
 * @param excludes auto-configurations that only act here because another service's library shares the class path
 * @param properties beyond those that every service gets
 */
record Service(
        String name,
        int offset,
        Supplier<SpringApplicationBuilder> application,
        List<String> excludes,
        List<String> properties) {
    static final int IDENTITY = 0;
    static final int MOBILE_API = 1;
    static final int TRACKING_SERVICE = 2;
    static final int PROJECTIONS = 3;
    static final int LEDGER_BRIDGE = 4;

    Service {
        excludes = List.copyOf(excludes);
        properties = List.copyOf(properties);
    }
}
