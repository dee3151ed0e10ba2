/** Being a witness and asking witnesses. */
@NullMarked
package org.wegweis.ledgerbridge.witness;

import org.jspecify.annotations.NullMarked;
