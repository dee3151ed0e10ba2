/**
 * Holds the store, the topic and the log against each other and against the signed heads, and names every place that
 * was tampered with. Doors: {@link org.wegweis.ledgerbridge.audit.Audit} for the command line, which reads the
 * databases itself, and {@code GET /api/audits}. Knows: log, note, kernel.
 */
@NullMarked
package org.wegweis.ledgerbridge.audit;

import org.jspecify.annotations.NullMarked;
