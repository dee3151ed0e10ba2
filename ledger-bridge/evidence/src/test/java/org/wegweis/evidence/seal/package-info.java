/** Rules that every ledger keeps. */
@NullMarked
package org.wegweis.evidence.seal;

import org.jspecify.annotations.NullMarked;
