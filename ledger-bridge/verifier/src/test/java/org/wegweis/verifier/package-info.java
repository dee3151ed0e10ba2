/** The command line's promises. */
@NullMarked
package org.wegweis.verifier;

import org.jspecify.annotations.NullMarked;
