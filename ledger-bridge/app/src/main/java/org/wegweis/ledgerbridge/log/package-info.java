/** The public log, as tiles in a table. Door: {@link org.wegweis.ledgerbridge.log.LogStore}. */
@NullMarked
package org.wegweis.ledgerbridge.log;

import org.jspecify.annotations.NullMarked;
