@NullMarked
package org.wegweis.ledgerbridge.report;

import org.jspecify.annotations.NullMarked;
