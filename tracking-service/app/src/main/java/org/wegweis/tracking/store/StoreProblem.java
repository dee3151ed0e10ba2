package org.wegweis.tracking.store;

import java.util.UUID;

/** Why an append did not happen. */
public abstract sealed class StoreProblem extends RuntimeException {
    private StoreProblem(String message) {
        super(message);
    }

    private StoreProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** The id belongs to a record already. */
    public static final class IdTaken extends StoreProblem {
        private final UUID id;

        IdTaken(UUID id) {
            super("statement " + id + " has a record already");
            this.id = id;
        }

        public UUID id() {
            return id;
        }
    }

    /** Somebody else appended to the subject first; asking again decides on what is there now. */
    public static final class VersionTaken extends StoreProblem {
        VersionTaken(UUID subject, long version) {
            super("subject " + subject + " has a version " + version + " already");
        }
    }

    /** More is waiting than the store can take; nothing of this append was done. */
    public static final class Busy extends StoreProblem {
        Busy() {
            super("the record store's queue is full");
        }
    }

    /**
     * The database did not answer in time. Whether the append happened is unknown; the same statement sent again tells.
     */
    public static final class Away extends StoreProblem {
        public Away(Throwable cause) {
            super("the record store's database is away", cause);
        }
    }
}
