/**
 * What is odd or overdue about a consignment, an outage, a small amount. Doors: {@link org.wegweis.kernel.finding.Findings},
 * {@link org.wegweis.kernel.finding.OutageFindings}, {@link org.wegweis.kernel.finding.SmallAmounts}. Knows: consignment,
 * outage, transfernote, law.
 */
@NullMarked
package org.wegweis.kernel.finding;

import org.jspecify.annotations.NullMarked;
