@NullMarked
package org.wegweis.ledgerbridge.fabric;

import org.jspecify.annotations.NullMarked;
