/** Who handles waste and where: organisations, sites and their official numbers. Door: {@link org.wegweis.kernel.party.Party}. */
@NullMarked
package org.wegweis.kernel.party;

import org.jspecify.annotations.NullMarked;
