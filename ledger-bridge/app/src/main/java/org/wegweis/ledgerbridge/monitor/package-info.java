/**
 * Holds a ledger and a public log against each other, for any party that does not take either's word. Door: {@link
 * org.wegweis.ledgerbridge.monitor.Monitoring}. Knows: log, evidence.
 */
@NullMarked
package org.wegweis.ledgerbridge.monitor;

import org.jspecify.annotations.NullMarked;
