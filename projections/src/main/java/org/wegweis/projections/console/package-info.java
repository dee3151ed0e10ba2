/** The browser's pages. Door: {@link org.wegweis.projections.console.ConsolePages}. */
@NullMarked
package org.wegweis.projections.console;

import org.jspecify.annotations.NullMarked;
