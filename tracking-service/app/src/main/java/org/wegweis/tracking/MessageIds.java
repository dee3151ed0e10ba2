package org.wegweis.tracking;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of Axon's messages, which never leave this JVM and are kept nowhere: what is kept goes by the statement's id. Random
 * ones, as Axon makes them by itself, take the lock of the random source twice a command.
 */
public final class MessageIds extends IdentifierFactory {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return Long.toString(last.incrementAndGet());
    }
}
