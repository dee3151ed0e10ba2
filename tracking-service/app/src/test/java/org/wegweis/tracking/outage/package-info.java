@NullMarked
package org.wegweis.tracking.outage;

import org.jspecify.annotations.NullMarked;
