/** Axon's and REST's doors to the kernel's stock. Door: {@link org.wegweis.tracking.stock.Stocks}. */
@NullMarked
package org.wegweis.tracking.stock;

import org.jspecify.annotations.NullMarked;
