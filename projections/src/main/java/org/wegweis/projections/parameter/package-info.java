/** The parameters of a request, read strictly. Door: {@link org.wegweis.projections.parameter.Parameters}. */
@NullMarked
package org.wegweis.projections.parameter;

import org.jspecify.annotations.NullMarked;
