package org.wegweis.evidence.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.wegweis.evidence.fabric.Transaction.Endorsement;
import org.wegweis.kernel.record.Hash;

/**
 * What shows that a channel holds a value, in the one form that it has: nothing is in it that nobody checks.
 *
 * @param configs the channel's config blocks from the genesis block to the one that governs the seal
 * @param definitions the blocks in which the chaincode was defined: from the one that says who must endorse to the one
 *     that was in force
 * @param seal the block in which the value was written
 * @param reads calls that show it: {@code common.Envelope}, endorsed and never submitted
 */
public record FabricProof(List<byte[]> configs, List<byte[]> definitions, byte[] seal, List<byte[]> reads) {
    /** How the names of all parts begin. */
    public static final String PARTS = "ledger/";

    /** So many bytes at most has a part. */
    public static final int LARGEST = 512 * 1024;

    /** So many parts of a kind at most. */
    public static final int MOST = 1_000;

    private static final String SEAL = PARTS + "seal.pb";

    /** @throws Broken if something is too much or not there */
    public FabricProof {
        configs = bounded(configs);
        definitions = bounded(definitions);
        reads = bounded(reads);
        bounded(List.of(seal));
    }

    private static List<byte[]> bounded(List<byte[]> parts) {
        if (parts.isEmpty() || parts.size() > MOST) throw Broken.unreadable(parts.size() + " parts of a kind");
        for (byte[] part : parts) {
            if (part.length > LARGEST) {
                throw new Broken(
                        "ein Teil hat mehr als %d Bytes".formatted(LARGEST),
                        "a part has more than %d bytes".formatted(LARGEST));
            }
        }
        return List.copyOf(parts);
    }

    /** What names a channel to whoever pins it: the hash of its first block's header, from that block's bytes. */
    public static Hash genesis(byte[] block) {
        var genesis = Block.read(block);
        if (genesis.number() != 0) throw Broken.unreadable("not the first block");
        return genesis.headerHash();
    }

    /** Whether all parts are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FabricProof proof
                && same(configs, proof.configs)
                && same(definitions, proof.definitions)
                && Arrays.equals(seal, proof.seal)
                && same(reads, proof.reads);
    }

    private static boolean same(List<byte[]> some, List<byte[]> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seal);
    }

    /**
     * The proof from named parts.
     *
     * @throws Broken unless the parts are exactly what {@link #parts} gives
     */
    public static FabricProof of(Map<String, byte[]> parts) {
        var left = new LinkedHashMap<>(parts);
        var configs = numbered(left, "configs");
        var definitions = numbered(left, "definitions");
        byte[] seal = left.remove(SEAL);
        var reads = numbered(left, "reads");
        if (seal == null) throw Broken.unreadable("without " + SEAL);
        if (!left.isEmpty()) {
            throw Broken.unreadable("parts that belong to nothing: " + left.size());
        }
        return new FabricProof(configs, definitions, seal, reads);
    }

    private static List<byte[]> numbered(Map<String, byte[]> parts, String kind) {
        var found = new ArrayList<byte[]>();
        while (true) {
            byte[] next = parts.remove(name(kind, found.size()));
            if (next == null) return found;
            found.add(next);
        }
    }

