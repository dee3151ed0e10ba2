/** For whom a consignment exists, and the book of the looks that authorities take. Door: {@link org.wegweis.projections.access.Sight}. */
@NullMarked
package org.wegweis.projections.access;

import org.jspecify.annotations.NullMarked;
