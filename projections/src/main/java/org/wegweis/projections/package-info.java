/** Records in, route and search out, and the console. Door: {@link org.wegweis.projections.Projections}. */
@NullMarked
package org.wegweis.projections;

import org.jspecify.annotations.NullMarked;
