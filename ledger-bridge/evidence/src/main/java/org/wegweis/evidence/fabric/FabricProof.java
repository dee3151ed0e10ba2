package org.wegweis.evidence.fabric;

import java.util.List;

/**
 * All that is needed to check one seal of a channel, in its one form: a byte more, less or other is another proof, and
 * does not hold.
 *
 * @param configs the channel's configuration blocks, from its first block to the one in force at the seal
 * @param definition the block that brought the contract in force at the seal
 * @param seal the block with the seal
 * @param read a question that changed nothing, whose answer peers of a majority have confirmed: a message {@code
 *     common.Payload} with the seal's key as it stands in their state
 */
public record FabricProof(List<byte[]> configs, byte[] definition, byte[] seal, byte[] read) {
    /** No block of a channel that seals heads is near it. */
    public static final int LARGEST_PART = 1 << 20;

    private static final int MOST_CONFIGS = 1_000;

    /** @throws IllegalArgumentException if a part is larger than any, or there are none or too many configurations */
    public FabricProof {
        configs = List.copyOf(configs);
        if (configs.isEmpty() || configs.size() > MOST_CONFIGS) {
            throw new IllegalArgumentException("needs 1 to " + MOST_CONFIGS + " configuration blocks");
        }
        requireSmall(definition);
        requireSmall(seal);
        requireSmall(read);
        configs.forEach(FabricProof::requireSmall);
    }

    private static void requireSmall(byte[] part) {
        if (part.length > LARGEST_PART) throw new IllegalArgumentException("a part of " + part.length + " bytes");
    }
}
