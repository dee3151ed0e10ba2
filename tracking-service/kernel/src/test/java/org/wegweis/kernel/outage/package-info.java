@NullMarked
package org.wegweis.kernel.outage;

import org.jspecify.annotations.NullMarked;
