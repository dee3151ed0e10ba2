package org.wegweis.evidence.fabric;

import java.util.List;

/**
 * What a channel is shown to hold.
 *
 * @param chaincode in whose namespace
 * @param value as the transaction wrote it
 * @param block the number of its block
 * @param transaction its place in the block, from 0
 * @param id the transaction's
 * @param endorsers organisations whose peers have endorsed it
 */
public record Sealed(
        String channel,
        String chaincode,
        String key,
        byte[] value,
        long block,
        int transaction,
        String id,
        List<String> endorsers) {
    public Sealed {
        endorsers = List.copyOf(endorsers);
    }
}
