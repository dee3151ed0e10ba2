/** Records in, routes out, on a real Kafka and a real PostgreSQL. */
@NullMarked
package org.wegweis.projections;

import org.jspecify.annotations.NullMarked;
