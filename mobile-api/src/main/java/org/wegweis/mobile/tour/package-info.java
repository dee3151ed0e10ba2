/** What a driver drives, and nothing else. Door: {@link org.wegweis.mobile.tour.Tours}. */
@NullMarked
package org.wegweis.mobile.tour;

import org.jspecify.annotations.NullMarked;
