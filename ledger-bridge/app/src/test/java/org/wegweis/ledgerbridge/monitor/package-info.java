@NullMarked
package org.wegweis.ledgerbridge.monitor;

import org.jspecify.annotations.NullMarked;
