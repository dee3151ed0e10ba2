package org.wegweis.chaincode.contract;

import java.util.Optional;

/**
 * What a transaction that changes something may do with the ledger's state. It reads single keys only: what lies between
 * keys may differ from peer to peer at the same moment. Reading a key that the same transaction has written gives what
 * was there before.
 */
public interface WritableState {
    Optional<byte[]> get(String key);

    void put(String key, byte[] value);

    /**
     * From the next transaction on, a change of this key is valid only if a peer of that organisation endorses it.
     *
     * @param msp the organisation's name on the channel
     */
    void demandEndorsement(String key, String msp);

    /** Tells whoever listens; one event a transaction. */
    void announce(String event, byte[] payload);
}
