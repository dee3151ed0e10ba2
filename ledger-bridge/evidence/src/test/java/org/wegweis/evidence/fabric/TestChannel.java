package org.wegweis.evidence.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wegweis.evidence.fabric.ChannelConfig.Consensus;
import org.wegweis.evidence.fabric.TestCertifier.Identity;
import org.wegweis.kernel.record.Hash;

/**
 * A channel in memory that has all keys of all who take part, so that it can sign what none of them would. Its blocks have
 * the form of those of Fabric 3.1. What is public in it may be changed at any time and applies from then on.
 */
public final class TestChannel implements Blocks {
    private static final String LIFECYCLE = "_lifecycle";

    private final String name;
    private final List<byte[]> blocks = new ArrayList<>();
    private final Map<String, Version> versions = new HashMap<>();
    private final Map<String, byte[]> values = new HashMap<>();
    private long governing;

    private Consensus consensus;

    /** Goes into the next config block. */
    public Consensus next;

    /** Goes into the next config block: who orders, by number. */
    public Map<Integer, Identity> consenters = new TreeMap<>();

    /** Goes into the next config block: organisations that order. */
    public List<TestCertifier> ordering = new ArrayList<>();

    /** Goes into the next config block: organisations that endorse. */
    public List<TestCertifier> endorsing = new ArrayList<>();

    /** Goes into the next config block: who counts no longer. */
    public List<Identity> revoked = new ArrayList<>();

    /** The number of the next config; the right one is one more than the last. */
    public long sequence;

    /** Who signs the next blocks, by number; with Raft the first alone. */
    public List<Integer> signers;

    /** Who endorses the next transactions. */
    public List<Identity> peers = new ArrayList<>();

    /** Who submits. */
    public Identity client;

    /** Which config block the next blocks name as the last one; the right one if nothing is here. */
    public Optional<Long> lastConfig = Optional.empty();

    private TestChannel(String name, Consensus consensus, int orderers, int organisations) {
        this.name = name;
        this.consensus = consensus;
        this.next = consensus;
        for (int i = 1; i <= orderers; i++) {
            var certifier = new TestCertifier("Orderer" + i + "MSP");
            ordering.add(certifier);
            consenters.put(i, certifier.issue("orderer", "orderer"));
        }
        for (int i = 1; i <= organisations; i++) {
            var certifier = new TestCertifier("Peer" + i + "MSP");
            endorsing.add(certifier);
            peers.add(certifier.issue("peer", "peer"));
        }
        this.signers = List.copyOf(consenters.keySet());
        this.client = endorsing.getFirst().issue("bridge", "client");
        configure();
    }

    /** A channel with its first block, whose orderers agree. */
    public static TestChannel bft(int orderers, int organisations) {
        return new TestChannel("seals", Consensus.BFT, orderers, organisations);
    }

    /** A channel with its first block, of whose orderers one signs. */
    public static TestChannel raft(int orderers, int organisations) {
        return new TestChannel("seals", Consensus.RAFT, orderers, organisations);
    }

    /** This channel with the same people under another name. */
    TestChannel sibling(String other) {
        var sibling = new TestChannel(other, consensus, 4, 3);
        sibling.blocks.clear();
        sibling.consenters = consenters;
        sibling.ordering = ordering;
        sibling.endorsing = endorsing;
        sibling.peers = peers;
        sibling.client = client;
        sibling.sequence = 0;
        sibling.configure();
        return sibling;
    }

    @Override
    public byte[] block(long number) {
        if (number >= blocks.size()) throw new IllegalArgumentException("no block " + number);
        return blocks.get((int) number).clone();
    }

    public long height() {
        return blocks.size();
    }

    public Hash genesis() {
        return Block.read(blocks.getFirst()).headerHash();
    }

    /** A config block of what goes into it now. */
    public void configure() {
        var header = new Written()
                .bytes(1, channelHeader(1, "", new byte[0]))
                .bytes(2, new Written().bytes(2, random(24)).bytes());
        var config = new Written().number(1, sequence).message(2, group());
        var payload = new Written().message(1, header).message(2, new Written().message(1, config));
        long number = height();
        append(List.of(new Written().message(1, payload).bytes()), number);
        governing = number;
        consensus = next;
        sequence++;
    }

    /** The chaincode's next definition: a majority of the organisations' policies must endorse. */
    public void define(String chaincode) {
        define(
                chaincode,
                Optional.of(new Written()
                        .bytes(2, utf8("/Channel/Application/Endorsement"))
                        .bytes()),
                1);
    }

