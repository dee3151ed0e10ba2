package org.wegweis.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What has been started, so that it can be stopped in the opposite order, whenever that is. */
final class Running implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /** Takes charge of a part; while everything stops, a late part is stopped at once. */
    <T extends AutoCloseable> T add(T part) {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        stop(part);
        throw new IllegalStateException("Wegweis stops");
    }

    @Override
    public void close() {
        List<AutoCloseable> toStop;
        synchronized (this) {
            closed = true;
            toStop = new ArrayList<>(parts);
            parts.clear();
        }
        toStop.forEach(Running::stop);
    }

    /** One part that does not stop must not keep the others from stopping. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Running.class).atWarn().setCause(e).log("did not stop cleanly");
        }
    }
}
