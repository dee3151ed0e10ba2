/**
 * Axon's and REST's doors to the kernel's papers, and what of them is on file. Doors: {@link
 * org.wegweis.tracking.permit.FiledPapers}, {@link org.wegweis.tracking.permit.PapersOnFile}.
 */
@NullMarked
package org.wegweis.tracking.permit;

import org.jspecify.annotations.NullMarked;
