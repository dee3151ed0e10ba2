package org.wegweis.evidence.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.evidence.fabric.ChannelConfig.Consensus;
import org.wegweis.evidence.fabric.FabricStep.Code;
import org.wegweis.evidence.fabric.FabricStep.Result;

/**
 * Judges a proof by nothing but its bytes and the hash of the channel's genesis block. Hostile bytes get a report, never an
 * exception.
 *
 * <p>What it rests on: of BFT, that a quorum of the channel's orderers is honest; that those whom the chaincode's policy names
 * have run the contract; that of the majority of organisations that show the value not all lie. What it does not ask: whether a
 * config update was signed by its administrators, which is the orderers' word; whether a certificate had expired; and
 * whether the channel went on afterwards with another config.
 */
public final class FabricVerification {
    private final Claim claim;
    private final List<FabricStep> steps = new ArrayList<>();

    private final List<Block> configBlocks;
    private final List<Block> definitionBlocks;
    private final Block sealBlock;
    private final List<Transaction> reads;

    /** What a look found: both sentences, and what makes it worth less. */
    private record Found(Result result, String german, String english, Optional<Caveat> caveat) {
        static Found holds(String german, String english) {
            return new Found(Result.HOLDS, german, english, Optional.empty());
        }
    }

    @FunctionalInterface
    private interface Look {
        Found look();
    }

    private FabricVerification(FabricProof proof, Claim claim) {
        this.claim = claim;
        this.configBlocks = proof.configs().stream().map(Block::parse).toList();
        this.definitionBlocks = proof.definitions().stream().map(Block::parse).toList();
        this.sealBlock = Block.parse(proof.seal());
        this.reads = proof.reads().stream().map(Transaction::parseRead).toList();
    }

    /** Judges parts as {@link FabricProof#parts} names them. */
    public static FabricReport verify(Map<String, byte[]> parts, Claim claim) {
        FabricProof proof;
        try {
            proof = FabricProof.of(parts);
        } catch (Broken e) {
            return unreadable(e);
        }
        return verify(proof, claim);
    }

    public static FabricReport verify(FabricProof proof, Claim claim) {
        try {
            return new FabricVerification(proof, claim).report();
        } catch (Broken e) {
            return unreadable(e);
        } catch (RuntimeException | StackOverflowError e) {
            // whatever hostile bytes provoke in a parser
            return unreadable(Broken.unreadable(e.getClass().getSimpleName()));
        }
    }

    private static FabricReport unreadable(Broken e) {
        var steps = new ArrayList<FabricStep>();
        for (var code : Code.values()) steps.add(steps.isEmpty() ? failed(code, e) : skipped(code));
        return new FabricReport(steps, Optional.empty());
    }

    private FabricReport report() {
        var configs = new Configs[1];
        var sealed = new Transaction[1];
        var policy = new Policy[1];
        var endorsers = new ArrayList<Member>();
        take(Code.LEDGER_GENESIS, () -> {
            configs[0] = new Configs(configBlocks.getFirst());
            return genesis(configs[0].latest());
        });
        take(Code.LEDGER_CONFIGS, () -> configs(configs[0]));
        take(Code.LEDGER_BLOCK, () -> block(configs[0]));
        take(Code.LEDGER_TRANSACTION, () -> {
            sealed[0] = Transaction.read(sealBlock.envelopes().get(sealBlock.transaction()));
            endorsers.addAll(submitted(sealed[0], configs[0]));
            return transaction(sealed[0], endorsers);
        });
        take(Code.LEDGER_DEFINITION, () -> {
            policy[0] = definition(sealed[0], configs[0]);
            return defined();
        });
        take(Code.LEDGER_ENDORSED, () -> endorsed(policy[0], endorsers));
        take(Code.LEDGER_VALID, () -> valid(sealed[0], configs[0]));
        take(Code.LEDGER_VALUE, () -> value(sealed[0]));
        boolean shown = steps.stream().noneMatch(step -> step.result() == Result.DOES_NOT_HOLD);
        return new FabricReport(steps, shown ? Optional.of(sealed(sealed[0], endorsers)) : Optional.empty());
    }

