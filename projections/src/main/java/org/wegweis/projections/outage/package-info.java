/**
 * Outages, and the paper that stood in for notes meanwhile. Doors: {@link org.wegweis.projections.outage.Papers}, and {@code GET
 * /api/outages}. Knows: feed, access, neighbour.
 */
@NullMarked
package org.wegweis.projections.outage;

import org.jspecify.annotations.NullMarked;
