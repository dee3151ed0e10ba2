/** The way of one consignment: tables, and the picture of it. Door: {@link org.wegweis.projections.route.RouteTables}. */
@NullMarked
package org.wegweis.projections.route;

import org.jspecify.annotations.NullMarked;