    private Found genesis(ChannelConfig config) {
        var hash = configBlocks.getFirst().headerHash();
        String channel = quoted(config.channel());
        if (claim.genesis().isEmpty()) {
            return new Found(
                    Result.NOT_CHECKED,
                    "Erster Block des Kanals „%s“ (%s): ohne Vertrauensdatei nicht geprüft."
                            .formatted(channel, hash.hex()),
                    "First block of the channel \"%s\" (%s): not checked without a trust file."
                            .formatted(channel, hash.hex()),
                    Optional.empty());
        }
        if (!claim.genesis().get().equals(hash)) throw new Broken("er ist ein anderer", "it is another one");
        return Found.holds(
                "Der Kanal „%s“ beginnt mit dem Block, dem vertraut wird.".formatted(channel),
                "The channel \"%s\" begins with the block that is trusted.".formatted(channel));
    }

    private Found configs(Configs configs) {
        configBlocks.stream().skip(1).forEach(configs::add);
        requireChained();
        if (configs.count() == 1) {
            return Found.holds(
                    "Seit dem ersten Block des Kanals galt dieselbe Konfiguration.",
                    "The config was the same since the first block of the channel.");
        }
        String german =
                "Alle %d Konfigurationen des Kanals folgen lückenlos aufeinander, jede von den Orderern der vorigen unterschrieben."
                        .formatted(configs.count());
        String english =
                "All %d configs of the channel follow one another without a gap, each signed by the orderers of the one before."
                        .formatted(configs.count());
        if (!configs.hadRaft()) return Found.holds(german, english);
        return new Found(
                Result.HOLDS,
                german + " Unter Raft unterschrieb dabei nur ein Orderer.",
                english + " With Raft only one orderer signed that.",
                Optional.of(Caveat.ONE_ORDERER_SIGNS));
    }

    /** Where two blocks stand next to each other, the later one names the earlier one's header; none stands twice. */
    private void requireChained() {
        var all = new ArrayList<>(configBlocks);
        all.addAll(definitionBlocks);
        all.add(sealBlock);
        all.sort(Comparator.comparingLong(Block::number));
        for (int i = 1; i < all.size(); i++) {
            var before = all.get(i - 1);
            var block = all.get(i);
            boolean next = block.number() == before.number() + 1;
            boolean fits = next
                    ? Arrays.equals(block.previous(), before.headerHash().bytes())
                    : block.number() > before.number();
            if (!fits) {
                throw new Broken(
                        "Block %d folgt nicht auf Block %d".formatted(block.number(), before.number()),
                        "block %d does not follow block %d".formatted(block.number(), before.number()));
            }
        }
    }

    private Found block(Configs configs) {
        var config = configs.governing(sealBlock);
        if (config != configs.latest()) throw Broken.unreadable("configs from after the seal");
        Orderers.requireSigned(sealBlock, config);
        if (config.consensus() == Consensus.RAFT) {
            return new Found(
                    Result.HOLDS,
                    "Ein Orderer hat Block %d unterschrieben. Das ist schwächer als eine Einigung: bei Raft könnte ein einzelner Betreiber einen Block fälschen."
                            .formatted(sealBlock.number()),
                    "One orderer has signed block %d. That is weaker than an agreement: with Raft a single operator could forge a block."
                            .formatted(sealBlock.number()),
                    Optional.of(Caveat.ONE_ORDERER_SIGNS));
        }
        return Found.holds(
                "%d von %d Orderern haben Block %d unterschrieben, so viele wie nötig."
                        .formatted(Orderers.needed(config), config.consenters(), sealBlock.number()),
                "%d of %d orderers have signed block %d, as many as are needed."
                        .formatted(Orderers.needed(config), config.consenters(), sealBlock.number()));
    }

    /** Who endorses a transaction that somebody of the channel has submitted to it. */
    private static List<Member> submitted(Transaction transaction, Configs configs, Block block) {
        var config = configs.governing(block);
        if (!transaction.channel().equals(config.channel())) {
            throw new Broken("sie ist von einem anderen Kanal", "it is of another channel");
        }
        transaction.requireSubmitted(config);
        return transaction.endorsers(config);
    }

