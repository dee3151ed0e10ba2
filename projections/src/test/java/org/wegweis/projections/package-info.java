/** Projections' rules, against real PostgreSQL and Kafka. */
@NullMarked
package org.wegweis.projections;

import org.jspecify.annotations.NullMarked;
