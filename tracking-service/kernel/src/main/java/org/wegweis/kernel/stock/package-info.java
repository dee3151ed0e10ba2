/**
 * What a plant holds at one of its sites: what came in, what treatment made of it, what went on, to the gram. Doors: {@link
 * org.wegweis.kernel.stock.Stock} decides, {@link org.wegweis.kernel.stock.StockJson} writes.
 */
@NullMarked
package org.wegweis.kernel.stock;

import org.jspecify.annotations.NullMarked;
