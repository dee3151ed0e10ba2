/**
 * The record: the canonical bytes of one event with its envelope, the thing that is stored, published, logged and
 * proved. Door: {@link org.wegweis.kernel.record.EventRecord}. Knows nothing of waste.
 */
@NullMarked
package org.wegweis.kernel.record;

import org.jspecify.annotations.NullMarked;
