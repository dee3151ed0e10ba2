/** Order, duplicates, broken chains, restarts. */
@NullMarked
package org.wegweis.ledgerbridge.ordering;

import org.jspecify.annotations.NullMarked;
