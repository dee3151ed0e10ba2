/**
 * Papers of carriers and plants, what plants took in, and what both let find. Door: {@link
 * org.wegweis.projections.permit.PaperTables}; findings come by {@link org.wegweis.projections.finding.FindingSource}.
 */
@NullMarked
package org.wegweis.projections.permit;

import org.jspecify.annotations.NullMarked;
