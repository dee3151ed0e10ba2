/**
 * The contract as a service on Hyperledger Fabric. Only this room knows Fabric. Doors:
 * {@link org.wegweis.chaincode.ChaincodeService} for the operator, {@link org.wegweis.chaincode.SealChaincode} for the
 * peer. Knows: contract.
 */
@NullMarked
package org.wegweis.chaincode;

import org.jspecify.annotations.NullMarked;
