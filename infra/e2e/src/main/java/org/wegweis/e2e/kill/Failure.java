package org.wegweis.e2e.kill;

import org.jspecify.annotations.Nullable;

/** A promise that was not kept; the message says which. */
public final class Failure extends RuntimeException {
    Failure(String message) {
        super(message);
    }

    Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