    private List<Member> submitted(Transaction transaction, Configs configs) {
        if (!transaction.chaincode().equals(claim.chaincode())) {
            throw new Broken("sie ist von einem anderen Chaincode", "it is of another chaincode");
        }
        return submitted(transaction, configs, sealBlock);
    }

    private static Found transaction(Transaction transaction, List<Member> endorsers) {
        return Found.holds(
                "Die Transaktion %s ist unterschrieben, und %d Peers haben ihr zugestimmt."
                        .formatted(transaction.id(), endorsers.size()),
                "The transaction %s is signed, and %d peers have endorsed it."
                        .formatted(transaction.id(), endorsers.size()));
    }

    /** Goes back from the definition that was in force to the one that says who must endorse. */
    private Policy definition(Transaction sealed, Configs configs) {
        String chaincode = sealed.chaincode();
        var wanted = sealed.definedBy();
        var found = Optional.<Transaction>empty();
        for (var block : definitionBlocks.reversed()) {
            if (found.filter(later -> Definition.saysWhoEndorses(later, chaincode))
                    .isPresent()) {
                throw Broken.unreadable("more definitions than are needed");
            }
            if (!wanted.equals(Optional.of(new Version(block.number(), block.transaction())))) {
                throw new Broken(
                        "in Kraft war eine andere als die in Block %d".formatted(block.number()),
                        "another one was in force than that in block %d".formatted(block.number()));
            }
            var config = configs.governing(block);
            Orderers.requireSigned(block, config);
            var definition = Transaction.read(block.envelopes().get(block.transaction()));
            if (!Definition.isWrittenBy(definition, chaincode)) {
                throw new Broken(
                        "Block %d legt den Chaincode nicht fest".formatted(block.number()),
                        "block %d does not define the chaincode".formatted(block.number()));
            }
            var endorsers = submitted(definition, configs, block);
            if (!config.policy(Definition.POLICY).isSatisfiedBy(endorsers)) {
                throw new Broken(
                        "dem in Block %d haben zu wenige zugestimmt".formatted(block.number()),
                        "too few have endorsed that in block %d".formatted(block.number()));
            }
            wanted = Definition.before(definition, chaincode);
            found = Optional.of(definition);
        }
        var first = found.filter(definition -> Definition.saysWhoEndorses(definition, chaincode))
                .orElseThrow(
                        () -> new Broken("sie sagt nicht, wer zustimmen muss", "it does not say who must endorse"));
        return Definition.policy(first, chaincode, configs.governing(sealBlock));
    }

    private Found defined() {
        return Found.holds(
                "Wer zustimmen muss, haben die Organisationen in Block %d festgelegt, und das war in Kraft."
                        .formatted(definitionBlocks.getFirst().number()),
                "Who must endorse was agreed upon by the organisations in block %d, and that was in force."
                        .formatted(definitionBlocks.getFirst().number()));
    }

    private static Found endorsed(Policy policy, List<Member> endorsers) {
        if (endorsers.isEmpty() || !policy.isSatisfiedBy(endorsers)) {
            throw new Broken("zu wenige haben zugestimmt", "too few have endorsed");
        }
        String who = String.join(", ", endorsers.stream().map(Member::msp).toList());
        return Found.holds(
                "Zugestimmt haben, wie festgelegt, Peers von %s.".formatted(quoted(who)),
                "As agreed upon, peers of %s have endorsed.".formatted(quoted(who)));
    }