    /** @param policy {@code common.ApplicationPolicy}; nothing leaves the last one as it is */
    void define(String chaincode, Optional<byte[]> policy, long newSequence) {
        var writes = new TreeMap<String, byte[]>();
        policy.ifPresent(parameter -> writes.put(
                Definition.key(chaincode, "ValidationInfo"),
                new Written()
                        .message(2, new Written().bytes(1, utf8("vscc")).bytes(2, parameter))
                        .bytes()));
        writes.put(
                Definition.key(chaincode, "Sequence"),
                new Written().number(1, newSequence).bytes());
        var changes = changes(LIFECYCLE, List.of(Definition.key(chaincode, "Sequence")), writes);
        append(List.of(call(LIFECYCLE, List.of(changes), new byte[0], true)), governing);
        committed(LIFECYCLE, writes, 0);
    }

    /** A transaction that writes, alone in its block. */
    public void write(String chaincode, String key, byte[] value) {
        append(List.of(writing(chaincode, key, value)), governing);
        committed(chaincode, Map.of(key, value), 0);
    }

    /** A block of one transaction, made elsewhere. */
    public void order(byte[] envelope, byte code) {
        append(List.of(envelope), governing, new byte[] {code});
    }

    /** Where the chaincode's definition stands, which every call of it reads. */
    public String definitionKey(String chaincode) {
        return Definition.key(chaincode, Definition.SEQUENCE);
    }

    /** The block that holds the definition in force. */
    public long definedIn(String chaincode) {
        return version(LIFECYCLE, definitionKey(chaincode)).orElseThrow().block();
    }

    /** The second transaction of a block of three. */
    void writeAmongOthers(String chaincode, String key, byte[] value) {
        append(
                List.of(
                        writing(chaincode, "other", new byte[] {1}),
                        writing(chaincode, key, value),
                        writing(chaincode, "another", new byte[] {2})),
                governing);
        committed(chaincode, Map.of(key, value), 1);
    }

    private byte[] writing(String chaincode, String key, byte[] value) {
        return call(
                chaincode,
                List.of(defined(chaincode), changes(chaincode, List.of(key), Map.of(key, value))),
                value,
                true);
    }

    /** What the gateway hands out for a call that reads, endorsed by all peers: {@code gateway.PreparedTransaction}. */
    public byte[] read(String chaincode, String key) {
        return read(
                chaincode,
                key,
                version(chaincode, key).orElseThrow(),
                values.getOrDefault(chaincode + "/" + key, new byte[0]));
    }

    /** A read of a chaincode that does not answer with the value itself. */
    public byte[] read(String chaincode, String key, byte[] answer) {
        return read(chaincode, key, version(chaincode, key).orElseThrow(), answer);
    }

    /** A read that shows what it shall show. */
    byte[] read(String chaincode, String key, Version version, byte[] answer) {
        var shown = new Written().message(1, reading(key, Optional.of(version))).bytes();
        var envelope = call(chaincode, List.of(defined(chaincode), namespace(chaincode, shown)), answer, false);
        return new Written().bytes(1, utf8("id")).bytes(2, envelope).bytes();
    }

    private Written defined(String chaincode) {
        return changes(LIFECYCLE, List.of(Definition.key(chaincode, "Sequence")), Map.of());
    }

    Optional<Version> version(String namespace, String key) {
        return Optional.ofNullable(versions.get(namespace + "/" + key));
    }

    private void committed(String namespace, Map<String, byte[]> writes, int transaction) {
        writes.forEach((key, value) -> {
            versions.put(namespace + "/" + key, new Version(height() - 1, transaction));
            values.put(namespace + "/" + key, value);
        });
    }

    private Written changes(String namespace, List<String> reads, Map<String, byte[]> writes) {
        var set = new Written();
        reads.forEach(key -> set.message(1, reading(key, version(namespace, key))));
        writes.forEach(
                (key, value) -> set.message(3, new Written().bytes(1, utf8(key)).bytes(3, value)));
        return namespace(namespace, set.bytes());
    }

    private static Written namespace(String namespace, byte[] set) {
        return new Written().bytes(1, utf8(namespace)).bytes(2, set);
    }

    private static Written reading(String key, Optional<Version> version) {
        var read = new Written().bytes(1, utf8(key));
        version.ifPresent(
                last -> read.message(2, new Written().number(1, last.block()).number(2, last.transaction())));
        return read;
    }

