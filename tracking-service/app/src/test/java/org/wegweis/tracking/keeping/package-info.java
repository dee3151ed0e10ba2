/** What follows by itself, whatever happens to whoever states it. */
@NullMarked
package org.wegweis.tracking.keeping;

import org.jspecify.annotations.NullMarked;
