/** Evidence packages. */
@NullMarked
package org.wegweis.ledgerbridge.evidence;

import org.jspecify.annotations.NullMarked;