    private byte[] call(String chaincode, List<Written> changes, byte[] answer, boolean submitted) {
        byte[] nonce = random(24);
        byte[] creator = client.serialized();
        byte[] signatureHeader = new Written().bytes(1, creator).bytes(2, nonce).bytes();
        var id = new Written().bytes(2, utf8(chaincode));
        byte[] channelHeader = channelHeader(
                3,
                Hash.sha256(nonce, creator).hex(),
                new Written().message(2, id).bytes());
        var spec = new Written().number(1, 1).message(2, id);
        byte[] proposal =
                new Written().bytes(1, new Written().message(1, spec).bytes()).bytes();
        var results = new Written();
        changes.forEach(one -> results.message(2, one));
        var action = new Written()
                .bytes(1, results.bytes())
                .message(3, new Written().number(1, 200).bytes(3, answer))
                .message(4, id);
        byte[] response = new Written()
                .bytes(1, Hash.sha256(channelHeader, signatureHeader, proposal).bytes())
                .message(2, action)
                .bytes();
        var endorsed = new Written().bytes(1, response);
        for (var peer : peers) {
            byte[] signature = peer.sign(response, peer.serialized());
            endorsed.message(2, new Written().bytes(1, peer.serialized()).bytes(2, signature));
        }
        var called = new Written().bytes(1, proposal).message(2, endorsed);
        var data =
                new Written().message(1, new Written().bytes(1, signatureHeader).message(2, called));
        var header = new Written().bytes(1, channelHeader).bytes(2, signatureHeader);
        byte[] payload = new Written().message(1, header).message(2, data).bytes();
        return new Written()
                .bytes(1, payload)
                .bytes(2, submitted ? client.sign(payload) : new byte[0])
                .bytes();
    }

    private byte[] channelHeader(int type, String id, byte[] extension) {
        return new Written()
                .number(1, type)
                .bytes(4, utf8(name))
                .bytes(5, utf8(id))
                .bytes(7, extension)
                .bytes();
    }

    private void append(List<byte[]> envelopes, long lastConfigNow) {
        append(envelopes, lastConfigNow, new byte[envelopes.size()]);
    }

    private void append(List<byte[]> envelopes, long lastConfigNow, byte[] filter) {
        byte[] previous = blocks.isEmpty()
                ? new byte[0]
                : Block.read(blocks.getLast()).headerHash().bytes();
        byte[] signed = new Written()
                .message(1, new Written().number(1, lastConfig.orElse(lastConfigNow)))
                .bytes(2, new byte[] {16, 1})
                .bytes();
        var block = new Block(
                height(),
                previous,
                Hash.sha256(envelopes.toArray(byte[][]::new)),
                envelopes,
                signed,
                List.of(),
                filter);
        var signatures = new ArrayList<BlockSignature>();
        for (int number : blocks.isEmpty() ? List.<Integer>of() : signers) signatures.add(signature(block, number));
        if (consensus == Consensus.RAFT && !signatures.isEmpty())
            signatures.subList(1, signatures.size()).clear();
        blocks.add(delivered(block.signedBy(signatures)));
    }

    private BlockSignature signature(Block block, int number) {
        var signer = consenters.get(number);
        if (signer == null) throw new IllegalArgumentException("no orderer " + number);
        byte[] nothing = new byte[0];
        var unsigned = consensus == Consensus.BFT
                ? new BlockSignature(
                        nothing,
                        nothing,
                        new Written().number(1, number).bytes(2, random(24)).bytes())
                : new BlockSignature(
                        new Written()
                                .bytes(1, signer.serialized())
                                .bytes(2, random(24))
                                .bytes(),
                        nothing,
                        nothing);
        return new BlockSignature(unsigned.creator(), signer.sign(unsigned.over(block)), unsigned.identifier());
    }

    /** With what peers add. */
    private static byte[] delivered(Block block) {
        var signing = new Written()
                .bytes(1, block.signed())
                .all(2, block.signatures().stream().map(BlockSignature::bytes).toList());
        var metadata = List.of(signing.bytes(), new byte[0], block.filter(), new byte[0], random(34));
        return new Written()
                .message(
                        1,
                        new Written()
                                .number(1, block.number())
                                .bytes(2, block.previous())
                                .bytes(3, block.dataHash().bytes()))
                .message(2, new Written().all(1, block.envelopes()))
                .message(3, new Written().all(1, metadata))
                .bytes();
    }

