/** Signing, sealing, the local ledger. */
@NullMarked
package org.wegweis.ledgerbridge.sealing;

import org.jspecify.annotations.NullMarked;
