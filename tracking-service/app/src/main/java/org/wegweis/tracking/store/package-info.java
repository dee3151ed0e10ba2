/**
 * The record store: gives every event its place, gap-free and in one order, and its record. Door: {@link
 * org.wegweis.tracking.store.RecordStore}; Axon enters by {@link org.wegweis.tracking.store.RecordStorageEngine}. No
 * business rule lives here.
 */
@NullMarked
package org.wegweis.tracking.store;

import org.jspecify.annotations.NullMarked;
