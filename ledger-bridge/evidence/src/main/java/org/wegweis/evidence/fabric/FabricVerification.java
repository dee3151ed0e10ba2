package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.wegweis.kernel.record.Hash;

/**
 * Checks a proof step by step. Each step builds on those before it and throws {@link WrongProof} if it, or one of them,
 * does not hold.
 */
public final class FabricVerification {
    private static final String LIFECYCLE = "_lifecycle";
    private static final String VALIDATION = "vscc";
    private static final String APPLICATION_POLICIES = "/Channel/Application/";

    private final FabricProof proof;
    private final List<ChannelConfig> configs;
    private final SignedBlock block;
    private final ChannelConfig config;

    /**
     * Follows the channel's configurations.
     *
     * @param genesis hash of the header of the channel's first block: the one thing that is trusted
     */
    public FabricVerification(FabricProof proof, Hash genesis) {
        this.proof = proof;
        this.configs = ChannelConfig.follow(
                proof.configs().stream().map(SignedBlock::parse).toList(), genesis);
        this.block = SignedBlock.parse(proof.seal());
        this.config = configs.getLast();
        // signed by the orderers, below
        if (block.lastConfig() != config.block()) {
            throw new WrongProof(
                    "Block %d gilt unter der Konfiguration in Block %d, die fehlt"
                            .formatted(block.number(), block.lastConfig()),
                    "block %d stands under the configuration in block %d, which is missing"
                            .formatted(block.number(), block.lastConfig()));
        }
    }

    /**
     * The channel.
     *
     * @param configurations that it has had up to the seal
     * @param quorum whether more than two thirds of the orderers have to agree on a block (BFT); else one of them signs
     *     alone (Raft), and whoever runs it could make up blocks
     */
    public record Channel(String name, int configurations, boolean quorum, int consenters) {}

    public Channel channel() {
        return new Channel(config.channel(), configs.size(), config.needsQuorum(), config.consenters());
    }

    /** Who has put the block in its place, sorted. */
    public record Ordered(long block, List<String> organisations) {}

    public Ordered ordered() {
        return new Ordered(block.number(), block.requireOrdered(config));
    }

    /**
     * Whose peers have confirmed what the contract did.
     *
     * @param organisations sorted
     * @param definition number of the block that brought the contract
     */
    public record Confirmed(String chaincode, String version, List<String> organisations, long definition) {}

    public Confirmed confirmed() {
        ordered();
        var sealed = sealed();
        var call = sealed.call();
        var signers = call.signers(config);
        var definition = definition(call);
        if (!definition.policy().isMetBy(signers)) {
            throw new WrongProof(
                    "zu wenige haben bestätigt, was der Vertrag tat", "too few have confirmed what the contract did");
        }
        return new Confirmed(call.chaincode(), call.chaincodeVersion(), organisations(signers), definition.block());
    }

    /** Whose peers have the seal in their state, and so found its transaction valid; sorted. */
    public record Standing(List<String> organisations) {}

    public Standing standing() {
        confirmed();
        var signers = question().signers(config);
        var organisations = organisations(signers);
        boolean peers = signers.stream().allMatch(signer -> signer.msp().isPeer(signer.certificate()));
        if (!peers || signers.size() != config.majority() || organisations.size() != signers.size()) {
            throw new WrongProof(
                    "nicht je ein Peer von %d Organisationen".formatted(config.majority()),
                    "not one peer each of %d organisations".formatted(config.majority()));
        }
        return new Standing(organisations);
    }

    /** What stands on the ledger since. */
    public record Written(String chaincode, String key, byte[] value, String transaction) {}

    public Written written() {
        standing();
        var sealed = sealed();
        return new Written(
                sealed.call().chaincode(), sealed.key(), sealed.value().toByteArray(), sealed.transaction());
    }

    /** The call in the seal's block, and what it wrote under the key that was asked for. */
    private record Sealed(Endorsed call, String key, ByteString value, String transaction) {}

