/** What the relay promises, tried on a real Kafka and a real PostgreSQL. */
@NullMarked
package org.wegweis.tracking.relay;

import org.jspecify.annotations.NullMarked;
