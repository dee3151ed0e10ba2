/**
 * Brings together what a package is made of, from the doors of the other services and with the caller's own token. Doors:
 * {@link org.wegweis.ledgerbridge.gathering.Gathering}, {@link org.wegweis.ledgerbridge.gathering.Doors}.
 */
@NullMarked
package org.wegweis.ledgerbridge.gathering;

import org.jspecify.annotations.NullMarked;
