/** When findings are read. */
@NullMarked
package org.wegweis.projections.finding;

import org.jspecify.annotations.NullMarked;
