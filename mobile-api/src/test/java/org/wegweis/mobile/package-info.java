/** The phones' door as phones see it. */
@NullMarked
package org.wegweis.mobile;

import org.jspecify.annotations.NullMarked;
