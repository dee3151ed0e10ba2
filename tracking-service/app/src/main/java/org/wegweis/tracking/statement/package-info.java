/** How statements of every kind reach Axon, and what is answered. Door: {@link org.wegweis.tracking.statement.Statements}. */
@NullMarked
package org.wegweis.tracking.statement;

import org.jspecify.annotations.NullMarked;
