/** Witnessing. */
@NullMarked
package org.wegweis.evidence.witness;

import org.jspecify.annotations.NullMarked;
