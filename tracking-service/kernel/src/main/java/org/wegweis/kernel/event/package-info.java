/** Records of every kind read and written. Door: {@link org.wegweis.kernel.event.Events}. */
@NullMarked
package org.wegweis.kernel.event;

import org.jspecify.annotations.NullMarked;
