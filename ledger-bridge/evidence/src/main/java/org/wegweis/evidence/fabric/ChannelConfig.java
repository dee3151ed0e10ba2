package org.wegweis.evidence.fabric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a config block says about its channel. */
final class ChannelConfig {
    private static final int CONFIG = 1;
    /** Those that judge certificates in the one way that is known here. */
    private static final Set<String> CHANNEL_CAPABILITIES = Set.of("V1_4_3", "V2_0", "V3_0");

    private static final Set<String> APPLICATION_CAPABILITIES = Set.of("V2_0", "V2_5");
    private static final Set<String> OLDER_CAPABILITIES = Set.of("V1_1", "V1_2", "V1_3", "V1_4_2");
    private static final long ONE_HASH_OVER_ALL = 4_294_967_295L;

    private static final String ORDERER = "Orderer";
    private static final String APPLICATION = "Application";

    private final Block block;
    private final String channel;
    private final long sequence;
    private final Group root;
    private final Consensus consensus;
    private final Map<Long, Consenter> consenters = new TreeMap<>();
    private final Map<String, Organisation> orderers;
    private final Map<String, Organisation> applications;

    /** Who agrees upon blocks, and how. */
    enum Consensus {
        /** A quorum signs. */
        BFT,
        /** Whichever orderer writes signs. */
        RAFT
    }

    /** An orderer of BFT: {@code common.Consenter}. */
    record Consenter(long id, String msp, byte[] pem) {}

    private ChannelConfig(Block block) {
        this.block = block;
        if (block.envelopes().size() != 1) throw Broken.unreadable("a config block of several transactions");
        var envelope = Message.read(block.envelopes().getFirst(), 1, 2);
        var payload = Message.read(envelope.bytes(1), 1, 2);
        var header = Message.read(payload.bytes(1), 1, 2);
        var channelHeader = Message.read(header.bytes(1), 1, 2, 3, 4, 5, 6, 7, 8);
        if (channelHeader.number(1) != CONFIG) {
            throw new Broken(
                    "Block %d ist kein Konfigurationsblock".formatted(block.number()),
                    "block %d is no config block".formatted(block.number()));
        }
        this.channel = channelHeader.text(4);
        var config = Message.read(Message.read(payload.bytes(2), 1, 2).bytes(1), 1, 2);
        this.sequence = config.number(1);
        this.root = Group.read(config.bytes(2));
        var ordering = root.require(ORDERER);
        this.consensus = consensus(ordering);
        if (consensus == Consensus.BFT) readConsenters(Message.read(ordering.value("Orderers"), 1));
        this.orderers = organisations(ordering);
        this.applications = organisations(root.require(APPLICATION));
        requireOneVersionOfEach();
        requireKnownRules();
    }

    /** @throws Broken unless it is a config block that this room can judge by */
    static ChannelConfig read(Block block) {
        return new ChannelConfig(block);
    }

    private static Consensus consensus(Group ordering) {
        var type = Message.read(ordering.value("ConsensusType"), 1, 2, 3).text(1);
        return switch (type) {
            case "BFT" -> Consensus.BFT;
            case "etcdraft" -> Consensus.RAFT;
            default -> throw Broken.unreadable("consensus " + type);
        };
    }

    private void readConsenters(Message mapping) {
        for (byte[] bytes : mapping.all(1)) {
            var one = Message.read(bytes, 1, 2, 3, 4, 5, 6, 7);
            var consenter = new Consenter(one.number(1), one.text(4), one.bytes(5));
            if (consenters.put(consenter.id(), consenter) != null) {
                throw Broken.unreadable("consenter " + consenter.id() + " twice");
            }
        }
        if (consenters.isEmpty()) throw Broken.unreadable("a config without consenters");
    }

