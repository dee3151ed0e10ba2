/**
 * One load's way from generator to plant: what may be stated, by whom, and what follows. Doors: {@link
 * org.wegweis.kernel.consignment.Consignment} decides, {@link org.wegweis.kernel.consignment.ConsignmentJson} writes.
 */
@NullMarked
package org.wegweis.kernel.consignment;

import org.jspecify.annotations.NullMarked;
