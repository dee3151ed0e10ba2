/** What holds and what does not. */
@NullMarked
package org.wegweis.evidence.verification;

import org.jspecify.annotations.NullMarked;
