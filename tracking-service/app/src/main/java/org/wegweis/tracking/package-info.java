/** Commands in, records appended, relayed to Kafka. */
@NullMarked
package org.wegweis.tracking;

import org.jspecify.annotations.NullMarked;
