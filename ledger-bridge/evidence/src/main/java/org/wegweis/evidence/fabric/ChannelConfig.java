package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.wegweis.kernel.record.Hash;

/** A channel as one of its configuration blocks says it is. */
final class ChannelConfig {
    private static final String ORDERER = "Orderer";
    private static final String APPLICATION = "Application";
    private static final String HASHING = "SHA256";
    private static final int SIGNATURE = 1;
    private static final int IMPLICIT_META = 3;

    private final String channel;
    private final long block;
    private final long sequence;
    private final boolean quorum;
    private final Map<Integer, Consenter> consenters = new HashMap<>();
    private final SortedMap<String, Msp> orderers = new TreeMap<>();
    private final SortedMap<String, Msp> organisations = new TreeMap<>();
    private final ConfigGroup application;

    /** @param block that holds this configuration and nothing else */
    ChannelConfig(SignedBlock block) {
        if (block.envelopes() != 1) throw new WrongProof("kein Konfigurationsblock", "not a configuration block");
        var envelope = block.envelope(0);
        if (envelope.type() != TransactionEnvelope.CONFIG) {
            throw new WrongProof("kein Konfigurationsblock", "not a configuration block");
        }
        var config = Wire.read(ConfigEnvelope.parser(), envelope.data(), "configuration")
                .getConfig();
        var root = config.getChannelGroup();
        this.channel = envelope.channel();
        this.block = block.number();
        this.sequence = config.getSequence();
        requireSha256(root);
        var ordering = group(root, ORDERER);
        this.application = group(root, APPLICATION);
        this.quorum = isBft(ordering);
        ordering.getGroupsMap().forEach((_, group) -> add(orderers, group));
        application.getGroupsMap().forEach((_, group) -> add(organisations, group));
        if (quorum) {
            for (var one : Wire.read(Orderers.parser(), value(ordering, "Orderers"), "orderers")
                    .getConsenterMappingList()) {
                if (consenters.put(one.getId(), one) != null) {
                    throw new WrongProof("zwei Sequenzer mit einer Nummer", "two consenters of one number");
                }
            }
        }
    }

    String channel() {
        return channel;
    }

    /** The number of the block that holds it. */
    long block() {
        return block;
    }

    long sequence() {
        return sequence;
    }

    /** Whether a block needs the signatures of a quorum (BFT), or of one orderer (Raft). */
    boolean needsQuorum() {
        return quorum;
    }

    int consenters() {
        return consenters.size();
    }

    /** How many consenters have to sign a block: the least number of which any two share an honest one. */
    int quorum() {
        int n = consenters.size();
        int faulty = (n - 1) / 3;
        return (n + faulty + 2) / 2; // the next whole number from (n + f + 1) / 2
    }

    /** How many of the channel's organisations with peers are more than half. */
    int majority() {
        return organisations.size() / 2 + 1;
    }

    /** The consenter of that number. */
    Signer consenter(int number) {
        var consenter = Optional.ofNullable(consenters.get(number))
                .orElseThrow(() -> new WrongProof(
                        "Sequenzer %d gibt es in dieser Konfiguration nicht".formatted(number),
                        "this configuration has no consenter %d".formatted(number)));
        return signer(orderers, consenter.getMspId(), consenter.getIdentity());
    }

    Signer orderer(ByteString identity) {
        return signer(orderers, identity);
    }

    /** A member of an organisation with peers. */
    Signer member(ByteString identity) {
        return signer(organisations, identity);
    }

    /** The policy of that name for the channel's organisations with peers. */
    Policy policy(String name) {
        var policy = policy(application, name);
        return switch (policy.getType()) {
            case SIGNATURE -> Policy.OfSigners.parse(policy.getValue());
            case IMPLICIT_META -> {
                var meta = Wire.read(ImplicitMetaPolicy.parser(), policy.getValue(), "policy");
                var each = new ArrayList<Policy>();
                for (var organisation : application.getGroupsMap().values()) {
                    each.add(Policy.OfSigners.parse(
                            policy(organisation, meta.getSubPolicy()).getValue()));
                }
                yield new Policy.OfOrganisations(meta.getRule(), List.copyOf(each));
            }
            default -> throw new WrongProof("eine Regel unbekannter Art", "a policy of an unknown kind");
        };
    }

