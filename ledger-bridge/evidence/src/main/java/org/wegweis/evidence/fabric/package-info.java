/**
 * What proves, offline, that a Fabric channel of several operators has sealed a head: read from the channel's own blocks
 * and judged here, with nothing of Fabric but the shapes of its messages. Door: {@link
 * org.wegweis.evidence.fabric.FabricVerification}. Knows: no other room.
 */
@NullMarked
package org.wegweis.evidence.fabric;

import org.jspecify.annotations.NullMarked;
