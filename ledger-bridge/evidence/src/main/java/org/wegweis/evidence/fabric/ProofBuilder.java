package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Puts a proof together from what peers deliver. It believes nothing: whether it holds is for the verification to say. */
public final class ProofBuilder {
    private static final int FILTER = 2;

    private final LongFunction<byte[]> blocks;

    /** @param blocks of the channel by number, messages {@code common.Block} */
    public ProofBuilder(LongFunction<byte[]> blocks) {
        this.blocks = blocks;
    }

    /**
     * The proof of what was read.
     *
     * @param read message {@code common.Payload}: a question about one seal, answered and confirmed, never sent
     * @throws WrongProof if there is none, or the peers found the seal's transaction invalid
     */
    public FabricProof prove(byte[] read) {
        var newest = configs(latestConfig(block(0)));
        var first = Endorsed.question(read, newest.getLast());
        var version = first.reads(first.chaincode()).values().stream()
                .max(Comparator.comparingLong(Endorsed.Version::block))
                .orElseThrow(() -> new WrongProof("da steht nichts", "nothing stands there"));
        var sealed = block(version.block());
        requireValid(sealed, version.transaction());
        var configs = configs(latestConfig(sealed));
        var config = configs.getLast();
        var block = SignedBlock.of(sealed, needed(config));
        var call = Endorsed.of(block.envelope(version.transaction()), config);
        var definition = call.read("_lifecycle", "namespaces/fields/" + call.chaincode() + "/Sequence")
                .orElseThrow(() -> new WrongProof("kein Vertrag", "no contract"));
        var brought = block(definition.block());
        var then = configs.stream()
                .filter(one -> one.block() == latestConfig(brought))
                .findFirst()
                .orElse(config);
        return new FabricProof(
                blocksOf(configs),
                SignedBlock.of(brought, needed(then)).bytes(),
                block.bytes(),
                reduced(read, config.majority()));
    }

    private Block block(long number) {
        return Wire.read(Block.parser(), ByteString.copyFrom(blocks.apply(number)), "block");
    }

    private static int needed(ChannelConfig config) {
        return config.needsQuorum() ? config.quorum() : 1;
    }

    private static long latestConfig(Block block) {
        var signatures = Wire.read(Metadata.parser(), block.getMetadata().getMetadata(0), "signatures");
        return Wire.read(OrdererBlockMetadata.parser(), signatures.getValue(), "orderers' metadata")
                .getLastConfig()
                .getIndex();
    }

    /** All configurations up to that block, found from the last to the first: each block names the one before it. */
    private List<ChannelConfig> configs(long latest) {
        var numbers = new ArrayList<Long>();
        for (long number = latest; ; number = latestConfig(block(number - 1))) {
            numbers.addFirst(number);
            if (number == 0) break;
        }
        var configs = new ArrayList<ChannelConfig>();
        for (long number : numbers) {
            int most = configs.isEmpty() ? 0 : needed(configs.getLast());
            configs.add(new ChannelConfig(SignedBlock.of(block(number), most)));
        }
        return configs;
    }

    private List<byte[]> blocksOf(List<ChannelConfig> configs) {
        var parts = new ArrayList<byte[]>();
        for (int i = 0; i < configs.size(); i++) {
            int most = i == 0 ? 0 : needed(configs.get(i - 1));
            parts.add(SignedBlock.of(block(configs.get(i).block()), most).bytes());
        }
        return parts;
    }

    private static void requireValid(Block block, long transaction) {
        var filter = block.getMetadata().getMetadataCount() > FILTER
                ? block.getMetadata().getMetadata(FILTER)
                : ByteString.EMPTY;
        if (transaction >= filter.size() || filter.byteAt((int) transaction) != TxValidationCode.VALID_VALUE) {
            throw new WrongProof(
                    "die Peers fanden die Transaktion ungültig", "the peers found the transaction invalid");
        }
    }

    /** One endorsement an organisation, of the first organisations by name, as many as are needed. */
    private static byte[] reduced(byte[] read, int needed) {
        var payload = Wire.read(Payload.parser(), ByteString.copyFrom(read), "read");
        var transaction = Wire.read(Transaction.parser(), payload.getData(), "read");
        var called = transaction.getActions(0);
        var call = Wire.read(ChaincodeActionPayload.parser(), called.getPayload(), "read");
        var byOrganisation = new TreeMap<String, Endorsement>();
        for (var one : call.getAction().getEndorsementsList()) {
            var identity = Wire.read(SerializedIdentity.parser(), one.getEndorser(), "identity");
            byOrganisation.putIfAbsent(identity.getMspid(), one);
        }
        var kept = byOrganisation.values().stream().limit(needed).toList();
        var action = call.getAction().toBuilder().clearEndorsements().addAllEndorsements(kept);
        var less = call.toBuilder().setAction(action).build().toByteString();
        return payload.toBuilder()
                .setData(transaction.toBuilder()
                        .setActions(0, called.toBuilder().setPayload(less))
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
    }
}
