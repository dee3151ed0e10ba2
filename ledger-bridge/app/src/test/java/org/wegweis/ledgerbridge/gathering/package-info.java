@NullMarked
package org.wegweis.ledgerbridge.gathering;

import org.jspecify.annotations.NullMarked;
