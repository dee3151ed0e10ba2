/** Signs the log's heads and has them sealed. Door: {@link org.wegweis.ledgerbridge.sealing.Sealer}. */
@NullMarked
package org.wegweis.ledgerbridge.sealing;

import org.jspecify.annotations.NullMarked;
