/**
 * Transfer notes over Axon and HTTP. Doors: {@link org.wegweis.tracking.transfernote.TransferNotes} and its REST API.
 * Knows: kernel, statements, directory, consignments.
 */
@NullMarked
package org.wegweis.tracking.transfernote;

import org.jspecify.annotations.NullMarked;
