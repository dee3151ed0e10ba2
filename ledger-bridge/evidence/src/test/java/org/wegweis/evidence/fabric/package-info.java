/** Rules of notes. */
@NullMarked
package org.wegweis.evidence.fabric;

import org.jspecify.annotations.NullMarked;
