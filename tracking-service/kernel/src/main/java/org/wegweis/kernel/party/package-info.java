/**
 * Who handles waste and where: organisations, sites and their official numbers. Doors: {@link org.wegweis.kernel.party.Party},
 * {@link org.wegweis.kernel.party.CheckDigit}.
 */
@NullMarked
package org.wegweis.kernel.party;

import org.jspecify.annotations.NullMarked;
