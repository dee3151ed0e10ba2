/** Which phones may sign for whom. Door: {@link org.wegweis.mobile.device.Devices}. */
@NullMarked
package org.wegweis.mobile.device;

import org.jspecify.annotations.NullMarked;
