/** Rules of notes. */
@NullMarked
package org.wegweis.evidence.note;

import org.jspecify.annotations.NullMarked;
