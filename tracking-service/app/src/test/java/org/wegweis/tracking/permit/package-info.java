@NullMarked
package org.wegweis.tracking.permit;

import org.jspecify.annotations.NullMarked;
