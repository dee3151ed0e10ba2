@NullMarked
package org.wegweis.kernel.event;

import org.jspecify.annotations.NullMarked;
