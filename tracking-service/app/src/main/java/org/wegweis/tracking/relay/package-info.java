/** Carries records from the store to Kafka, in order and at least once. Door: {@link org.wegweis.tracking.relay.Relay}. */
@NullMarked
package org.wegweis.tracking.relay;

import org.jspecify.annotations.NullMarked;
