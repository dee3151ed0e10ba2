package org.wegweis.tracking.consignment;

import org.wegweis.tracking.store.StoredRecord;

/** A statement that has its record: now, or since the first time that it came. */
record Answer(StoredRecord stored, boolean known) {}
