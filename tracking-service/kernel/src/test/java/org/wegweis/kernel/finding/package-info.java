@NullMarked
package org.wegweis.kernel.finding;

import org.jspecify.annotations.NullMarked;
