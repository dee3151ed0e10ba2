/**
 * What is odd or overdue about a consignment. Door: {@link org.wegweis.kernel.finding.Findings}. Knows: consignment,
 * certificate, law.
 */
@NullMarked
package org.wegweis.kernel.finding;

import org.jspecify.annotations.NullMarked;
