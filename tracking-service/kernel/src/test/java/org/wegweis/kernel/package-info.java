/** The kernel's tests: {@link org.wegweis.kernel.PlacesAndPeople} has what they share. */
@NullMarked
package org.wegweis.kernel;

import org.jspecify.annotations.NullMarked;