    private Written group() {
        var orderer = new Written();
        ordering.forEach(one -> orderer.message(2, entry(one.msp(), organisation(one))));
        orderer.message(
                3, value("ConsensusType", new Written().bytes(1, utf8(next == Consensus.BFT ? "BFT" : "etcdraft"))));
        orderer.message(3, value("Capabilities", capabilities("V2_0")));
        if (next == Consensus.BFT) orderer.message(3, value("Orderers", mapping()));
        orderer.message(4, policy("BlockValidation", meta("Writers", 0)));
        var application = new Written();
        endorsing.forEach(one -> application.message(2, entry(one.msp(), organisation(one))));
        application.message(3, value("Capabilities", capabilities("V2_5")));
        application.message(4, policy("Endorsement", meta("Endorsement", 2)));
        application.message(4, policy("LifecycleEndorsement", meta("Endorsement", 2)));
        return new Written()
                .message(2, entry("Orderer", orderer))
                .message(2, entry("Application", application))
                .message(3, value("HashingAlgorithm", new Written().bytes(1, utf8("SHA256"))))
                .message(3, value("BlockDataHashingStructure", new Written().number(1, 4_294_967_295L)))
                .message(3, value("Capabilities", capabilities("V3_0")));
    }

    private Written mapping() {
        var mapping = new Written();
        consenters.forEach((number, who) -> mapping.message(
                1, new Written().number(1, number).bytes(4, utf8(who.msp())).bytes(5, who.pem())));
        return mapping;
    }

    private Written organisation(TestCertifier certifier) {
        var its = revoked.stream()
                .filter(one -> one.msp().equals(certifier.msp()))
                .toList();
        var units = new Written().number(1, 1);
        var names = List.of("client", "peer", "admin", "orderer");
        for (int i = 0; i < names.size(); i++) {
            units.message(2 + i, new Written().bytes(1, certifier.pem()).bytes(2, utf8(names.get(i))));
        }
        var msp = new Written()
                .bytes(1, utf8(certifier.msp()))
                .bytes(2, certifier.above().orElse(certifier).pem())
                .bytes(3, certifier.above().isPresent() ? certifier.pem() : new byte[0])
                .bytes(5, its.isEmpty() ? new byte[0] : certifier.revocationList(its))
                .message(8, new Written().bytes(1, utf8("SHA2")).bytes(2, utf8("SHA256")))
                .message(11, units);
        return new Written()
                .message(3, value("MSP", new Written().message(2, msp)))
                .message(4, policy("Endorsement", signedBy(List.of(principal(certifier.msp(), 3)), 1)))
                .message(4, policy("Writers", signedBy(List.of(principal(certifier.msp(), 0)), 1)));
    }

    private static Written entry(String name, Written value) {
        return new Written().bytes(1, utf8(name)).message(2, value);
    }

    private static Written value(String name, Written value) {
        return entry(name, new Written().bytes(2, value.bytes()).bytes(3, utf8("Admins")));
    }

    private static Written capabilities(String one) {
        return new Written().message(1, entry(one, new Written()));
    }

    private static Written policy(String name, Written policy) {
        return entry(name, new Written().message(2, policy));
    }

    private static Written meta(String name, int rule) {
        return new Written()
                .number(1, 3)
                .message(2, new Written().bytes(1, utf8(name)).number(2, rule));
    }

    private static Written signedBy(List<Written> principals, int needed) {
        return new Written().number(1, 1).message(2, signaturePolicy(principals, needed));
    }

    /** {@code common.SignaturePolicyEnvelope}: so many of these. */
    static Written signaturePolicy(List<Written> principals, int needed) {
        var rules = new Written().number(1, needed);
        for (int i = 0; i < principals.size(); i++) rules.all(2, List.of(new byte[] {8, (byte) i}));
        var envelope = new Written().message(2, new Written().message(2, rules));
        principals.forEach(principal -> envelope.message(3, principal));
        return envelope;
    }

    /** @param certifiers the certificates from the issuer's up to the root, DER */
    static Written unit(String msp, String unit, byte[]... certifiers) {
        return new Written()
                .number(1, 1)
                .message(
                        2,
                        new Written()
                                .bytes(1, utf8(msp))
                                .bytes(2, utf8(unit))
                                .bytes(3, Hash.sha256(certifiers).bytes()));
    }

    /** One alone. */
    static Written one(Identity identity) {
        return new Written().number(1, 2).bytes(2, identity.serialized());
    }

    /** @param role as in {@code MSPRole} */
    static Written principal(String msp, int role) {
        return new Written().message(2, new Written().bytes(1, utf8(msp)).number(2, role));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
