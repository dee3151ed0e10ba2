/** The job that renews evidence records. */
@NullMarked
package org.wegweis.ledgerbridge.longterm;

import org.jspecify.annotations.NullMarked;
