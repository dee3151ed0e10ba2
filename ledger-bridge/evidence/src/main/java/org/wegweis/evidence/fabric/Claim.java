package org.wegweis.evidence.fabric;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.wegweis.kernel.record.Hash;

/**
 * What a proof is to show.
 *
 * @param genesis hash of the header of the channel's first block, the one thing that must be known from elsewhere; without
 *     it the proof shows no more than that it holds together
 * @param chaincode in whose namespace the key lies
 * @param shows whether what the chaincode answers to a read (second) shows the value that was written (first)
 */
public record Claim(Optional<Hash> genesis, String chaincode, String key, BiPredicate<byte[], byte[]> shows) {

    /** Of a chaincode that answers with the value itself. */
    public Claim(Optional<Hash> genesis, String chaincode, String key) {
        this(genesis, chaincode, key, Arrays::equals);
    }
}
