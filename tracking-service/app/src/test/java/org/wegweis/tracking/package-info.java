/** The service as its callers see it. */
@NullMarked
package org.wegweis.tracking;

import org.jspecify.annotations.NullMarked;
