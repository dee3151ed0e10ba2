/** The feed's rules, against real PostgreSQL and Kafka. */
@NullMarked
package org.wegweis.projections.feed;

import org.jspecify.annotations.NullMarked;
