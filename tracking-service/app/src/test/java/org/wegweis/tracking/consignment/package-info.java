@NullMarked
package org.wegweis.tracking.consignment;

import org.jspecify.annotations.NullMarked;
