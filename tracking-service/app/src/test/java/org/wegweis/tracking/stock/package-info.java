@NullMarked
package org.wegweis.tracking.stock;

import org.jspecify.annotations.NullMarked;
