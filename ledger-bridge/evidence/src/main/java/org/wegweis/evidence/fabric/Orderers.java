package org.wegweis.evidence.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wegweis.evidence.fabric.ChannelConfig.Consensus;

/** Whether those have signed a block who must, by the config that governs it. */
final class Orderers {
    private Orderers() {}

    /** So many of n consenters that any two such groups have an honest one in common, while a third is dishonest. */
    static int quorum(int consenters) {
        int dishonest = (consenters - 1) / 3;
        return Math.ceilDiv(consenters + dishonest + 1, 2);
    }

    /** How many signatures a block needs, no fewer and no more. */
    static int needed(ChannelConfig config) {
        return config.consensus() == Consensus.BFT ? quorum(config.consenters()) : 1;
    }

    /** @throws Broken unless the block is signed, by exactly those, in the order of their numbers */
    static void requireSigned(Block block, ChannelConfig config) {
        int needed = needed(config);
        if (block.signatures().size() != needed) {
            throw new Broken(
                    "Block %d hat %d Unterschriften von Orderern, nötig sind %d"
                            .formatted(block.number(), block.signatures().size(), needed),
                    "block %d has %d signatures of orderers, needed are %d"
                            .formatted(block.number(), block.signatures().size(), needed));
        }
        var signers = new ArrayList<Member>();
        long last = -1;
        for (var signature : block.signatures()) {
            if (config.consensus() == Consensus.BFT) {
                if (signature.consenter() <= last) {
                    throw new Broken(
                            "Orderer %d steht doppelt oder woanders".formatted(signature.consenter()),
                            "orderer %d stands twice or elsewhere".formatted(signature.consenter()));
                }
                last = signature.consenter();
            }
            var signer = signer(signature, config);
            if (signers.stream().anyMatch(signer::isSameAs)) {
                throw new Broken("zwei Orderer haben denselben Schlüssel", "two orderers have the same key");
            }
            signers.add(signer);
            if (!signer.signed(signature.signature(), signature.over(block))) {
                throw new Broken(
                        "eine Unterschrift unter Block %d ist nicht die von %s".formatted(block.number(), signer.msp()),
                        "a signature under block %d is not that of %s".formatted(block.number(), signer.msp()));
            }
        }
        if (config.consensus() == Consensus.RAFT
                && !config.policy("/Channel/Orderer/BlockValidation").isSatisfiedBy(signers)) {
            throw new Broken(
                    "wer Block %d unterschrieben hat, durfte es nicht".formatted(block.number()),
                    "who has signed block %d was not allowed to".formatted(block.number()));
        }
    }

    private static Member signer(BlockSignature signature, ChannelConfig config) {
        if (config.consensus() == Consensus.RAFT) {
            if (signature.identifier().length > 0) throw Broken.unreadable("a signature of another consensus");
            var creator = Message.read(Message.read(signature.creator(), 1, 2).bytes(1), 1, 2);
            return config.orderer(creator.text(1), creator.bytes(2));
        }
        if (signature.creator().length > 0) throw Broken.unreadable("a signature of another consensus");
        var consenter = config.consenter(signature.consenter())
                .orElseThrow(() -> new Broken(
                        "einen Orderer %d gibt es dort nicht".formatted(signature.consenter()),
                        "there is no orderer %d".formatted(signature.consenter())));
        return config.orderer(consenter.msp(), consenter.pem());
    }

    /** The block with those of its signatures that a proof has. What is not genuine is left out. */
    static Block chosen(Block block, ChannelConfig config) {
        var genuine = new ArrayList<BlockSignature>();
        for (var signature : block.signatures()) {
            try {
                var signer = signer(signature, config);
                boolean signed = signer.signed(signature.signature(), signature.over(block));
                boolean twice = genuine.stream()
                        .anyMatch(other ->
                                config.consensus() == Consensus.BFT && other.consenter() == signature.consenter());
                if (signed && !twice) genuine.add(signature);
            } catch (Broken _) {
                // one more that nobody needs
            }
        }
        if (config.consensus() == Consensus.BFT) genuine.sort(Comparator.comparingLong(BlockSignature::consenter));
        List<BlockSignature> first = genuine.subList(0, Math.min(needed(config), genuine.size()));
        return block.signedBy(List.copyOf(first));
    }
}
