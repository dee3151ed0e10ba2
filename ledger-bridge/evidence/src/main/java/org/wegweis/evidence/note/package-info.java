/**
 * Texts that keys have signed (C2SP signed-note) and the three of them that a log needs: checkpoint, proof, key. Doors:
 * {@link org.wegweis.evidence.note.Note} and {@link org.wegweis.evidence.note.Checkpoint}. Knows: log.
 */
@NullMarked
package org.wegweis.evidence.note;

import org.jspecify.annotations.NullMarked;
