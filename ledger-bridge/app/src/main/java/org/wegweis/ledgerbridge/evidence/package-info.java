/** Hands out evidence packages and judges them. Door: {@code EvidenceController}. */
@NullMarked
package org.wegweis.ledgerbridge.evidence;

import org.jspecify.annotations.NullMarked;
