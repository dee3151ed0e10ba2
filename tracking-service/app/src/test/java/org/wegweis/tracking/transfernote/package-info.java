@NullMarked
package org.wegweis.tracking.transfernote;

import org.jspecify.annotations.NullMarked;
