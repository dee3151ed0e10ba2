/** What is carried: waste codes with their dated catalogue, and mass. Door: {@link org.wegweis.kernel.waste.WasteCatalogue}. */
@NullMarked
package org.wegweis.kernel.waste;

import org.jspecify.annotations.NullMarked;
