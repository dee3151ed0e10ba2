/**
 * A channel in one process: peers that run the contract behind its real service and speak the shim's protocol with it,
 * simulate, endorse, validate and commit. No orderers, no gossip, no signatures; what those guarantee is taken for
 * granted. Door: {@link org.wegweis.chaincode.network.Consortium}.
 */
@NullMarked
package org.wegweis.chaincode.network;

import org.jspecify.annotations.NullMarked;
