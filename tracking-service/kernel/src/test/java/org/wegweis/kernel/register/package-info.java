@NullMarked
package org.wegweis.kernel.register;

import org.jspecify.annotations.NullMarked;
