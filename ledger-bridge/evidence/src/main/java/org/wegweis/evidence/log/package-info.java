/**
 * A Merkle log (RFC 9162 §2.1) over tiles (C2SP tlog-tiles): grows, hands out proofs, checks proofs. Doors: {@link
 * org.wegweis.evidence.log.TiledLog} and {@link org.wegweis.evidence.log.Proofs}. Knows java only.
 */
@NullMarked
package org.wegweis.evidence.log;

import org.jspecify.annotations.NullMarked;
