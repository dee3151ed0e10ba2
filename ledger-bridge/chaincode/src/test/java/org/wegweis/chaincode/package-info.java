/** The contract behind the real shim, called as a peer calls it. */
@NullMarked
package org.wegweis.chaincode;

import org.jspecify.annotations.NullMarked;
