/** Tests of time stamps, and what tests elsewhere need of them. */
@NullMarked
package org.wegweis.evidence.time;

import org.jspecify.annotations.NullMarked;
