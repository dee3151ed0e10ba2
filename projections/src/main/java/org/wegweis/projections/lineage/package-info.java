/**
 * Where waste came from and where it went, and what each stock holds. Door: {@link
 * org.wegweis.projections.lineage.LineageTables}. Knows: access, feed, finding, neighbour.
 */
@NullMarked
package org.wegweis.projections.lineage;

import org.jspecify.annotations.NullMarked;
