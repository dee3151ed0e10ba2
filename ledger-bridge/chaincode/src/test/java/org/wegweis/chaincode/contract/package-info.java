/** The rule book of the contract, without Fabric. */
@NullMarked
package org.wegweis.chaincode.contract;

import org.jspecify.annotations.NullMarked;
