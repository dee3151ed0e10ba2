/**
 * Seals heads on a consortium's channel. Door: {@link org.wegweis.ledgerbridge.fabric.FabricLedger}. Nothing counts as
 * sealed whose proof does not hold against the pinned genesis block.
 */
@NullMarked
package org.wegweis.ledgerbridge.fabric;

import org.jspecify.annotations.NullMarked;
