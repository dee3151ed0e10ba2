@NullMarked
package org.wegweis.kernel.transfernote;

import org.jspecify.annotations.NullMarked;
