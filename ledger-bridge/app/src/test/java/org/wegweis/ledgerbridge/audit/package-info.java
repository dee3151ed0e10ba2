/** Every kind of damage in every source, done to real databases and a real topic. */
@NullMarked
package org.wegweis.ledgerbridge.audit;

import org.jspecify.annotations.NullMarked;
