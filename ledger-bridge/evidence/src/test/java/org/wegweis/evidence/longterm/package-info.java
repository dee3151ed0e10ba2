/** Tests of evidence records. */
@NullMarked
package org.wegweis.evidence.longterm;

import org.jspecify.annotations.NullMarked;
