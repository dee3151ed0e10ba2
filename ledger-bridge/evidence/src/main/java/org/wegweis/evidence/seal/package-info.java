/**
 * Heads of a log, written where its operator cannot take them back. Door: {@link org.wegweis.evidence.seal.Ledger}.
 * Knows: note, log, fabric.
 */
@NullMarked
package org.wegweis.evidence.seal;

import org.jspecify.annotations.NullMarked;
