@NullMarked
package org.wegweis.kernel.stock;

import org.jspecify.annotations.NullMarked;
