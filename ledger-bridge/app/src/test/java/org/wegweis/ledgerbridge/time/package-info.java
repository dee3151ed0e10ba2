/** Time stamps of heads. */
@NullMarked
package org.wegweis.ledgerbridge.time;

import org.jspecify.annotations.NullMarked;
