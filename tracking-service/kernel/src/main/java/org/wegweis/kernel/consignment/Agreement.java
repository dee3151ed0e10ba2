package org.wegweis.kernel.consignment;

/** Whether it was agreed in writing that a hand states its part after the take-over (§19(2) NachwV). */
public enum Agreement {
    NONE,
    IN_WRITING
}
