/**
 * The transfer note (Übernahmeschein): what a generator gets when its waste is collected, or given away in small amounts.
 * Door: {@link org.wegweis.kernel.transfernote.TransferNote}. Knows: statement, party, waste.
 */
@NullMarked
package org.wegweis.kernel.transfernote;

import org.jspecify.annotations.NullMarked;
