/**
 * What stands in whose register (§§23–25 NachwV), read from records: one line each for generator, collector, carriers and
 * plant. Door: {@link org.wegweis.kernel.register.Register}. Knows: consignment, transfernote, law.
 */
@NullMarked
package org.wegweis.kernel.register;

import org.jspecify.annotations.NullMarked;
