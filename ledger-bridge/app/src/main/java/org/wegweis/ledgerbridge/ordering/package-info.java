/** Puts records back in order and into the log. Door: {@link org.wegweis.ledgerbridge.ordering.Ordering}. */
@NullMarked
package org.wegweis.ledgerbridge.ordering;

import org.jspecify.annotations.NullMarked;