    private static org.hyperledger.fabric.protos.common.Policy policy(ConfigGroup group, String name) {
        var policy = group.getPoliciesMap().get(name);
        if (policy == null) throw new WrongProof("die Regel %s fehlt".formatted(name), "no policy " + name);
        return policy.getPolicy();
    }

    private static Signer signer(Map<String, Msp> organisations, ByteString identity) {
        var parsed = Wire.read(SerializedIdentity.parser(), identity, "identity");
        return signer(organisations, parsed.getMspid(), parsed.getIdBytes());
    }

    private static Signer signer(Map<String, Msp> organisations, String mspId, ByteString certificate) {
        var msp = organisations.get(mspId);
        if (msp == null) {
            String named = mspId.length() > 100 ? mspId.substring(0, 100) : mspId;
            throw new WrongProof(named + " gehört nicht zum Kanal", named + " is not of the channel");
        }
        return new Signer(msp, msp.member(certificate));
    }

    private static boolean isBft(ConfigGroup ordering) {
        String type = Wire.read(ConsensusType.parser(), value(ordering, "ConsensusType"), "consensus")
                .getType();
        return switch (type) {
            case "BFT" -> true;
            case "etcdraft" -> false;
            default -> throw new WrongProof("ein unbekanntes Verfahren der Sequenzer", "an unknown kind of ordering");
        };
    }

    private static void requireSha256(ConfigGroup root) {
        var name = Wire.read(
                org.hyperledger.fabric.protos.common.HashingAlgorithm.parser(),
                value(root, "HashingAlgorithm"),
                "hashing");
        if (!name.getName().equals(HASHING)) throw new WrongProof("eine andere Hashfunktion", "another hash function");
    }

    private static void add(Map<String, Msp> organisations, ConfigGroup group) {
        var msp = new Msp(value(group, "MSP"));
        if (organisations.put(msp.id(), msp) != null) {
            throw new WrongProof("zwei Organisationen eines Namens", "two organisations of one name");
        }
    }

    private static ConfigGroup group(ConfigGroup parent, String name) {
        var group = parent.getGroupsMap().get(name);
        if (group == null) throw new WrongProof("die Gruppe %s fehlt".formatted(name), "no group " + name);
        return group;
    }

    private static ByteString value(ConfigGroup group, String name) {
        var value = group.getValuesMap().get(name);
        if (value == null) throw new WrongProof("der Wert %s fehlt".formatted(name), "no value " + name);
        return value.getValue();
    }

    /** Follows the channel's configurations from the block that is trusted. */
    static List<ChannelConfig> follow(List<SignedBlock> blocks, Hash genesis) {
        var first = blocks.getFirst();
        if (!first.hash().equals(genesis)) {
            throw new WrongProof("er beginnt mit einem anderen Block", "it begins with another block");
        }
        if (first.number() != 0) throw new WrongProof("das ist nicht der erste Block", "that is not the first block");
        if (first.signatures() > 0)
            throw new WrongProof("der erste Block trägt Unterschriften", "the first block is signed");
        var configs = new ArrayList<ChannelConfig>();
        configs.add(new ChannelConfig(first));
        for (var block : blocks.subList(1, blocks.size())) {
            var before = configs.getLast();
            block.requireOrdered(before);
            var config = new ChannelConfig(block);
            boolean next = block.number() > before.block()
                    && config.sequence() == before.sequence() + 1
                    && block.lastConfig() == block.number()
                    && config.channel().equals(before.channel());
            if (!next) {
                throw new WrongProof(
                        "Konfiguration %d folgt nicht auf die davor".formatted(config.sequence()),
                        "configuration %d does not follow the one before".formatted(config.sequence()));
            }
            configs.add(config);
        }
        return List.copyOf(configs);
    }
}
