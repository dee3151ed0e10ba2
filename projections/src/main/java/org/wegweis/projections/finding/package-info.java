/**
 * What is odd or overdue about consignments. Doors: {@link org.wegweis.projections.finding.Inspection} asks every {@link
 * org.wegweis.projections.finding.FindingSource}, and no room is known by name.
 */
@NullMarked
package org.wegweis.projections.finding;

import org.jspecify.annotations.NullMarked;
