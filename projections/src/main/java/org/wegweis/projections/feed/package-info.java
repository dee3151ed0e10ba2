/** Reads the records from Kafka and hands each on once. Door: {@link org.wegweis.projections.feed.RecordFeed}. */
@NullMarked
package org.wegweis.projections.feed;

import org.jspecify.annotations.NullMarked;
