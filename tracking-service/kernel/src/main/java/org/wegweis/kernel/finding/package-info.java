/**
 * What is odd or overdue about a consignment, an outage, a small amount. Doors: {@link org.wegweis.kernel.finding.Findings}
 * reads a consignment's records, {@link org.wegweis.kernel.finding.StockFindings}, {@link
 * org.wegweis.kernel.finding.PaperFindings} and {@link org.wegweis.kernel.finding.CertificateFindings} what else concerns
 * it, {@link org.wegweis.kernel.finding.OutageFindings} and {@link org.wegweis.kernel.finding.SmallAmounts} the rest.
 * Knows: every room that decides, law.
 */
@NullMarked
package org.wegweis.kernel.finding;

import org.jspecify.annotations.NullMarked;
