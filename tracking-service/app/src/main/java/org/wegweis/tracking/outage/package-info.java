/**
 * Outages over REST: reported, paper used meanwhile, entered afterwards, ended. Door: {@link
 * org.wegweis.tracking.outage.Outages}. Knows: statement, store, directory, consignment.
 */
@NullMarked
package org.wegweis.tracking.outage;

import org.jspecify.annotations.NullMarked;
