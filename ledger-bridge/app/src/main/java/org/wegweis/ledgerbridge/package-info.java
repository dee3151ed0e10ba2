/** Builds the public log, has it sealed, hands out proofs. Knows: kernel, evidence, door. */
@NullMarked
package org.wegweis.ledgerbridge;

import org.jspecify.annotations.NullMarked;