    /** The parts by name. */
    public SequencedMap<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        put(parts, "configs", configs);
        put(parts, "definitions", definitions);
        parts.put(SEAL, seal);
        put(parts, "reads", reads);
        return Collections.unmodifiableSequencedMap(parts);
    }

    private static void put(Map<String, byte[]> parts, String kind, List<byte[]> all) {
        for (int i = 0; i < all.size(); i++) parts.put(name(kind, i), all.get(i));
    }

    /** For example {@code ledger/reads/0000.pb}. */
    private static String name(String kind, int number) {
        return "%s%s/%04d.pb".formatted(PARTS, kind, number);
    }

    /**
     * Makes a proof from what peers deliver. Whether it holds is another question: {@link FabricVerification}.
     *
     * @param blocks the channel's
     * @param reads calls of the chaincode that read the key, endorsed by a majority of the organisations, as the gateway
     *     hands them out ({@code gateway.PreparedTransaction}); surplus ones are left out
     * @param key that is to be shown
     * @throws Broken if those make no proof
     */
    public static FabricProof collect(Blocks blocks, List<byte[]> reads, String key) {
        var calls = reads.stream().map(FabricProof::prepared).toList();
        if (calls.isEmpty()) throw new Broken("ohne Lesung", "without a read");
        var written = calls.getFirst()
                .ofChaincode()
                .version(key)
                .orElseThrow(
                        () -> new Broken("die Lesung zeigt den Schlüssel nicht", "the read does not show the key"));
        var seal = block(blocks, written.block()).about(place(written));
        var configs = configs(blocks, seal.lastConfig());
        var definitions = definitions(blocks, seal, calls.getFirst().chaincode());
        var same = calls.stream()
                .filter(call -> call.ofChaincode().version(key).equals(Optional.of(written)))
                .toList();
        return new FabricProof(
                configs.stream()
                        .map(config -> config.block().number() == 0
                                ? config.block().bytes()
                                : chosen(config.block(), configs, true)
                                        .withoutFilter()
                                        .bytes())
                        .toList(),
                definitions.stream()
                        .map(block -> chosen(block, configs, false).bytes())
                        .toList(),
                chosen(seal, configs, false).bytes(),
                reads(same, configs.getLast()));
    }

    private static Transaction prepared(byte[] bytes) {
        return Transaction.read(Message.read(bytes, 1, 2).bytes(2));
    }

    private static Block block(Blocks blocks, long number) {
        var block = Block.read(blocks.block(number));
        if (block.number() != number) throw Broken.unreadable("another block than " + number);
        return block;
    }

    private static int place(Version version) {
        return (int) Math.min(version.transaction(), Integer.MAX_VALUE);
    }

    private static List<ChannelConfig> configs(Blocks blocks, long last) {
        var found = new ArrayList<ChannelConfig>();
        for (long number = last; ; number = block(blocks, number - 1).lastConfig()) {
            if (found.size() == MOST) throw Broken.unreadable("more than " + MOST + " configs");
            found.addFirst(ChannelConfig.read(block(blocks, number)));
            if (number == 0) return found;
        }
    }

    private static List<Block> definitions(Blocks blocks, Block seal, String chaincode) {
        var found = new ArrayList<Block>();
        var version = Transaction.read(seal.envelopes().get(seal.transaction())).definedBy();
        while (version.isPresent()) {
            if (found.size() == MOST) throw Broken.unreadable("more than " + MOST + " definitions");
            var block = block(blocks, version.get().block()).about(place(version.get()));
            found.addFirst(block);
            var definition = Transaction.read(block.envelopes().get(block.transaction()));
            if (Definition.saysWhoEndorses(definition, chaincode)) return found;
            version = Definition.before(definition, chaincode);
        }
        throw new Broken(
                "niemand hat gesagt, wer für %s bürgt".formatted(chaincode),
                "nobody has said who endorses for %s".formatted(chaincode));
    }

    private static Block chosen(Block block, List<ChannelConfig> configs, boolean config) {
        var governing = configs.stream()
                .filter(one -> config
                        ? one.block().number() < block.number()
                        : one.block().number() == block.lastConfig())
                .reduce((_, later) -> later)
                .orElseThrow(() -> Broken.unreadable("a block without its config"));
        return Orderers.chosen(block, governing);
    }

    /** One endorsement an organisation, of as many as are a majority, in the order of their names. */
    private static List<byte[]> reads(List<Transaction> calls, ChannelConfig config) {
        record Shown(String msp, int call, Endorsement endorsement) {}
        var shown = new ArrayList<Shown>();
        for (int i = 0; i < calls.size(); i++) {
            for (var endorsement : calls.get(i).endorsements()) {
                Member endorser;
                try {
                    endorser = calls.get(i).endorser(endorsement, config);
                } catch (Broken _) {
                    continue; // one that shows nothing
                }
                boolean known = shown.stream().anyMatch(other -> other.msp().equals(endorser.msp()));
                if (endorser.answersAsPeer() && !known) shown.add(new Shown(endorser.msp(), i, endorsement));
            }
        }
        shown.sort(Comparator.comparing(Shown::msp));
        var used = shown.subList(0, Math.min(shown.size(), Group.majority(config.applications())));
        return used.stream()
                .map(Shown::call)
                .distinct()
                .map(call -> calls.get(call)
                        .asRead(used.stream()
                                .filter(one -> one.call() == call)
                                .map(Shown::endorsement)
                                .toList()))
                .toList();
    }
}