    private Found valid(Transaction sealed, Configs configs) {
        var config = configs.governing(sealBlock);
        var version = new Version(sealBlock.number(), sealBlock.transaction());
        var ids = new HashSet<String>();
        var organisations = new ArrayList<String>();
        String first = "";
        for (var read : reads) {
            if (!read.channel().equals(config.channel()) || !read.chaincode().equals(claim.chaincode())) {
                throw new Broken("eine Lesung ist von woanders", "a read is from elsewhere");
            }
            if (!read.ofChaincode().version(claim.key()).equals(Optional.of(version))) {
                throw new Broken("eine Lesung zeigt eine andere Transaktion", "a read shows another transaction");
            }
            if (!claim.shows().test(written(sealed), read.answer())) {
                throw new Broken("eine Lesung zeigt einen anderen Wert", "a read shows another value");
            }
            if (!ids.add(read.id())) throw new Broken("eine Lesung steht doppelt", "a read stands twice");
            config.member(read.creator());
            var shown = read.endorsers(config);
            if (shown.isEmpty()) throw new Broken("für eine Lesung bürgt niemand", "nobody endorses a read");
            for (var endorser : shown) {
                if (!endorser.answersAsPeer()) {
                    throw new Broken("eine Lesung ist nicht von einem Peer", "a read is not from a peer");
                }
            }
            var its = shown.stream().map(Member::msp).toList();
            requireInOrder(its);
            if (its.getFirst().compareTo(first) <= 0) throw notInOrder();
            first = its.getFirst();
            organisations.addAll(its);
        }
        int needed = Group.majority(config.applications());
        if (organisations.size() != needed || new HashSet<>(organisations).size() != needed) {
            throw new Broken(
                    "%d Organisationen zeigen ihn, nötig sind %d verschiedene".formatted(organisations.size(), needed),
                    "%d organisations show it, needed are %d different ones".formatted(organisations.size(), needed));
        }
        String who = quoted(String.join(", ", organisations));
        return Found.holds(
                "Peers von %s zeigen den Wert als von dieser Transaktion geschrieben; sie war also gültig."
                        .formatted(who),
                "Peers of %s show the value as written by this transaction, so it was valid.".formatted(who));
    }

    private static void requireInOrder(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).compareTo(names.get(i - 1)) <= 0) throw notInOrder();
        }
    }

    private static Broken notInOrder() {
        return new Broken("eine Organisation steht doppelt oder woanders", "an organisation stands twice or elsewhere");
    }

    private byte[] written(Transaction sealed) {
        return sealed.ofChaincode()
                .value(claim.key())
                .orElseThrow(() -> new Broken("sie hat den Schlüssel nicht geschrieben", "it has not written the key"));
    }

    private Found value(Transaction sealed) {
        int length = written(sealed).length;
        return Found.holds(
                "Unter „%s“ stehen %d Bytes, geschrieben in Block %d."
                        .formatted(quoted(claim.key()), length, sealBlock.number()),
                "Under \"%s\" there are %d bytes, written in block %d."
                        .formatted(quoted(claim.key()), length, sealBlock.number()));
    }

    /** What the proof shows, for whoever knows what the value means. */
    private Sealed sealed(Transaction sealed, List<Member> endorsers) {
        return new Sealed(
                sealed.channel(),
                sealed.chaincode(),
                claim.key(),
                written(sealed),
                sealBlock.number(),
                sealBlock.transaction(),
                sealed.id(),
                endorsers.stream().map(Member::msp).toList());
    }

    private void take(Code code, Look look) {
        if (steps.stream().anyMatch(step -> step.result() == Result.DOES_NOT_HOLD)) {
            steps.add(skipped(code));
            return;
        }
        try {
            var found = look.look();
            steps.add(new FabricStep(code, found.result(), found.german(), found.english(), found.caveat()));
        } catch (Broken e) {
            steps.add(failed(code, e));
        } catch (RuntimeException | StackOverflowError e) {
            // whatever hostile bytes provoke in a parser: what cannot be read does not hold
            steps.add(failed(code, Broken.unreadable(e.getClass().getSimpleName())));
        }
    }

    private static FabricStep failed(Code code, Broken why) {
        return new FabricStep(
                code,
                Result.DOES_NOT_HOLD,
                code.german() + ": " + quoted(why.german()) + ".",
                code.english() + ": " + quoted(why.english()) + ".",
                Optional.empty());
    }

    private static FabricStep skipped(Code code) {
        return new FabricStep(
                code,
                Result.NOT_CHECKED,
                "Nicht geprüft, weil schon ein früherer Schritt nicht hält.",
                "Not checked because an earlier step does not hold.",
                Optional.empty());
    }

    /** What others have written, fit to stand in a sentence. */
    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", "?");
        return line.length() <= 240 ? line : line.substring(0, 240) + "…";
    }
}
