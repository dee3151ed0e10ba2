/** What the record store promises, tried on a real PostgreSQL. */
@NullMarked
package org.wegweis.tracking.store;

import org.jspecify.annotations.NullMarked;
