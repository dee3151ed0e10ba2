/**
 * Watches the logs of others and cosigns their heads (door: {@link org.wegweis.ledgerbridge.witness.Witness}), and has
 * others cosign ours (door: {@link org.wegweis.ledgerbridge.witness.Asking}). Knows: log, sealing's keys.
 */
@NullMarked
package org.wegweis.ledgerbridge.witness;

import org.jspecify.annotations.NullMarked;
