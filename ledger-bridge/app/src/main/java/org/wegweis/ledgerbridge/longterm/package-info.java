/**
 * Renews the evidence records of packages in a folder; a job of its own, without a service. Door: {@link
 * org.wegweis.ledgerbridge.longterm.Renew}. Knows: time, sealing.
 */
@NullMarked
package org.wegweis.ledgerbridge.longterm;

import org.jspecify.annotations.NullMarked;