    private static Map<String, Organisation> organisations(Group group) {
        var organisations = new TreeMap<String, Organisation>();
        for (var below : group.groups().values()) {
            var organisation = Organisation.read(below.value("MSP"));
            if (organisations.put(organisation.msp(), organisation) != null) {
                throw Broken.unreadable("organisation " + organisation.msp() + " twice");
            }
        }
        if (organisations.isEmpty()) throw Broken.unreadable("a config without organisations");
        return organisations;
    }

    private void requireOneVersionOfEach() {
        orderers.forEach((msp, organisation) -> {
            var other = applications.get(msp);
            if (other != null && !other.isSameAs(organisation)) {
                throw Broken.unreadable("two organisations named " + msp);
            }
        });
    }

    private void requireKnownRules() {
        requireKnown(capabilities(root), CHANNEL_CAPABILITIES);
        requireKnown(capabilities(root.require(APPLICATION)), APPLICATION_CAPABILITIES);
        if (consensus == Consensus.BFT && !capabilities(root).contains("V3_0")) {
            throw Broken.unreadable("BFT without the channel's capability V3_0");
        }
        if (!Message.read(root.value("HashingAlgorithm"), 1).text(1).equals("SHA256")
                || Message.read(root.value("BlockDataHashingStructure"), 1).number(1) != ONE_HASH_OVER_ALL) {
            throw Broken.unreadable("blocks that are hashed in another way");
        }
    }

    private static Set<String> capabilities(Group group) {
        var names = new TreeSet<String>();
        for (byte[] entry : Message.read(group.value("Capabilities"), 1).all(1)) {
            names.add(Message.read(entry, 1, 2).text(1));
        }
        return names;
    }

    private static void requireKnown(Set<String> found, Set<String> known) {
        for (String name : found) {
            if (!known.contains(name) && !OLDER_CAPABILITIES.contains(name)) {
                throw Broken.unreadable("capability " + name + ", whose rules are not known here");
            }
        }
        if (found.stream().noneMatch(known::contains)) throw Broken.unreadable("capabilities as old as " + found);
    }

    Block block() {
        return block;
    }

    String channel() {
        return channel;
    }

    long sequence() {
        return sequence;
    }

    Consensus consensus() {
        return consensus;
    }

    int consenters() {
        return consenters.size();
    }

    Optional<Consenter> consenter(long id) {
        return Optional.ofNullable(consenters.get(id));
    }

    /** The organisations whose peers endorse. */
    int applications() {
        return applications.size();
    }

    /**
     * An orderer's certificate.
     *
     * @throws Broken if it is of no organisation that orders
     */
    Member orderer(String msp, byte[] pem) {
        return member(orderers, msp, pem);
    }

    /**
     * Who endorses.
     *
     * @param identity {@code msp.SerializedIdentity}
     * @throws Broken if it is of no organisation with peers
     */
    Member endorser(byte[] identity) {
        var fields = Message.read(identity, 1, 2);
        return member(applications, fields.text(1), fields.bytes(2));
    }

    /** Anybody of the channel. */
    Member member(byte[] identity) {
        var fields = Message.read(identity, 1, 2);
        boolean applies = applications.containsKey(fields.text(1));
        return member(applies ? applications : orderers, fields.text(1), fields.bytes(2));
    }

    private static Member member(Map<String, Organisation> organisations, String msp, byte[] pem) {
        var organisation = organisations.get(msp);
        if (organisation == null) {
            throw new Broken(
                    "es gibt dort keine Organisation „%s“".formatted(msp),
                    "there is no organisation \"%s\"".formatted(msp));
        }
        return organisation.member(pem);
    }

    /**
     * A policy by its path.
     *
     * @param path such as {@code /Channel/Application/Endorsement}
     */
    Policy policy(String path) {
        var steps = List.of(path.split("/", -1));
        if (steps.size() < 3 || !steps.get(0).isEmpty() || !steps.get(1).equals("Channel")) {
            throw Broken.unreadable("a policy's path: " + path);
        }
        Group group = root;
        for (String step : steps.subList(2, steps.size() - 1)) group = group.require(step);
        return group.policy(steps.getLast());
    }
}
