package org.wegweis.evidence.fabric;

import java.util.ArrayList;
import java.util.List;
import org.wegweis.evidence.fabric.ChannelConfig.Consensus;

/** The configs of a channel from its genesis block on, without a gap: each one signed by the orderers of the one before. */
final class Configs {
    private final List<ChannelConfig> all = new ArrayList<>();

    /** @throws Broken unless it is a config block without one before it */
    Configs(Block genesis) {
        var config = ChannelConfig.read(genesis);
        if (genesis.number() != 0 || config.sequence() != 0 || genesis.previous().length > 0) {
            throw new Broken(
                    "Block %d ist nicht der erste".formatted(genesis.number()),
                    "block %d is not the first".formatted(genesis.number()));
        }
        all.add(config);
    }

    /** @throws Broken unless it is the next config, signed by those whom the last one names */
    void add(Block block) {
        var before = all.getLast();
        var config = ChannelConfig.read(block);
        if (!config.channel().equals(before.channel())) {
            throw new Broken(
                    "Konfigurationsblock %d ist von einem anderen Kanal".formatted(block.number()),
                    "config block %d is of another channel".formatted(block.number()));
        }
        if (block.number() <= before.block().number() || config.sequence() != before.sequence() + 1) {
            throw new Broken(
                    "Konfigurationsblock %d folgt nicht auf Block %d"
                            .formatted(block.number(), before.block().number()),
                    "config block %d does not follow block %d"
                            .formatted(block.number(), before.block().number()));
        }
        if (block.lastConfig() != block.number() || block.filter().length > 0) {
            throw Broken.unreadable("the metadata of config block " + block.number());
        }
        Orderers.requireSigned(block, before);
        all.add(config);
    }

    ChannelConfig latest() {
        return all.getLast();
    }

    int count() {
        return all.size();
    }

    /** Whether one orderer alone has signed one of the later configs. */
    boolean hadRaft() {
        return all.stream().limit(all.size() - 1L).anyMatch(config -> config.consensus() == Consensus.RAFT);
    }

    /**
     * The config that governs a block.
     *
     * @throws Broken unless its orderers have signed that it was the last one then
     */
    ChannelConfig governing(Block block) {
        var governing = all.stream()
                .filter(config -> config.block().number() < block.number())
                .reduce((_, later) -> later)
                .orElseThrow(() -> Broken.unreadable("a block before the first"));
        if (governing.block().number() != block.lastConfig()) {
            throw new Broken(
                    "für Block %d gilt die Konfiguration von Block %d, und die liegt nicht vor"
                            .formatted(block.number(), block.lastConfig()),
                    "block %d is governed by the config of block %d, which is not there"
                            .formatted(block.number(), block.lastConfig()));
        }
        return governing;
    }
}
