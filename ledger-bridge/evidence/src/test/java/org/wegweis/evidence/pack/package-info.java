/** Packages to judge. */
@NullMarked
package org.wegweis.evidence.pack;

import org.jspecify.annotations.NullMarked;