    private Sealed sealed() {
        var question = question();
        // a seal stands where the transaction of the block has put it, and nowhere else
        var found = question.reads(question.chaincode()).entrySet().stream()
                .filter(read -> read.getValue().block() == block.number())
                .toList();
        if (found.size() != 1) {
            throw new WrongProof(
                    "im Bestand der Peers steht nicht, was dieser Block gebracht hat",
                    "what this block has brought does not stand in the peers' state");
        }
        String key = found.getFirst().getKey();
        var envelope = block.envelope(found.getFirst().getValue().transaction());
        envelope.requireSent(config);
        var call = Endorsed.of(envelope, config);
        if (!call.chaincode().equals(question.chaincode())) {
            throw new WrongProof("ein anderer Vertrag", "another contract");
        }
        var value = call.written(call.chaincode(), key)
                .orElseThrow(() -> new WrongProof(
                        "die Transaktion hat das nicht geschrieben", "the transaction has not written that"));
        return new Sealed(call, key, value, envelope.transaction());
    }

    private Endorsed question() {
        return Endorsed.question(proof.read(), config);
    }

    private static List<String> organisations(List<Signer> signers) {
        var organisations = new TreeSet<String>();
        signers.forEach(signer -> organisations.add(signer.msp().id()));
        return List.copyOf(organisations);
    }

    /** What the channel has agreed on about the contract. */
    private record Definition(long block, Policy policy) {}

    /** That in force at the call: the one whose very version the endorsers have read, and signed for. */
    private Definition definition(Endorsed call) {
        String fields = "namespaces/fields/" + call.chaincode() + "/";
        var version = call.read(LIFECYCLE, fields + "Sequence")
                .orElseThrow(() -> new WrongProof(
                        "der Aufruf nennt nicht, welcher Vertrag galt",
                        "the call does not say which contract was in force"));
        var brought = SignedBlock.parse(proof.definition());
        if (brought.number() != version.block()) {
            throw new WrongProof(
                    "Block %d brachte den Vertrag, nicht Block %d".formatted(version.block(), brought.number()),
                    "block %d brought the contract, not block %d".formatted(version.block(), brought.number()));
        }
        var then = configs.stream()
                .filter(one -> one.block() == brought.lastConfig())
                .findFirst()
                .orElseThrow(() -> new WrongProof("eine Konfiguration fehlt", "a configuration is missing"));
        brought.requireOrdered(then);
        var envelope = brought.envelope(version.transaction());
        envelope.requireSent(then);
        var commit = Endorsed.of(envelope, then);
        boolean agreed = commit.chaincode().equals(LIFECYCLE)
                && then.policy("LifecycleEndorsement").isMetBy(commit.signers(then));
        if (!agreed) {
            throw new WrongProof(
                    "der Kanal hat dem Vertrag nicht zugestimmt", "the channel has not agreed to the contract");
        }
        var endorsing =
                Wire.read(ChaincodeEndorsementInfo.parser(), field(commit, fields + "EndorsementInfo"), "definition");
        var validating =
                Wire.read(ChaincodeValidationInfo.parser(), field(commit, fields + "ValidationInfo"), "definition");
        if (!endorsing.getVersion().equals(call.chaincodeVersion())
                || !validating.getValidationPlugin().equals(VALIDATION)) {
            throw new WrongProof("ein anderer Vertrag galt", "another contract was in force");
        }
        return new Definition(brought.number(), policy(validating.getValidationParameter()));
    }

    private Policy policy(ByteString parameter) {
        var policy = Wire.read(ApplicationPolicy.parser(), parameter, "policy");
        return switch (policy.getTypeCase()) {
            case SIGNATURE_POLICY -> new Policy.OfSigners(policy.getSignaturePolicy());
            case CHANNEL_CONFIG_POLICY_REFERENCE -> {
                String name = policy.getChannelConfigPolicyReference();
                if (!name.startsWith(APPLICATION_POLICIES)) {
                    throw new WrongProof("eine Regel an anderer Stelle", "a policy in another place");
                }
                yield config.policy(name.substring(APPLICATION_POLICIES.length()));
            }
            case TYPE_NOT_SET -> throw new WrongProof("keine Regel für den Vertrag", "no policy for the contract");
        };
    }

    private static ByteString field(Endorsed commit, String key) {
        var value = commit.written(LIFECYCLE, key)
                .orElseThrow(() -> new WrongProof(
                        "der Beschluss über den Vertrag ist unvollständig", "the contract's definition is not whole"));
        return Wire.read(StateData.parser(), value, "definition").getBytes();
    }
}
