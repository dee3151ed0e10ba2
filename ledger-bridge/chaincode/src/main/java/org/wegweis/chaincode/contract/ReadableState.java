package org.wegweis.chaincode.contract;

import java.util.List;
import java.util.Optional;

/** What somebody who only looks may do with the ledger's state. */
public interface ReadableState {
    Optional<byte[]> get(String key);

    /**
     * Values by rising key.
     *
     * @param from the first key
     * @param to the first key that is too far
     * @param most how many at most
     */
    List<byte[]> between(String from, String to, int most);
}
