/** Finds consignments. Door: {@link org.wegweis.projections.search.SearchController}. */
@NullMarked
package org.wegweis.projections.search;

import org.jspecify.annotations.NullMarked;
