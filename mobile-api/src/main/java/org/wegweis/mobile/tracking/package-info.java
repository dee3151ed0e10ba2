/** The way to tracking-service. Door: {@link org.wegweis.mobile.tracking.TrackingClient}. */
@NullMarked
package org.wegweis.mobile.tracking;

import org.jspecify.annotations.NullMarked;
