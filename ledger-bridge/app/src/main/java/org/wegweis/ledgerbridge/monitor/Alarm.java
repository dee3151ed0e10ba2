package org.wegweis.ledgerbridge.monitor;

import java.util.Locale;

/**
 * What a look found.
 *
 * @param what a sentence for people; it changes while the kind stays
 */
public record Alarm(Kind kind, String what) {

    /** The names are fixed: programs switch on them. */
    public enum Kind {
        /** The log's door cannot be read. */
        LOG_AWAY,
        /** The ledger cannot be asked. */
        LEDGER_AWAY,
        /** The newest checkpoint is not the log's: another origin, or not signed by its key. */
        NOT_THE_LOGS,
        /** The log does not extend what it showed before. */
        LOG_REWRITTEN,
        /** The log does not contain what was sealed. */
        SEALED_OTHERWISE,
        /** Entries wait for a seal for too long. */
        SEAL_LATE,
        /** The log has not shown for too long what was sealed: its witnesses are late, or it hides it. */
        LOG_BEHIND;

        /** For example {@code seal-late}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether somebody has contradicted himself, which no later look can undo. */
        public boolean isContradiction() {
            return this == LOG_REWRITTEN || this == SEALED_OTHERWISE;
        }
    }
}
