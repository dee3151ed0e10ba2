/**
 * What nobody states but what follows: clocks, the loads that use a certificate, transfer notes that join a collection,
 * what a plant takes in.
 * Door: {@link org.wegweis.tracking.keeping.Keeping}. Each {@link
 * org.wegweis.tracking.keeping.Keeper} keeps one kind of thing.
 */
@NullMarked
package org.wegweis.tracking.keeping;

import org.jspecify.annotations.NullMarked;
