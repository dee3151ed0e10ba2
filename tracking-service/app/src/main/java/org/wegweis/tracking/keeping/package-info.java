/**
 * What nobody states but what follows: clocks, the loads that use a certificate, transfer notes that join a collection.
 * Door: {@link org.wegweis.tracking.keeping.Keeping}. Knows: kernel, store, certificates, transfer notes.
 */
@NullMarked
package org.wegweis.tracking.keeping;

import org.jspecify.annotations.NullMarked;
