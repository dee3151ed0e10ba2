/** What other services say, fetched by HTTP and never waited for long. Doors: {@link org.wegweis.projections.neighbour.Tracking}, {@link org.wegweis.projections.neighbour.Ledger}. */
@NullMarked
package org.wegweis.projections.neighbour;

import org.jspecify.annotations.NullMarked;
