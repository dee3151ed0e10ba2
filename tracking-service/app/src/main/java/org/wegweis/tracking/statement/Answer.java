package org.wegweis.tracking.statement;

import org.wegweis.tracking.store.StoredRecord;

/** A statement that has its record: now, or since the first time that it came. */
public record Answer(StoredRecord stored, boolean known) {}
