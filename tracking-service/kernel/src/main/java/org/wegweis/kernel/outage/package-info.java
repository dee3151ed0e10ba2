/**
 * Outages of electronic proof, and the paper that stood in for it until its content was sent again (§22 NachwV). Door:
 * {@link org.wegweis.kernel.outage.Outage}.
 */
@NullMarked
package org.wegweis.kernel.outage;

import org.jspecify.annotations.NullMarked;
