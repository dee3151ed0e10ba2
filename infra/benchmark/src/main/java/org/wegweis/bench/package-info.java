/** Figures of speed, each beside a peer in the same run. Door: {@link org.wegweis.bench.Bench}. */
@NullMarked
package org.wegweis.bench;

import org.jspecify.annotations.NullMarked;
