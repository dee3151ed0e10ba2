package org.wegweis.chaincode.network;

import java.util.Set;

/**
 * A transaction that may be ordered: its endorsers have got the same.
 *
 * @param endorsers organisations whose peers have signed
 */
public record Endorsed(String transaction, Simulated simulated, Set<String> endorsers) {
    public Endorsed {
        endorsers = Set.copyOf(endorsers);
    }
}
