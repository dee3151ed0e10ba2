/**
 * Axon's door to the kernel's consignment, and the REST door to both. Door: {@link
 * org.wegweis.tracking.consignment.Consignments}.
 */
@NullMarked
package org.wegweis.tracking.consignment;

import org.jspecify.annotations.NullMarked;
