/** The service as a whole. */
@NullMarked
package org.wegweis.ledgerbridge;

import org.jspecify.annotations.NullMarked;
