/**
 * The rules of the consortium's ledger: which logs there are, whose they are, and which of their heads are sealed. Reads
 * no clock, draws no random number, and knows nothing of Fabric; the same call on the same state gives the same bytes on
 * every machine. Door: {@link org.wegweis.chaincode.contract.SealContract}. Knows: kernel's json; evidence's seal, note
 * and log.
 */
@NullMarked
package org.wegweis.chaincode.contract;

import org.jspecify.annotations.NullMarked;
