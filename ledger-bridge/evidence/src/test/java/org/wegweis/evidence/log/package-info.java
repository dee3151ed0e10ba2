/** The log's rules. */
@NullMarked
package org.wegweis.evidence.log;

import org.jspecify.annotations.NullMarked;
