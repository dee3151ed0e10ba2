/** Who the organisations are and which sites they have. Door: {@link org.wegweis.tracking.directory.Directory}. */
@NullMarked
package org.wegweis.tracking.directory;

import org.jspecify.annotations.NullMarked;
