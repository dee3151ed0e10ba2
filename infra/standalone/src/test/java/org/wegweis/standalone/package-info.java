/** Tests of what is said when nothing can start, and of the module map. */
@NullMarked
package org.wegweis.standalone;

import org.jspecify.annotations.NullMarked;
