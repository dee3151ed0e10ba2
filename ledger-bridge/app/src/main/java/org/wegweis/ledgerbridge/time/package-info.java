/** Has the log's heads time-stamped (RFC 3161). Door: {@link org.wegweis.ledgerbridge.time.Stamper}. Knows: log. */
@NullMarked
package org.wegweis.ledgerbridge.time;

import org.jspecify.annotations.NullMarked;
