/**
 * The offline proof that a channel of Hyperledger Fabric holds a seal: judged from its genesis block on, by nobody's
 * library. Door: {@link org.wegweis.evidence.fabric.FabricVerification}, and {@link
 * org.wegweis.evidence.fabric.FabricProof} for whoever makes one. Knows: the kernel's {@code record}.
 */
@NullMarked
package org.wegweis.evidence.fabric;

import org.jspecify.annotations.NullMarked;
