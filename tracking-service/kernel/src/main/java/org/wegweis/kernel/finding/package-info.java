/**
 * What is odd or overdue about a consignment. Doors: {@link org.wegweis.kernel.finding.Findings} reads its records, {@link
 * org.wegweis.kernel.finding.StockFindings} those of the stocks at its two ends. Knows: consignment, certificate, stock, law.
 */
@NullMarked
package org.wegweis.kernel.finding;

import org.jspecify.annotations.NullMarked;
